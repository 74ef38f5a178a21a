package nl.tweespoor.comparison;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import org.w3c.dom.Element;

/** Reads a process: its steps, points, arrows and what they refer to. */
final class ProcessReader {

    static final String FROM = "@sourceRef";
    static final String TO = "@targetRef";

    private static final Set<String> HOLDING = Set.of("definitions", "process", "subProcess", "transaction", "adHocSubProcess",
            "collaboration", "laneSet");
    private static final Set<String> OF_THEIR_HOLDER = Set.of("extensionElements", "documentation", "incoming", "outgoing",
            "multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "laneSet", "ioSpecification", "completionCondition");
    private static final Set<String> ARROWS = Set.of("sequenceFlow", "messageFlow", "association");
    private static final Set<String> POINTS = Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");
    private static final Map<String, String> EVENTS = Map.of("timerEventDefinition", "tijdmoment", "messageEventDefinition", "bericht",
            "signalEventDefinition", "signaal", "escalationEventDefinition", "melding", "errorEventDefinition", "fout",
            "conditionalEventDefinition", "voorwaarde");
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("userTask", "taak"), Map.entry("serviceTask", "automatische stap"),
            Map.entry("sendTask", "bericht"), Map.entry("receiveTask", "wachten op een bericht"), Map.entry("scriptTask", "script"),
            Map.entry("businessRuleTask", "tabel"), Map.entry("callActivity", "aangeroepen proces"), Map.entry("subProcess", "deelproces"),
            Map.entry("task", "stap"), Map.entry("manualTask", "stap"), Map.entry("exclusiveGateway", "keuze"),
            Map.entry("parallelGateway", "splitsing of samenkomst"), Map.entry("inclusiveGateway", "keuze uit meer"),
            Map.entry("eventBasedGateway", "keuze door wat het eerst komt"), Map.entry("startEvent", "begin"), Map.entry("endEvent", "einde"),
            Map.entry("intermediateCatchEvent", "gebeurtenis"), Map.entry("intermediateThrowEvent", "gebeurtenis"),
            Map.entry("boundaryEvent", "gebeurtenis"), Map.entry("sequenceFlow", "pijl"), Map.entry("messageFlow", "berichtpijl"),
            Map.entry("association", "lijn"), Map.entry("process", "proces"), Map.entry("participant", "deelnemer"), Map.entry("lane", "baan"),
            Map.entry("message", "bericht"), Map.entry("signal", "signaal"), Map.entry("escalation", "melding"), Map.entry("error", "fout"),
            Map.entry("collaboration", "samenspel"), Map.entry("textAnnotation", "opmerking"), Map.entry("group", "kader"),
            Map.entry("dataObjectReference", "gegeven"), Map.entry("dataStoreReference", "opslag"));

    private static final Labels LABELS = new Labels()
            .put("@exporter|@exporterVersion|/incoming|/outgoing", null)
            .put("@candidateGroups", "de groep").put("@candidateUsers", "de personen").put("@assignee", "de uitvoerende persoon")
            .put("@initiator", "de naam voor wie begint").put("@dueDate", "de uiterste datum").put("@followUpDate", "de opvolgdatum").put("@priority", "de prioriteit")
            .put("@formRef", "het formulier").put("@formRefBinding", "de versie van het formulier")
            .put("@decisionRef", "de tabel").put("@decisionRefBinding", "de versie van de tabel")
            .put("@mapDecisionResult", "de vorm van de uitkomst").put("@resultVariable", "waar de uitkomst in komt")
            .put("@calledElement", "het aangeroepen proces").put("@calledElementBinding", "de versie van het aangeroepen proces")
            .put("@expression", "wat er gebeurt").put("@delegateExpression|/messageEventDefinition@delegateExpression", "de uitvoerder")
            .put("@attachedToRef", "de stap waaraan het hangt").put("@cancelActivity|@isInterrupting", "is onderbrekend")
            .put("@asyncBefore", "is vooraf vastgelegd").put("@asyncAfter", "is achteraf vastgelegd")
            .put("@isExecutable", "is uit te voeren").put("@isStartableInTasklist", "is te starten in de takenlijst")
            .put("@triggeredByEvent", "is begonnen door een gebeurtenis").put("@historyTimeToLive", "de bewaartermijn van de historie")
            .put("@versionTag", "het versielabel").put("@default", "de pijl voor al het andere").put("@modelerTemplate", "het sjabloon")
            .put("@messageRef|/messageEventDefinition@messageRef", "het bericht").put("@processRef", "het proces")
            .put("/signalEventDefinition@signalRef", "het signaal").put("/escalationEventDefinition@escalationRef", "de melding")
            .put("/errorEventDefinition@errorRef", "de fout").put("@escalationCode|@errorCode", "de code")
            .put(FROM, "het begin").put(TO, "het einde").put("/conditionExpression", "de voorwaarde")
            .put("/timerEventDefinition/timeDate", "het moment").put("/timerEventDefinition/timeDuration", "de wachttijd")
            .put("/timerEventDefinition/timeCycle", "de herhaling").put("/documentation|/text", "de toelichting")
            .put("/multiInstanceLoopCharacteristics@collection", "de lijst waarvoor het telkens gebeurt")
            .put("/multiInstanceLoopCharacteristics@elementVariable", "de naam per keer")
            .put("/multiInstanceLoopCharacteristics@isSequential", "is één voor één")
            .put("/multiInstanceLoopCharacteristics/loopCardinality", "het aantal keren")
            .put("/multiInstanceLoopCharacteristics/completionCondition", "wanneer het genoeg is")
            .put("/extensionElements/properties/property(«.*»)@value", "de eigenschap $1")
            .put("/extensionElements/inputOutput/inputParameter(«.*»)", "de invoer $1")
            .put("/extensionElements/inputOutput/outputParameter(«.*»)", "de uitvoer $1")
            .put("(?:/signalEventDefinition)?/extensionElements/in(«.*»)@source", "wat meegaat als $1").put("(?:/signalEventDefinition)?/extensionElements/in(«.*»)@sourceExpression", "wat berekend meegaat als $1")
            .put("/extensionElements/in@businessKey", "het dossiernummer dat meegaat").put("/extensionElements/in@variables", "wat meegaat")
            .put("(?:/signalEventDefinition)?/extensionElements/out(«.*»)@source", "wat terugkomt als $1")
            .put("(?:/signalEventDefinition)?/extensionElements/out(«.*»)@sourceExpression", "wat berekend terugkomt als $1").put("/extensionElements/out@variables", "wat terugkomt")
            .put("/extensionElements/executionListener(«.*»)@expression", "wat er gebeurt bij $1")
            .put("/extensionElements/failedJobRetryTimeCycle", "hoe vaak het opnieuw geprobeerd wordt")
            .put("/flowNodeRef", "wat erin staat");
    /** What a new step says of itself anyway, or as every step does. */
    private static final Set<String> KNOWN_OF_A_NEW_ONE = Set.of("kind", "place", FROM, TO, "@candidateGroups", "@attachedToRef",
            "@formRefBinding", "@decisionRefBinding", "@calledElementBinding", "@cancelActivity", "@isInterrupting");

    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, Set<String>> into = new HashMap<>();
    private final Map<String, Set<String>> outOf = new HashMap<>();
    private final Parts parts = new Parts();

    private ProcessReader() {
    }

    static Parts read(byte[] content) throws UnreadableException {
        return read(Xml.read(content));
    }

    static Parts read(Element definitions) {
        return new ProcessReader().partsOf(definitions);
    }

    private Parts partsOf(Element definitions) {
        find(definitions);
        elements.values().stream().filter(element -> element.getLocalName().equals("sequenceFlow")).forEach(flow -> {
            into.computeIfAbsent(flow.getAttribute("targetRef"), key -> new LinkedHashSet<>()).add(flow.getAttribute("id"));
            outOf.computeIfAbsent(flow.getAttribute("sourceRef"), key -> new LinkedHashSet<>()).add(flow.getAttribute("id"));
        });
        Map<String, Fact> facts = facts(definitions);
        facts.put("@id", Fact.of("het kenmerk «id»", definitions.getAttribute("id")));
        parts.add(new Part("#definitions", null, null, "het bestand", definitions.getAttribute("name"), "", facts, false));
        elements.values().forEach(element -> parts.add(part(element)));
        long steps = elements.values().stream().filter(element -> KINDS.containsKey(element.getLocalName()) && isStep(element)).count();
        parts.describe(elements.values().stream().filter(element -> element.getLocalName().equals("process")).map(this::called)
                .collect(Collectors.joining(" en ")) + ", met " + (steps == 1 ? "1 stap" : steps + " stappen"));
        return parts;
    }

    private static boolean isStep(Element element) {
        return element.getLocalName().endsWith("ask") || element.getLocalName().equals("callActivity");
    }

    private void find(Element holder) {
        Xml.children(holder).filter(this::isPart).forEach(element -> elements.putIfAbsent(element.getAttribute("id"), element));
        Xml.children(holder).filter(child -> XmlFacts.isMeant(child) && HOLDING.contains(child.getLocalName())).forEach(this::find);
    }

    private boolean isPart(Element element) {
        return XmlFacts.isMeant(element) && element.hasAttribute("id") && !OF_THEIR_HOLDER.contains(element.getLocalName())
                && HOLDING.contains(element.getParentNode().getLocalName());
    }

    private Part part(Element element) {
        Map<String, Fact> facts = facts(element);
        String kind = kind(element);
        facts.put("kind", new Fact("de soort", element.getLocalName() + " " + kind, Sentences.quoted(kind)));
        Element holder = holder(element);
        if (holder.hasAttribute("id") && !holder.getLocalName().equals("definitions")) {
            facts.put("place", new Fact("de plaats", holder.getAttribute("id"), called(holder)));
        }
        facts.computeIfPresent("@candidateGroups", (key, groups) -> new Fact(groups.label(), groups.raw(), groups(groups.raw())));
        so(facts, element, "boundaryEvent", "@cancelActivity");
        so(facts, element, "startEvent", "@isInterrupting");
        so(facts, element, "process", "@isStartableInTasklist");
        String loose = loose(element);
        if (!loose.isEmpty()) {
            facts.put("loose", Fact.of("de aansluiting van pijlen", loose));
        }
        return new Part(element.getAttribute("id"), null, null, called(element), element.getAttribute("name"),
                with(element, facts) + Part.listed(facts, KNOWN_OF_A_NEW_ONE), facts,
                !Set.of("message", "signal", "escalation", "error").contains(element.getLocalName()));
    }

    private Map<String, Fact> facts(Element element) {
        return new XmlFacts(this::isPart, LABELS::of, this::shown).of(element);
    }

    /** What isn't written is so. */
    private static void so(Map<String, Fact> facts, Element element, String kind, String attribute) {
        if (element.getLocalName().equals(kind) && !element.hasAttribute(attribute.substring(1)) && !facts.containsKey(attribute)) {
            facts.put(attribute, YesNo.of(LABELS.of(attribute).substring("is ".length()), true));
        }
    }

    private static Element holder(Element element) {
        Element holder = (Element) element.getParentNode();
        return holder.getLocalName().equals("laneSet") ? (Element) holder.getParentNode() : holder;
    }

    /** Arrows that a step names, and that don't come or go here; or the other way round. */
    private String loose(Element element) {
        Set<String> loose = new TreeSet<>();
        for (String way : List.of("incoming", "outgoing")) {
            Set<String> named = Xml.children(element, way).map(Xml::text).collect(Collectors.toCollection(TreeSet::new));
            Set<String> drawn = (way.equals("incoming") ? into : outOf).getOrDefault(element.getAttribute("id"), Set.of());
            Stream.concat(named.stream().filter(id -> !drawn.contains(id)), drawn.stream().filter(id -> !named.isEmpty() && !named.contains(id)))
                    .forEach(loose::add);
        }
        return String.join(", ", loose);
    }

    private String with(Element element, Map<String, Fact> facts) {
        if (ARROWS.contains(element.getLocalName()) && !element.getAttribute("name").isBlank()) {
            return " van " + end(element, "sourceRef") + " naar " + end(element, "targetRef");
        }
        if (facts.containsKey("@candidateGroups")) {
            return ", voor " + facts.get("@candidateGroups").shown();
        }
        return facts.containsKey("@attachedToRef") ? ", aan " + facts.get("@attachedToRef").shown() : "";
    }

    private static String groups(String ids) {
        return Stream.of(ids.split(",")).map(String::strip).map(id -> Group.of(id).map(Group::dutchName).orElse(Sentences.quoted(id)))
                .collect(Collectors.joining(" en "));
    }

    private String called(Element element) {
        String kind = kind(element);
        if (!element.getAttribute("name").isBlank()) {
            return kind + " " + Sentences.quoted(element.getAttribute("name"));
        }
        if (ARROWS.contains(element.getLocalName())) {
            return kind + " van " + end(element, "sourceRef") + " naar " + end(element, "targetRef");
        }
        return kind + neighbour(element, outOf, "targetRef").map(name -> " voor " + name)
                .or(() -> neighbour(element, into, "sourceRef").map(name -> " na " + name))
                .orElse(Xml.child(element, "text").map(text -> " " + Sentences.quoted(Xml.text(text))).orElse(" " + element.getAttribute("id")));
    }

    private Optional<String> neighbour(Element element, Map<String, Set<String>> arrows, String end) {
        return arrows.getOrDefault(element.getAttribute("id"), Set.of()).stream().map(elements::get).map(flow -> elements.get(flow.getAttribute(end)))
                .filter(next -> next != null && !next.getAttribute("name").isBlank()).map(next -> Sentences.quoted(next.getAttribute("name"))).findFirst();
    }

    private String end(Element arrow, String end) {
        String id = arrow.hasAttribute(end) ? arrow.getAttribute(end) : Xml.child(arrow, end).map(Xml::text).orElse("");
        return shown(id);
    }

    /** Of an id, how people call what has it. */
    private String shown(String value) {
        Element element = elements.get(value);
        return element == null ? Sentences.quoted(value) : element.getAttribute("name").isBlank() ? called(element)
                : Sentences.quoted(element.getAttribute("name"));
    }

    private static String kind(Element element) {
        String kind = KINDS.getOrDefault(element.getLocalName(), element.getLocalName());
        if (!POINTS.contains(element.getLocalName())) {
            return kind;
        }
        String event = EVENTS.entrySet().stream().filter(each -> Xml.child(element, each.getKey()).isPresent()).map(Map.Entry::getValue)
                .findFirst().orElse("");
        return kind.equals("gebeurtenis") && !event.isEmpty() ? event : event.isEmpty() ? kind : kind + " door " + event;
    }
}
