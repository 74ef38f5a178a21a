package nl.tweespoor.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads a decision table: its columns, and its rows with their cells and why they are there. */
final class TableReader {

    /** Where one row holds at most, or whichever holds says the same, the order is of no use. */
    private static final Set<String> IN_NO_ORDER = Set.of("", "UNIQUE", "ANY");
    private static final Set<String> TOLD_BY_THEMSELVES = Set.of("input", "output", "rule");
    private static final Map<String, String> KINDS = Map.of("decision", "tabel", "inputData", "gegeven", "knowledgeSource", "bron",
            "businessKnowledgeModel", "rekenregel");
    private static final Map<String, String> POLICIES = Map.of("", "Unique: één rij past", "UNIQUE", "Unique: één rij past",
            "FIRST", "First: de eerste rij die past", "ANY", "Any: rijen die passen zeggen hetzelfde", "COLLECT", "Collect: alle rijen die passen",
            "RULE ORDER", "Rule order: alle rijen die passen, op volgorde", "PRIORITY", "Priority: de uitkomst die voorgaat",
            "OUTPUT ORDER", "Output order: alle uitkomsten, op volgorde");
    private static final Labels LABELS = new Labels().put("@exporter|@exporterVersion|@label", null)
            .put("/decisionTable@hitPolicy", null).put("/decisionTable@aggregation", "hoe de uitkomsten samengaan")
            .put("@historyTimeToLive", "de bewaartermijn van de historie").put("@versionTag", "het versielabel")
            .put("/informationRequirement/requiredDecision@href", "de tabel die eerst gaat")
            .put("/inputExpression/text", "het gegeven dat gelezen wordt").put("/inputExpression@typeRef|@typeRef", "de soort gegeven")
            .put("/inputValues/text|/outputValues/text", "de lijst van waarden").put("@name", "de naam in het proces")
            .put("/literalExpression/text", "de berekening").put("/description", "de toelichting");

    private final Parts parts = new Parts();

    private TableReader() {
    }

    static Parts read(byte[] content) throws UnreadableException {
        return read(Xml.read(content));
    }

    static Parts read(Element definitions) {
        TableReader reader = new TableReader();
        reader.file(definitions);
        return reader.parts;
    }

    private void file(Element definitions) {
        Map<String, Fact> facts = new XmlFacts(element -> element.hasAttribute("id"), LABELS::of, Sentences::quoted).of(definitions);
        facts.put("@id", Fact.of("het kenmerk «id»", definitions.getAttribute("id")));
        parts.add(new Part("#definitions", null, null, "het bestand", definitions.getAttribute("name"), "", facts, false));
        List<String> described = new ArrayList<>();
        Xml.children(definitions).filter(element -> XmlFacts.isMeant(element) && element.hasAttribute("id")).forEach(element -> {
            Map<String, Fact> own = new XmlFacts(child -> TOLD_BY_THEMSELVES.contains(child.getLocalName()), LABELS::of, Sentences::quoted).of(element);
            Xml.child(element, "decisionTable").ifPresent(table -> own.put("policy", new Fact("de hit policy",
                    table.getAttribute("hitPolicy").replace("UNIQUE", ""), Sentences.quoted(POLICIES.getOrDefault(table.getAttribute("hitPolicy"),
                            table.getAttribute("hitPolicy"))))));
            String called = KINDS.getOrDefault(element.getLocalName(), element.getLocalName()) + " " + Sentences.quoted(element.hasAttribute("name")
                    ? element.getAttribute("name") : element.getAttribute("id"));
            parts.add(new Part(element.getAttribute("id"), null, null, called, element.getAttribute("name"),
                    Part.listed(own, Set.of("@historyTimeToLive")), own, false));
            Xml.child(element, "decisionTable").ifPresent(table -> table(table, element.getAttribute("id")));
            long rows = Xml.child(element, "decisionTable").stream().flatMap(table -> Xml.children(table, "rule")).count();
            if (element.getLocalName().equals("decision")) {
                described.add(called + ", met " + (rows == 1 ? "1 rij" : rows + " rijen"));
            }
        });
        parts.describe(String.join(" en ", described));
    }

    private void table(Element table, String decision) {
        Map<String, String> inputs = new LinkedHashMap<>();
        Map<String, String> outputs = new LinkedHashMap<>();
        Xml.children(table, "input").forEach(input -> column(decision, "kolom", input, inputs));
        Xml.children(table, "output").forEach(output -> column(decision, "uitkomst", output, outputs));
        int number = 0;
        for (Element rule : Xml.children(table, "rule").toList()) {
            rule(decision, rule, ++number, inputs, outputs);
        }
        if (IN_NO_ORDER.contains(table.getAttribute("hitPolicy"))) {
            parts.orderDoesNotCount(decision + "/rule");
        }
    }

    private void column(String decision, String kind, Element column, Map<String, String> columns) {
        String id = column.hasAttribute("id") ? column.getAttribute("id") : decision + "/" + kind + (columns.size() + 1);
        String label = Stream.of(column.getAttribute("label"), column.getAttribute("name")).filter(text -> !text.isBlank()).findFirst().orElse(id);
        columns.put(id, Sentences.quoted(label));
        Map<String, Fact> facts = new XmlFacts(child -> false, LABELS::of, Sentences::quoted).of(column);
        if (column.hasAttribute("name")) {
            facts.put("@name", Fact.of("de naam in het proces", column.getAttribute("name")));
        }
        Part part = new Part(id, null, decision, kind + " " + Sentences.quoted(label), column.getAttribute("label"), Part.listed(facts, Set.of()), facts,
                false);
        if (kind.equals("uitkomst")) {
            parts.add(decision + "/output", part);
        } else {
            parts.add(part);
        }
    }

    private void rule(String decision, Element rule, int number, Map<String, String> inputs, Map<String, String> outputs) {
        Map<String, Fact> facts = new XmlFacts(child -> Set.of("inputEntry", "outputEntry", "description").contains(child.getLocalName()), LABELS::of,
                Sentences::quoted).of(rule);
        String when = cells(Xml.children(rule, "inputEntry").toList(), inputs, facts, true);
        String then = cells(Xml.children(rule, "outputEntry").toList(), outputs, facts, false);
        String reason = Xml.child(rule, "description").map(Xml::text).orElse("");
        facts.put("reason", Fact.of("de reden", reason));
        String with = ": " + (when.isEmpty() ? "altijd" : "als " + when) + (then.isEmpty() ? "" : ", dan " + then)
                + (reason.isEmpty() ? "" : "; de reden is " + Sentences.quoted(reason));
        String id = rule.hasAttribute("id") ? rule.getAttribute("id") : decision + "/rule" + number;
        parts.add(decision + "/rule", new Part(id, null, decision, "rij " + number, null, with, facts, false));
    }

    /** By their columns, so that nothing is told of cells when a column moves. */
    private static String cells(List<Element> cells, Map<String, String> columns, Map<String, Fact> facts, boolean asks) {
        List<Map.Entry<String, String>> all = List.copyOf(columns.entrySet());
        List<String> told = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Map.Entry<String, String> column = i < all.size() ? all.get(i) : Map.entry("#" + (i + 1), "vak " + (i + 1));
            Map<String, Fact> others = new XmlFacts(child -> true, LABELS::of, Sentences::quoted).of(cells.get(i));
            others.forEach((key, fact) -> facts.put(column.getKey() + key, fact));
            String text = Xml.text(cells.get(i)).equals("-") && asks ? "" : Xml.text(cells.get(i));
            Fact cell = new Fact(column.getValue(), text, text.isEmpty() ? asks ? "alles" : "leeg" : Sentences.quoted(text));
            facts.put(column.getKey(), cell);
            if (!text.isEmpty()) {
                told.add(column.getValue() + " " + cell.shown());
            }
        }
        return String.join(" en ", told);
    }
}
