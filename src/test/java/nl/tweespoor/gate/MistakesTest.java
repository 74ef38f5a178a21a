package nl.tweespoor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.walk.EngineTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One mistake at a time in our own models: the gate finds it, and says in which file, at which element, and what to do. */
@EngineTest
class MistakesTest {

    private static final List<DeployedResource> FILES = GateTest.files();

    @Autowired
    Gate gate;

    /** What is changed where, and what the gate says of it. */
    private record Mistake(String what, String file, String from, String to, String says) {

        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isFoundWhereItIs(Mistake mistake) {
        List<DeployedResource> changed = FILES.stream().map(file -> file.name().equals(mistake.file()) ? change(file, mistake) : file).toList();

        List<Finding> findings = gate.findings(changed);

        assertThat(findings).extracting(Finding::text).anySatisfy(text -> assertThat(text).contains(mistake.says()));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.sentence()).endsWith(".").hasSizeGreaterThan(20));
    }

    private static DeployedResource change(DeployedResource file, Mistake mistake) {
        String text = new String(file.content(), StandardCharsets.UTF_8);
        assertThat(text).as("what is changed in %s", file.name()).contains(mistake.from());
        int at = text.indexOf(mistake.from());
        return new DeployedResource(file.name(), (text.substring(0, at) + mistake.to() + text.substring(at + mistake.from().length()))
                .getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(inModels(), inForms(), inTables()).flatMap(each -> each);
    }

    private static Stream<Mistake> inModels() {
        String select = "camunda:formRef=\"select-opportunity\"";
        return Stream.of(
                new Mistake("no XML", "selection.bpmn", "</bpmn:process>", "</bpmn:proces>", "selection.bpmn: is geen geldig BPMN, bij regel"),
                new Mistake("attribute that BPMN doesn't know", "selection.bpmn", "<bpmn:process ", "<bpmn:process naam=\"x\" ", "is geen geldig BPMN"),
                new Mistake("not executable", "selection.bpmn", "isExecutable=\"true\"", "isExecutable=\"false\"", "dit proces kan niet draaien"),
                new Mistake("no time to live", "selection.bpmn", "camunda:historyTimeToLive=\"P3650D\"", "", "Time to live"),
                new Mistake("no form", "selection.bpmn", select, "", "selection.bpmn, «Kans selecteren»: heeft geen formulier"),
                new Mistake("form that isn't there", "selection.bpmn", select, "camunda:formRef=\"select-oportunity\"", "«Kans selecteren»: wijst naar het formulier 'select-oportunity'"),
                new Mistake("form of any deployment", "selection.bpmn", select + " camunda:formRefBinding=\"deployment\"", select + " camunda:formRefBinding=\"latest\"", "Zet bij 'Forms' de Binding op 'deployment'"),
                new Mistake("no group", "selection.bpmn", "camunda:candidateGroups=\"head-of-innovation\"", "", "is van niemand"),
                new Mistake("groups from a table that gives none", "process-change.bpmn", "candidateGroups=\"${reviewGroups}\"", "candidateGroups=\"${reviewGroup}\"", "maar geen tabel geeft die"),
                new Mistake("table that gives a group that isn't there", "change-approval.dmn", "<text>\"board\",\"head", "<text>\"boord\",\"head", "maar geen tabel geeft die"),
                new Mistake("group with a typing error", "selection.bpmn", "camunda:candidateGroups=\"head-of-innovation\"", "camunda:candidateGroups=\"head-of-inovation\"", "de groep 'head-of-inovation' bestaat niet"),
                new Mistake("a person", "selection.bpmn", "camunda:candidateGroups=\"head-of-innovation\"", "camunda:candidateGroups=\"head-of-innovation\" camunda:assignee=\"jan\"", "noemt een persoon"),
                new Mistake("no due date", "selection.bpmn", "camunda:dueDate=\"${periods.due('select-opportunity')}\"", "", "«Kans selecteren»: heeft geen uiterste dag"),
                new Mistake("step without a period", "selection.bpmn", "periods.due('select-opportunity')", "periods.due('select-oportunity')", "select-oportunity»: voor deze stap staat geen termijn"),
                new Mistake("period asked in another way", "selection.bpmn", "periods.due('select-opportunity')", "periods.deu('select-opportunity')", "'deu' kent periods niet"),
                new Mistake("property with a typing error", "selection.bpmn", "name=\"reasonAgainst\"", "name=\"reasonagainst\"", "de eigenschap 'reasonagainst' kent Tweespoor niet"),
                new Mistake("outcome that the form doesn't ask", "selection.bpmn", "value=\"selectionOutcome\"", "value=\"selectionResult\"", "beslist met 'selectionResult'"),
                new Mistake("decision without a reason", "selection.bpmn", "<camunda:property name=\"reason\" value=\"selectionReason\" />", "", "beslist zonder verplichte reden"),
                new Mistake("script", "selection.bpmn", "${reporters.isActing(execution) ? 'reporter' : 'colleague'}", "<camunda:script scriptFormat=\"groovy\">1</camunda:script>", "voert een script uit"),
                new Mistake("expression that can't be read", "selection.bpmn", "${reporters.isActing(execution) ? 'reporter' : 'colleague'}", "${reporters.isActing(execution ? 'reporter' : 'colleague'}", "is niet te lezen (vanaf teken"),
                new Mistake("way into Java", "selection.bpmn", "${reporters.isActing(execution) ? 'reporter' : 'colleague'}", "${reporters.class.name}", "roept class aan, en dat mag een model niet"),
                new Mistake("service of the engine", "selection.bpmn", "${reporters.isActing(execution) ? 'reporter' : 'colleague'}", "${execution.processEngineServices.taskService}", "roept processEngineServices aan"),
                new Mistake("default flow", "innovation.bpmn", "id=\"Gateway_Identified\" ", "id=\"Gateway_Identified\" default=\"Flow_GoOn\" ", "voor 'al het andere'"),
                new Mistake("word that nobody can choose", "innovation.bpmn", "${identifyOutcome == 'goOn'}", "${identifyOutcome == 'gaVerder'}", "innovation.bpmn, «Hoe verder met deze kans?»: leest 'identifyOutcome' == 'gaVerder'"),
                new Mistake("choice without a way", "innovation.bpmn", "${identifyOutcome == 'goOn'}", "${identifyOutcome == 'join'}", "daarvoor is hier geen weg"),
                new Mistake("same word at two ways", "innovation.bpmn", "${identifyOutcome == 'goOn'}", "${identifyOutcome == 'join'}", "het woord 'join' staat bij twee wegen"),
                new Mistake("threshold in a gateway", "innovation.bpmn", "${identifyOutcome == 'goOn'}", "${cost > 1000}", "vergelijkt niet met een woord"),
                new Mistake("way without a condition", "innovation.bpmn", "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${identifyOutcome == 'goOn'}</bpmn:conditionExpression>", "", "de weg «Verder» heeft geen voorwaarde"),
                new Mistake("way without an answer", "innovation.bpmn", "<bpmn:sequenceFlow id=\"Flow_GoOn\" name=\"Verder\"", "<bpmn:sequenceFlow id=\"Flow_GoOn\"", "zegt niet bij welk antwoord hij hoort"),
                new Mistake("split without a question", "innovation.bpmn", "name=\"Hoe verder met deze kans?\"", "", "heeft geen vraag als naam"),
                new Mistake("task without a name", "innovation.bpmn", "id=\"UserTask_IdentifyOpportunity\" name=\"Kans verkennen\"", "id=\"UserTask_IdentifyOpportunity\"", "heeft geen naam"),
                new Mistake("step that is not drawn", "innovation.bpmn", "bpmnElement=\"UserTask_IdentifyOpportunity\"", "bpmnElement=\"Gateway_Identified\"", "«Kans verkennen»: staat wel in het bestand, maar niet in de tekening"),
                new Mistake("dead end", "innovation.bpmn", "<bpmn:sequenceFlow id=\"Flow_Identified\" sourceRef=\"UserTask_IdentifyOpportunity\" targetRef=\"Gateway_Identified\" />", "", "een pijl van of naar deze stap staat niet meer in het bestand"),
                new Mistake("join that waits for ever", "feasibility.bpmn", gateway("exclusive", "Gateway_ToDecided"), gateway("parallel", "Gateway_ToDecided"), "hier kan een dossier voor altijd blijven wachten"),
                new Mistake("join of what runs side by side", "feasibility.bpmn", gateway("parallel", "Gateway_TestsDone"), gateway("exclusive", "Gateway_TestsDone"), "hier komen twee paden tegelijk aan"),
                new Mistake("called process that isn't there", "innovation.bpmn", "calledElement=\"selection\"", "calledElement=\"selectie\"", "roept het proces 'selectie' aan, maar dat is er niet"),
                new Mistake("called process of any version", "innovation.bpmn", "calledElement=\"selection\" camunda:calledElementBinding=\"deployment\"", "calledElement=\"selection\"", "Zet de Binding op 'deployment'"),
                new Mistake("dossier number that isn't passed on", "innovation.bpmn", "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />", "", "geeft het nummer van het dossier niet door"),
                new Mistake("table that isn't there", "feasibility.bpmn", "camunda:decisionRef=\"mandate\"", "camunda:decisionRef=\"mandaat\"", "wijst naar de tabel 'mandaat'"),
                new Mistake("column that isn't there", "feasibility.bpmn", "${decisionResult.getSingleResult().mandate}", "${decisionResult.getSingleResult().mandaat}", "leest de kolom 'mandaat' van de tabel 'mandate'"),
                new Mistake("message that nobody receives", "innovation.bpmn", "name=\"ReporterAnswered\"", "name=\"ReporterAnswerd\"", "verstuurt het bericht 'ReporterAnswerd', maar geen proces ontvangt dat"),
                new Mistake("message that is not sent", "innovation.bpmn", "camunda:delegateExpression=\"${message}\"", "", "verstuurt niets"),
                new Mistake("due date that stands nowhere, as it is saved", "procurement.bpmn", "${periods.due('arrange-procurement')}", "${periods.due(&#39;arrange-nothing&#39;)}", "voor deze stap staat geen termijn in periods.dmn"),
                new Mistake("timer in words", "innovation.bpmn", "${periods.until(notNowUntil == 'date' ? parkUntil : null, 'parking-longest')}", "na twee weken", "wacht op 'na twee weken', en dat is geen tijd"),
                new Mistake("loop without anyone", "innovation.bpmn", "targetRef=\"CallActivity_SelectOpportunity\" />", "targetRef=\"Gateway_ToAssess\" />", "innovation.bpmn"),
                new Mistake("work for another system", "innovation.bpmn", "camunda:delegateExpression=\"${message}\"", "camunda:type=\"external\" camunda:topic=\"robot\"", "noemt bij 'topic' eigen programmatuur of een ander systeem"),
                new Mistake("class", "innovation.bpmn", "camunda:delegateExpression=\"${message}\"", "camunda:class=\"com.example.Send\"", "noemt bij 'class' eigen programmatuur"),
                new Mistake("answer to nobody", "innovation.bpmn", "<bpmn:endEvent id=\"EndEvent_Rejected\"", "<bpmn:endEvent id=\"EndEvent_Weg\"", "innovation.bpmn"),
                new Mistake("answer that a group reads too", "answer-reporter.bpmn", "camunda:assignee=\"${reporter}\"", "camunda:assignee=\"${reporter}\" camunda:candidateGroups=\"employee\"", "een antwoord is alleen voor wie meldde"),
                new Mistake("hand-over judged by who gives it", "hand-over-review.bpmn", "camunda:candidateGroups=\"head-of-implementation\"", "camunda:candidateGroups=\"head-of-innovation\"", "het Hoofd Implementatie beoordeelt de overdracht"));
    }

    private static String gateway(String kind, String id) {
        String model = FILES.stream().filter(file -> file.name().equals("feasibility.bpmn"))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8)).findFirst().orElseThrow();
        int start = model.lastIndexOf("<bpmn:", model.indexOf("id=\"" + id + "\""));
        String element = model.substring(start, model.indexOf("Gateway>", start) + "Gateway>".length());
        return element.replaceAll("(exclusive|parallel)Gateway", kind + "Gateway");
    }

    private static Stream<Mistake> inForms() {
        String file = "select-opportunity.form";
        return Stream.of(
                new Mistake("no JSON", file, "\"components\": [", "\"components\": [,", "select-opportunity.form: is niet te lezen: regel"),
                new Mistake("said twice", file, "\"key\": \"priority\"", "\"key\": \"priority\", \"key\": \"urgency\"", "staat 'key' twee keer bij hetzelfde onderdeel"),
                new Mistake("no form at all", file, "\"components\"", "\"parts\"", "dit is geen Camunda Form"),
                new Mistake("another id", file, "\"id\": \"select-opportunity\"", "\"id\": \"select-kans\"", "wijst naar het formulier 'select-opportunity', maar dat is er niet"),
                new Mistake("component that breaks Tasklist", file, "\"type\": \"radio\"", "\"type\": \"dynamiclist\"", "het onderdeel 'dynamiclist' werkt niet in Tasklist"),
                new Mistake("same key twice", file, "\"key\": \"priority\"", "\"key\": \"selectionOutcome\"", "de Key 'selectionOutcome' staat er twee keer"),
                new Mistake("no key", "report-opportunity.form", "\"key\": \"idea\"", "\"key\": \"\"", "deze vraag heeft geen Key"),
                new Mistake("outcome that isn't required", "review-hand-over.form", "\"required\": true", "\"required\": false", "review-hand-over.form"),
                new Mistake("same value twice", file, "\"value\": \"notNow\"", "\"value\": \"reject\"", "de waarde 'reject' staat er twee keer"),
                new Mistake("expression that can't be read", file, "=not(selectionOutcome = \\\"select\\\")", "=not(selectionOutcome = \\\"select\\\"", "en dat is geen goede FEEL"),
                new Mistake("expression without =", file, "=not(selectionOutcome = \\\"select\\\")", "not(selectionOutcome = \\\"select\\\")", "dat wordt niet uitgerekend"),
                new Mistake("date compared", file, "=not(selectionOutcome = \\\"select\\\")", "=date(parkUntil) > today()", "de browser en de server doen dat verschillend"),
                new Mistake("function read differently", file, "=not(selectionOutcome = \\\"select\\\")", "=not(matches(selectionOutcome, \\\"s.*\\\"))", "lezen dat verschillend"),
                new Mistake("name that nothing fills", file, "=not(selectionOutcome = \\\"select\\\")", "=not(selectionOutcom = \\\"select\\\")", "leest 'selectionOutcom', maar geen formulier"),
                new Mistake("template that isn't closed", file, "{{title}}", "{{title", "{{ zonder }}"),
                new Mistake("list that opens once", "report-opportunity.form", "\"searchable\": true", "\"searchable\": false", "gaat in Tasklist met de muis niet meer open"),
                new Mistake("too long for the database", "report-opportunity.form", "\"maxLength\": 2000", "\"maxLength\": 9000", "een lang antwoord past niet in de database"),
                new Mistake("required and always hidden", file, "=not(selectionOutcome = \\\"select\\\")", "=true", "is verplicht, maar altijd verborgen"),
                new Mistake("pattern of one language", "test-finance.form", "\"pattern\": \"^", "\"pattern\": \"^[^]", "betekent in de browser iets anders dan op de server"),
                new Mistake("pattern that can't be read", "test-finance.form", "\"pattern\": \"^", "\"pattern\": \"^[a-", "test-finance.form"));
    }

    private static Stream<Mistake> inTables() {
        return Stream.of(
                new Mistake("no XML", "mandate.dmn", "</decisionTable>", "</decisiontable>", "mandate.dmn: is geen geldig DMN, bij regel"),
                new Mistake("period in words", "periods.dmn", "\"P14D\"", "\"14 dagen\"", "'14 dagen' is geen termijn"),
                new Mistake("period without quotes", "periods.dmn", "\"P14D\"", "P14D", "deze regel is niet te lezen"),
                new Mistake("period that lies behind", "periods.dmn", "\"P14D\"", "\"P-14D\"", "'P-14D' is geen termijn"),
                new Mistake("row of a step that is gone", "periods.dmn", "\"identify-opportunity\"", "\"identify\"", "identify-opportunity»: voor deze stap staat geen termijn"),
                new Mistake("retention in words", "retention.dmn", "<text>\"P2Y\"", "<text>\"twee jaar\"", "staat geen termijn zoals P2Y"),
                new Mistake("word off the list", "mandate.dmn", "<text>\"stop\"</text>", "<text>\"stopp\"</text>", "het woord \"stopp\" staat niet op de lijst"),
                new Mistake("condition that can't be read", "mandate.dmn", "<text>\"stop\"</text>", "<text>\"stop</text>", "is geen goede FEEL"),
                new Mistake("column that reads nothing", "mandate.dmn", "<text>totalCostAmount</text>", "<text></text>", "staat niet wat er gelezen wordt"),
                new Mistake("column that reads what nothing fills", "mandate.dmn", "<text>totalCostAmount</text>", "<text>totaleKosten</text>", "leest 'totaleKosten'"),
                new Mistake("two periods", "periods.dmn", "\"assess-opportunity\"", "\"identify-opportunity\"", "voor deze stap staan er 2 termijnen"),
                new Mistake("rules that both hold", "mandate.dmn", "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"", "gelden soms allebei"),
                new Mistake("rule without a reason", "highest-risk.dmn", "<description>Wie toetste, noemt het risico hoog.</description>", "", "regel 1 zegt niet waarom"),
                new Mistake("tables in a circle", "selection-advice.dmn", "<decision id=\"selection-fit\" name=\"Past bij de strategie\" camunda:historyTimeToLive=\"P3650D\">",
                        "<decision id=\"selection-fit\" name=\"Past bij de strategie\" camunda:historyTimeToLive=\"P3650D\"><informationRequirement id=\"Circle\"><requiredDecision href=\"#selection-advice\"/></informationRequirement>",
                        "door een kring van tabellen"),
                new Mistake("no time to live", "mandate.dmn", "camunda:historyTimeToLive=\"P3650D\"", "", "Time to live"),
                new Mistake("another id", "mandate.dmn", "<decision id=\"mandate\"", "<decision id=\"mandaat\"", "wijst naar de tabel 'mandate', maar die is er niet"));
    }
}
