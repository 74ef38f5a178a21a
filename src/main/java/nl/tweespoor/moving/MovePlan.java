package nl.tweespoor.moving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.engine.VersionChanges.Element;
import nl.tweespoor.live.ModelVersions.Version;
import nl.tweespoor.moving.RunningDossiers.Running;

/**
 * From one version to another: what is the same in both, and which dossiers stand where that is so.
 *
 * @param before the elements of the version that they leave
 * @param after  those of the other
 * @param shared the ids of what is the same in both
 */
record MovePlan(Version from, Version to, List<Element> before, List<Element> after, Set<String> shared, List<Running> running) {

    /** What only holds others together is no place where people say that something waits. */
    private static final Set<String> AROUND = Set.of("subProcess", "multiInstanceBody");
    private static final String CALLS = "callActivity";

    /**
     * Where dossiers wait.
     *
     * @param id      of the element
     * @param becomes what it is called in the other version; null when it isn't there
     * @param why     it isn't
     */
    record Place(String id, String name, long dossiers, String becomes, String why) {
    }

    List<Place> places() {
        Map<String, Element> names = byId(after);
        Set<String> inOther = names.keySet();
        return before.stream().filter(element -> !AROUND.contains(element.type())).map(element -> {
            boolean goes = shared.contains(element.id());
            return new Place(element.id(), said(element), running.stream().filter(one -> one.at().contains(element.id())).count(),
                    goes ? said(names.get(element.id())) : null, goes ? null : WhyNot.of(element, inOther, to.number()));
        }).filter(place -> place.dossiers() > 0).toList();
    }

    private static String said(Element element) {
        return element.name() + (element.type().equals(CALLS) ? " (loopt als eigen proces)" : "");
    }

    /** Why a dossier can't go along, by where it stands; none when it can. */
    List<String> whyNot(Running dossier) {
        Map<String, Element> names = byId(before);
        Set<String> inOther = byId(after).keySet();
        return dossier.at().stream().filter(id -> names.containsKey(id) && !shared.contains(id)).sorted()
                .map(id -> WhyNot.waitsAt(names.get(id), inOther, to.number())).toList();
    }

    /** The names of the tasks that only the other version has. */
    List<String> newTasks() {
        Set<String> known = byId(before).keySet();
        return after.stream().filter(element -> element.type().equals("userTask") && !known.contains(element.id())).map(Element::name).toList();
    }

    /** Tasks of both, as each has them. */
    Map<Element, Element> tasksOfBoth() {
        Map<String, Element> others = byId(after);
        Map<Element, Element> both = new LinkedHashMap<>();
        before.stream().filter(element -> element.type().equals("userTask") && shared.contains(element.id()))
                .forEach(element -> both.put(element, others.get(element.id())));
        return both;
    }

    boolean calls() {
        return before.stream().anyMatch(element -> element.type().equals(CALLS));
    }

    List<Running> runningAt(String place) {
        return place.isEmpty() ? running : running.stream().filter(one -> one.at().contains(place)).toList();
    }

    private static Map<String, Element> byId(List<Element> elements) {
        return elements.stream().collect(Collectors.toMap(Element::id, element -> element, (one, other) -> one));
    }
}
