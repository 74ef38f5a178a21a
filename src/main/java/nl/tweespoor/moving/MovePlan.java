package nl.tweespoor.moving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.tweespoor.engine.VersionChanges.Element;
import nl.tweespoor.live.ModelVersions.Version;
import nl.tweespoor.moving.RunningDossiers.Running;

/**
 * From one version to another: what is the same in both, and which dossiers stand where that is so.
 *
 * @param before the elements of the version that they leave, by id
 * @param after  those of the other
 * @param shared the ids of what is the same in both
 */
record MovePlan(Version from, Version to, Map<String, Element> before, Map<String, Element> after, Set<String> shared, List<Running> running) {

    /** What only holds others together is no place where people say that something waits. */
    private static final Set<String> AROUND = Set.of("subProcess", "multiInstanceBody");
    private static final String TASK = "userTask";
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
        return before.values().stream().filter(element -> !AROUND.contains(element.type())).map(element -> {
            boolean goes = shared.contains(element.id());
            return new Place(element.id(), said(element), running.stream().filter(one -> one.at().contains(element.id())).count(),
                    goes ? said(after.get(element.id())) : null, goes ? null : WhyNot.of(element, after.keySet(), to.number()));
        }).filter(place -> place.dossiers() > 0).toList();
    }

    private static String said(Element element) {
        return element.name() + (element.type().equals(CALLS) ? " (loopt als eigen proces)" : "");
    }

    /** Why a dossier can't go along, by where it stands; none when it can. */
    List<String> whyNot(Running dossier) {
        return dossier.at().stream().filter(id -> before.containsKey(id) && !shared.contains(id)).sorted()
                .map(id -> WhyNot.waitsAt(before.get(id), after.keySet(), to.number())).toList();
    }

    /** The names of the tasks that only the other version has. */
    List<String> newTasks() {
        return after.values().stream().filter(element -> element.type().equals(TASK) && !before.containsKey(element.id())).map(Element::name).toList();
    }

    /** Tasks of both, as each has them. */
    Map<Element, Element> tasksOfBoth() {
        Map<Element, Element> both = new LinkedHashMap<>();
        before.values().stream().filter(element -> element.type().equals(TASK) && shared.contains(element.id()))
                .forEach(element -> both.put(element, after.get(element.id())));
        return both;
    }

    boolean calls() {
        return before.values().stream().anyMatch(element -> element.type().equals(CALLS));
    }

    List<Running> runningAt(String place) {
        return place.isEmpty() ? running : running.stream().filter(one -> one.at().contains(place)).toList();
    }
}
