package nl.tweespoor.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.tweespoor.engine.DeployedResource;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a reader is told of each kind of change, in our own models, and that nothing changes unseen. */
class ComparisonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROCESS = "processes/feasibility.bpmn";
    private static final String TABLE = "processes/dpia.dmn";
    private static final String FORM = "forms/innovation/report-opportunity.form";
    private static final String TASK = "<bpmn:userTask id=\"UserTask_PrepareTest\" name=\"Toets voorbereiden\"";

    private final Comparison comparison = new Comparison();

    @Test
    void fileComparedWithItselfDiffersInNothing() throws Exception {
        for (Path path : all()) {
            assertThat(comparison.of(Optional.of(file(path)), file(path))).as(path.toString()).isEmpty();
        }
    }

    @Test
    void newFileIsToldInOneSentence() throws Exception {
        for (Path path : all()) {
            assertThat(comparison.of(Optional.empty(), file(path))).as(path.toString()).singleElement()
                    .satisfies(one -> assertThat(one.sentence()).matches("Nieuw: (proces|tabel|formulier) «.+», met \\d+ (stap|stappen|rij|rijen|vraag|vragen)\\.|Nieuw: .+ en .+"));
        }
    }

    /** Of each kind of place in a model, the first few. */
    @Test
    void nothingInAModelChangesUnseen() throws Exception {
        for (Path path : all()) {
            if (!path.toString().endsWith(".form")) {
                Element root = Xml.read(Files.readAllBytes(path));
                Parts was = parts(path, root);
                FewOfEachKind few = new FewOfEachKind();
                for (Element element : meant(root).toList()) {
                    String kind = element.getParentNode().getNodeName() + " " + element.getTagName();
                    for (Attr attribute : Xml.attributes(element)) {
                        if (counts(attribute, element) && few.take(kind + " " + attribute.getName())) {
                            String value = attribute.getValue();
                            attribute.setValue(value + "X");
                            assertThat(Sentences.of(was, parts(path, root))).as("%s: %s of %s %s", path, attribute.getName(), element.getTagName(), value)
                                    .isNotEmpty();
                            attribute.setValue(value);
                        }
                    }
                    if (!Xml.hasElements(element) && !element.getTextContent().isBlank() && few.take(kind)) {
                        String text = element.getTextContent();
                        element.setTextContent(text + "X");
                        assertThat(Sentences.of(was, parts(path, root))).as("%s: text of %s %s", path, element.getTagName(), text).isNotEmpty();
                        element.setTextContent(text);
                    }
                }
            }
        }
    }

    /** Of each kind of question, the first few. */
    @Test
    void nothingInAFormChangesUnseen() throws Exception {
        for (Path path : all()) {
            if (path.toString().endsWith(".form")) {
                FewOfEachKind few = new FewOfEachKind();
                JsonNode form = JSON.readTree(path.toFile());
                Parts was = FormReader.read(Files.readAllBytes(path));
                List<ObjectNode> objects = new ArrayList<>();
                objects(form, objects);
                for (ObjectNode object : objects) {
                    for (String name : (Iterable<String>) object::fieldNames) {
                        JsonNode value = object.get(name);
                        if (value.isValueNode() && !Set.of("schemaVersion", "executionPlatform", "executionPlatformVersion").contains(name)
                                && !(name.equals("id") && object != form) && few.take(object.path("type").asText() + " " + name)) {
                            object.set(name, value.isBoolean() ? JSON.valueToTree(!value.booleanValue()) : JSON.valueToTree(value.asText() + "X"));
                            assertThat(Sentences.of(was, FormReader.read(JSON.writeValueAsBytes(form)))).as("%s: %s of %s", path, name, object).isNotEmpty();
                            object.set(name, value);
                        }
                    }
                }
            }
        }
    }

    @Test
    void stepThatCameOrWentIsToldWithWhoItIsFor() throws Exception {
        String weigh = """
                <bpmn:userTask id="UserTask_Weigh" name="Kans wegen" camunda:formRef="weigh" camunda:formRefBinding="deployment" camunda:candidateGroups="head-of-innovation" />
                """;
        String process = "  <bpmn:process id=\"feasibility\"";

        assertThat(told(PROCESS, "<bpmn:startEvent id=\"StartEvent_TestRequested\"", weigh + "<bpmn:startEvent id=\"StartEvent_TestRequested\""))
                .containsExactly("Nieuw: taak «Kans wegen», voor Hoofd Innovatie (het formulier «weigh»).");
        String with = text(PROCESS).replaceFirst("<bpmn:startEvent", weigh + "<bpmn:startEvent");
        assertThat(sentences(PROCESS, with, text(PROCESS))).containsExactly("Vervalt: taak «Kans wegen».");
        assertThat(told(PROCESS, process, "  <bpmn:message id=\"Message_X\" name=\"Nog iets\" />\n" + process)).containsExactly("Nieuw: bericht «Nog iets».");
        assertThat(comparison.of(Optional.of(file(PROCESS, text(PROCESS))), file(PROCESS, with)))
                .containsExactly(new Difference("came", "Nieuw: taak «Kans wegen», voor Hoofd Innovatie (het formulier «weigh»).", "UserTask_Weigh"));
    }

    @Test
    void changedStepSaysWhatItWasAndWhatItBecomes() throws Exception {
        assertThat(told(PROCESS, TASK, TASK.replace("Toets voorbereiden", "Toets beginnen"))).containsExactly("Taak «Toets voorbereiden» heet nu «Toets beginnen».");
        assertThat(told(PROCESS, TASK + " camunda:formRef=\"prepare-test\"", TASK + " camunda:formRef=\"prepare\""))
                .containsExactly("Taak «Toets voorbereiden»: het formulier was «prepare-test» en wordt «prepare».");
        assertThat(told(PROCESS, "camunda:candidateGroups=\"line-manager\"", "camunda:candidateGroups=\"hr,finance\""))
                .containsExactly("Taak «Organisatie toetsen»: de groep was Teammanager en wordt HR en Financiën.");
        assertThat(told(PROCESS, " camunda:dueDate=\"${periods.due('test-finance')}\"", ""))
                .containsExactly("Taak «Financiën toetsen»: de uiterste datum was «${periods.due('test-finance')}» en vervalt.");
        assertThat(told(PROCESS, "calledElement=\"privacy\"", "calledElement=\"privacy-two\""))
                .containsExactly("Aangeroepen proces «Privacy en recht toetsen»: het aangeroepen proces was «privacy» en wordt «privacy-two».");
        assertThat(told(PROCESS, "camunda:decisionRef=\"privacy-checks\"", "camunda:decisionRef=\"dpia\""))
                .containsExactly("Tabel «Wettelijke checks bepalen»: de tabel was «privacy-checks» en wordt «dpia».");
        assertThat(told(PROCESS, "<bpmn:parallelGateway id=\"Gateway_TestsStart\">", "<bpmn:parallelGateway id=\"Gateway_TestsStart\" name=\"Tegelijk\">"))
                .containsExactly("Splitsing of samenkomst voor «Organisatie toetsen» heet nu «Tegelijk».");
        String start = text(PROCESS).replace("<bpmn:parallelGateway id=\"Gateway_TestsStart\">", "<bpmn:exclusiveGateway id=\"Gateway_TestsStart\">");
        int end = start.indexOf("</bpmn:parallelGateway>");
        assertThat(sentences(PROCESS, text(PROCESS), start.substring(0, end) + start.substring(end).replaceFirst("parallelGateway", "exclusiveGateway")))
                .containsExactly("Splitsing of samenkomst voor «Organisatie toetsen»: de soort was «splitsing of samenkomst» en wordt «keuze».");
    }

    @Test
    void whatGoesInAndOutOfAStepIsTold() throws Exception {
        assertThat(told(PROCESS, "${reasons.asList(decisionResult, 'check')}", "${reasons.asList(decisionResult, 'checks')}")).containsExactly(
                "Tabel «Wettelijke checks bepalen»: de uitvoer «privacyChecksText» was «${reasons.asList(decisionResult, 'check')}» en wordt «${reasons.asList(decisionResult, 'checks')}».");
        assertThat(told(PROCESS, "<camunda:out source=\"dpiaCriteria\" target=\"dpiaCriteria\" />", ""))
                .containsExactly("Aangeroepen proces «Privacy en recht toetsen»: wat terugkomt als «dpiaCriteria» was «dpiaCriteria» en vervalt.");
        assertThat(told(PROCESS, TASK, "<bpmn:userTask id=\"UserTask_PrepareTest\" camunda:priority=\"80\" name=\"Toets voorbereiden\""))
                .containsExactly("Taak «Toets voorbereiden»: de prioriteit was er nog niet en wordt «80».");
    }

    @Test
    void arrowsTimersAndConditionsAreTold() throws Exception {
        assertThat(told(PROCESS, "${mandate == 'board'}", "${mandate != 'head'}"))
                .containsExactly("Pijl «Bestuur»: de voorwaarde was «${mandate == 'board'}» en wordt «${mandate != 'head'}».");
        assertThat(told("processes/support-poll.bpmn", "attachedToRef=\"UserTask_AnswerPoll\"", "attachedToRef=\"UserTask_AnswerPoll\" cancelActivity=\"false\""))
                .containsExactly("Tijdmoment «Peiling voorbij» is niet meer onderbrekend.");
        assertThat(told("processes/support-poll.bpmn", "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${periods.until(pollUntil, 'support-poll')}",
                "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${periods.until(pollUntil, 'later-poll')}"))
                .contains("Tijdmoment «Peiling voorbij»: het moment was «${periods.until(pollUntil, 'support-poll')}» en wordt «${periods.until(pollUntil, 'later-poll')}».");
        assertThat(told("processes/support-poll.bpmn", "${polls.colleagues(execution)}", "${polls.others(execution)}")).singleElement().asString()
                .endsWith("de lijst waarvoor het telkens gebeurt was «${polls.colleagues(execution)}» en wordt «${polls.others(execution)}».");
        assertThat(told(PROCESS, "sourceRef=\"UserTask_TestFinance\" targetRef=\"Gateway_TestsDone\"", "sourceRef=\"UserTask_TestFinance\" targetRef=\"UserTask_TestOrganisation\""))
                .contains("Pijl van «Financiën toetsen» naar splitsing of samenkomst voor «Raden om advies vragen» gaat nu naar «Organisatie toetsen», "
                        + "niet meer naar splitsing of samenkomst voor «Raden om advies vragen».");
        assertThat(told("forms/answer-reporter/read-answer.form", "\"hide\": \"=not(problem", "\"hide\": \"=not(title")).containsExactly(
                "Tekst «Uw melding: …»: de voorwaarde om te verbergen was «=not(problem != null)» en wordt «=not(title != null)».");
        String flow = "sourceRef=\"UserTask_PrepareTest\" targetRef=\"BusinessRuleTask_AdviseChecks\"";
        assertThat(told(PROCESS, flow, flow.replace("BusinessRuleTask_AdviseChecks", "UserTask_TestFinance")))
                .contains("Pijl van «Toets voorbereiden» naar «Wettelijke checks bepalen» gaat nu naar «Financiën toetsen», niet meer naar «Wettelijke checks bepalen».");
    }

    @Test
    void drawingAndWhoSavedItAreNoDifference() throws Exception {
        assertThat(sentences(PROCESS, text(PROCESS), text(PROCESS).replaceAll("<dc:Bounds x=\"\\d+\"", "<dc:Bounds x=\"1\"")
                .replace("exporterVersion=\"5.40.0\"", "exporterVersion=\"5.50.0\"").replace("    <bpmn:", "\n  <bpmn:"))).isEmpty();
        assertThat(told(FORM, "\"version\": \"5.40.0\"", "\"version\": \"5.50.0\"")).isEmpty();
    }

    @Test
    void rowsOfATableAreToldByTheirCells() throws Exception {
        assertThat(told("processes/mandate.dmn", "&gt; 50000", "&gt; 75000")).containsExactly("Rij 3: «Kosten in drie jaar (euro)» was «> 50000» en wordt «> 75000».");
        assertThat(told("processes/mandate.dmn", "Het risico is hoog. Daarom", "Het risico is te hoog. Daarom")).containsExactly(
                "Rij 2: de reden was «Het risico is hoog. Daarom beslist de Raad van Bestuur.» en wordt «Het risico is te hoog. Daarom beslist de Raad van Bestuur.».");
        assertThat(told(TABLE, "<text>&gt;= 2</text>", "<text></text>"))
                .containsExactly("Rij 3: «Aantal criteria van de Europese toezichthouders» was «>= 2» en wordt alles.");
        assertThat(told(TABLE, "hitPolicy=\"FIRST\"", "hitPolicy=\"ANY\""))
                .containsExactly("Tabel «Is een DPIA nodig?»: de hit policy was «First: de eerste rij die past» en wordt «Any: rijen die passen zeggen hetzelfde».");
        assertThat(told(TABLE, "label=\"Persoonsgegevens\"", "label=\"Gegevens\"")).containsExactly("Kolom «Persoonsgegevens» heet nu «Gegevens».");
        assertThat(told(TABLE, "<text>\"noData\",\"notDue\",\"due\"</text>", "<text>\"noData\",\"due\"</text>"))
                .containsExactly("Uitkomst «DPIA»: de lijst van waarden was «\"noData\",\"notDue\",\"due\"» en wordt «\"noData\",\"due\"».");
    }

    @Test
    void rowsThatCameWentOrMovedAreTold() throws Exception {
        String row = text(TABLE).substring(text(TABLE).indexOf("<rule id=\"Rule_Dpia_2\""), text(TABLE).indexOf("<rule id=\"Rule_Dpia_3\""));
        String without = text(TABLE).replace(row, "");

        assertThat(sentences(TABLE, text(TABLE), without)).containsExactly("Vervalt: rij 2.");
        assertThat(sentences(TABLE, without, text(TABLE))).containsExactly(
                "Nieuw: rij 2: als «Op de lijst van de Autoriteit Persoonsgegevens» «\"yes\"», dan «DPIA» «\"due\"»; "
                + "de reden is «De verwerking staat op de lijst van de Autoriteit Persoonsgegevens. Dan is een DPIA verplicht.».");
        String moved = without.replace("<rule id=\"Rule_Dpia_4\"", row + "<rule id=\"Rule_Dpia_4\"");
        assertThat(sentences(TABLE, text(TABLE), moved)).singleElement().asString().matches("Rij [23] staat nu na rij [13]\\.");
        assertThat(sentences(TABLE, text(TABLE).replace("\"FIRST\"", "\"UNIQUE\""), moved.replace("\"FIRST\"", "\"UNIQUE\""))).isEmpty();
    }

    @Test
    void questionsOfAFormAreTold() throws Exception {
        assertThat(told(FORM, "\"Welk probleem ziet u?\"", "\"Wat ziet u?\"")).containsExactly("Vraag «Welk probleem ziet u?» heet nu «Wat ziet u?».");
        assertThat(told(FORM, "\"maxLength\": 2000,\n        \"required\": true", "\"maxLength\": 2000"))
                .containsExactly("Vraag «Welk probleem ziet u?» is niet meer verplicht.");
        assertThat(told(FORM, "\"maxLength\": 200\n", "\"maxLength\": 200,\n \"required\": true"))
                .containsExactly("Vraag «Lijkt dit op iets wat al loopt?» is nu verplicht.");
        assertThat(told(FORM, "\"maxLength\": 2000", "\"maxLength\": 500"))
                .containsExactly("Vraag «Welk probleem ziet u?»: de langste lengte was «2000» en wordt «500».");
        assertThat(told(FORM, "\"type\": \"radio\"", "\"type\": \"select\""))
                .containsExactly("Vraag «Wie mag lezen dat u dit meldde?»: de soort was «keuzerondjes» en wordt «keuzelijst».");
        assertThat(told(FORM, "\"label\": \"Op de werkvloer\"", "\"label\": \"Op mijn werk\""))
                .containsExactly("Keuze «Op de werkvloer» bij vraag «Waar zag u dit?» heet nu «Op mijn werk».");
        assertThat(told(FORM, "\"value\": \"workFloor\"", "\"value\": \"floor\""))
                .containsExactly("Nieuw: keuze «Op de werkvloer» bij vraag «Waar zag u dit?» (de waarde «floor»).", "Vervalt: keuze «Op de werkvloer» bij vraag «Waar zag u dit?».");
        assertThat(told(FORM, "Begin bij het probleem en niet bij een product.", "Begin bij het probleem.")).containsExactly(
                "Tekst «Let op. Begin bij het probleem en niet bij een product. Een …»: de tekst was «> **Let op.** Begin bij het probleem en niet bij een product. "
                + "Een mooi apparaat zonder probleem erachter helpt niemand.» en wordt «> **Let op.** Begin bij het probleem. Een mooi apparaat zonder probleem erachter helpt niemand.».");
    }

    @Test
    void questionsThatCameWentOrMovedAreTold() throws Exception {
        ObjectNode form = (ObjectNode) JSON.readTree(text(FORM));
        ArrayNode components = (ArrayNode) form.get("components");
        JsonNode idea = components.remove(7);
        String without = JSON.writeValueAsString(form);

        assertThat(sentences(FORM, text(FORM), without)).containsExactly("Vervalt: vraag «Hebt u al een oplossing in gedachten?».");
        assertThat(sentences(FORM, without, text(FORM))).singleElement().asString()
                .startsWith("Nieuw: vraag «Hebt u al een oplossing in gedachten?», «tekstvak» (de uitleg «Niet nodig.");
        components.insert(2, idea);
        assertThat(sentences(FORM, text(FORM), JSON.writeValueAsString(form))).containsExactly("Vraag «Hebt u al een oplossing in gedachten?» staat nu na "
                + "tekst «Let op. Begin bij het probleem en niet bij een product. Een …».");
        ((ObjectNode) idea).put("id", "Field_another");
        assertThat(sentences(FORM, without, JSON.writeValueAsString(form))).hasSize(1);
        components.remove(2);
        components.insert(7, idea);
        assertThat(sentences(FORM, text(FORM), JSON.writeValueAsString(form))).isEmpty();
    }

    @Test
    void unreadableFileIsToldInOneSentence() throws Exception {
        assertThat(sentences(FORM, text(FORM), "{")).containsExactly("«report-opportunity.form» is niet te lezen. Wat er verandert, is daarom niet te zeggen.");
        assertThat(sentences(PROCESS, text(PROCESS), "<a".repeat(9))).hasSize(1);
        assertThat(sentences(PROCESS, text(PROCESS), "<a>".repeat(100_000) + "</a>".repeat(100_000))).hasSize(1);
        assertThat(sentences(TABLE, "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", text(TABLE)))
                .containsExactly("Wat er was, is niet te lezen. Nu wordt het: tabel «Is een DPIA nodig?», met 6 rijen.");
    }

    @Test
    void brokenFileIsNeverAFault() throws Exception {
        Random random = new Random(5);
        for (String path : List.of(PROCESS, TABLE, FORM)) {
            for (int time = 0; time < 100; time++) {
                StringBuilder broken = new StringBuilder(text(path));
                int at = random.nextInt(broken.length() - 40);
                if (random.nextBoolean()) {
                    broken.delete(at, at + 1 + random.nextInt(40));
                } else {
                    broken.insert(at, broken.substring(random.nextInt(at + 1), at));
                }
                assertThat(sentences(path, text(path), broken.toString())).doesNotContainNull();
                assertThat(sentences(path, broken.toString(), text(path))).doesNotContainNull();
            }
        }
    }

    private List<String> told(String path, String was, String now) throws IOException {
        assertThat(text(path)).contains(was);
        int at = text(path).indexOf(was);
        return sentences(path, text(path), text(path).substring(0, at) + now + text(path).substring(at + was.length()));
    }

    private List<String> sentences(String path, String was, String now) {
        return comparison.of(Optional.of(file(path, was)), file(path, now)).stream().map(Difference::sentence).toList();
    }

    private static DeployedResource file(String path, String text) {
        return new DeployedResource(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String path) throws IOException {
        return Files.readString(Path.of(path));
    }

    /** What a reader does with one it does with all, and to read a model again for each of its thousands takes a minute. */
    private static class FewOfEachKind {

        private static final int FEW = 3;

        private final Map<String, Integer> taken = new HashMap<>();

        boolean take(String kind) {
            return taken.merge(kind, 1, Integer::sum) <= FEW;
        }
    }

    private static void objects(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
            object.fields().forEachRemaining(field -> {
                if (!Set.of("exporter", "layout").contains(field.getKey())) {
                    objects(field.getValue(), objects);
                }
            });
        } else if (node instanceof ArrayNode list) {
            list.forEach(each -> objects(each, objects));
        }
    }

    private static Stream<Element> meant(Element element) {
        return XmlFacts.isMeant(element) ? Stream.concat(Stream.of(element), Xml.children(element).flatMap(ComparisonTest::meant)) : Stream.empty();
    }

    /** Not who saved it and how wide it is, nor an id to which nothing refers but the drawing. */
    private static boolean counts(Attr attribute, Element element) {
        return XmlFacts.isMeant(attribute) && !Set.of("exporter", "exporterVersion").contains(attribute.getName())
                && !(attribute.getName().equals("id") && Set.of("timerEventDefinition", "messageEventDefinition", "signalEventDefinition",
                "escalationEventDefinition", "decisionTable", "inputExpression", "inputValues", "outputValues", "inputEntry", "outputEntry",
                "informationRequirement").contains(element.getLocalName()));
    }

    private static Parts parts(Path path, Element root) {
        return path.toString().endsWith(".dmn") ? TableReader.read(root) : ProcessReader.read(root);
    }

    private static List<Path> all() throws IOException {
        try (Stream<Path> models = Files.walk(Path.of("processes")); Stream<Path> forms = Files.walk(Path.of("forms"))) {
            return Stream.concat(models, forms).filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static DeployedResource file(Path path) throws IOException {
        return new DeployedResource(path.toString(), Files.readAllBytes(path));
    }
}
