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
                new Mistake("hand-over judged by who gives it", "hand-over-review.bpmn", "camunda:candidateGroups=\"head-of-implementation\"", "camunda:candidateGroups=\"head-of-innovation\"", "het Hoofd Implementatie beoordeelt de overdracht"),
                new Mistake("answers that changed places", "innovation.bpmn", "${selectionOutcome == 'select'}",
                        "${selectionOutcome == 'reject'}", "alleen wat geselecteerd is, wordt getoetst, maar er is een andere weg hierheen"),
                new Mistake("answer that is any but one", "innovation.bpmn", "${selectionOutcome == 'select'}",
                        "${selectionOutcome != 'reject'}", "alleen wat geselecteerd is, wordt getoetst, maar er is een andere weg hierheen"),
                new Mistake("answer or anything", "innovation.bpmn", "${selectionOutcome == 'select'}",
                        "${selectionOutcome == 'select' || true}", "alleen wat geselecteerd is, wordt getoetst, maar er is een andere weg hierheen"),
                new Mistake("arrow to another step", "innovation.bpmn", "sourceRef=\"Gateway_Feasible\" targetRef=\"Gateway_ToNotContinued\"",
                        "sourceRef=\"Gateway_Feasible\" targetRef=\"CallActivity_HandOver\"", "alleen wat doorgaat, wordt overgedragen"),
                new Mistake("arrow drawn elsewhere", "innovation.bpmn", "sourceRef=\"Gateway_Selected\" targetRef=\"Gateway_ToRejected\"",
                        "sourceRef=\"Gateway_Selected\" targetRef=\"IntermediateEvent_NotNowAnswered\"", "maar is anders getekend"),
                new Mistake("owner who need not accept", "implementation.bpmn", "${ownershipOutcome == 'accept'}",
                        "${ownershipOutcome == 'accept' || ownershipOutcome == 'notYet'}", "niets wordt geborgd zonder eigenaar die dat aanvaardt"),
                new Mistake("change that nobody approved", "process-change.bpmn", "${changeReview == 'approve'}",
                        "${changeReview == 'approve' || changeReview == 'return'}", "alleen een goedgekeurde wijziging gaat live"),
                new Mistake("review by who proposed", "process-change.bpmn", "<camunda:property name=\"notBy\" value=\"requestedBy\" />",
                        "", "wie een wijziging voorstelt, beoordeelt haar niet zelf"),
                new Mistake("plan approved by who made it", "plan-approval.bpmn", "camunda:candidateGroups=\"head-of-implementation\"",
                        "camunda:candidateGroups=\"project-lead\"", "het Hoofd Implementatie keurt het plan goed"),
                new Mistake("advice that is waited for", "council-advice.bpmn", "name=\"Geen advies binnen de termijn\" attachedToRef",
                        "name=\"Geen advies binnen de termijn\" cancelActivity=\"false\" attachedToRef", "op een advies wacht een dossier niet voor altijd"),
                new Mistake("answer without a reason", "innovation.bpmn", "<camunda:inputParameter name=\"answerReason\">${latestReason}</camunda:inputParameter>",
                        "", "leest hier geen reden"),
                new Mistake("duration where a day belongs", "innovation.bpmn", "${periods.due('identify-opportunity')}</bpmn:timeDate>",
                        "P14D</bpmn:timeDate>", "«Beloofde dagen voorbij»: wacht op 'P14D', en dat is geen dag maar een duur. Zet het type van de timer op Duration"),
                new Mistake("day where a rhythm belongs", "roll-out.bpmn", "${periods.every('stand-up')}",
                        "${periods.due('stand-up')}", "geen herhaling maar een dag"),
                new Mistake("signal that nobody hears", "innovation.bpmn", "name=\"DossierStops-${dossierNumber}\"",
                        "name=\"DossierStopt-${dossierNumber}\"", "geeft het signaal 'DossierStopt-${dossierNumber}', maar niets wacht daarop"),
                new Mistake("variable with a typing error", "feasibility.bpmn", "amounts.parse(oneOffCost)",
                        "amounts.parse(oneOfCost)", "leest 'oneOfCost', maar geen formulier"),
                new Mistake("variable asked by a wrong name", "implementation.bpmn", "execution.getVariable('runningBudgetReason')",
                        "execution.getVariable('runningBudgetReden')", "leest 'runningBudgetReden'"),
                new Mistake("variable passed on by a wrong name", "implementation.bpmn", "<camunda:in source=\"projectLead\" target=\"pointSeeTo\" />",
                        "<camunda:in source=\"projectLeed\" target=\"pointSeeTo\" />", "«Open punten vóór het borgen nagaan»: leest 'projectLeed'"),
                new Mistake("list that is not there", "roll-out.bpmn", "camunda:collection=\"${teamStandings.withPlanned(execution)}\"",
                        "camunda:collection=\"teamsChosen\"", "leest 'teamsChosen'"),
                new Mistake("advice that no table gives", "selection.bpmn", "name=\"advice\" value=\"selectionAdvice\"",
                        "name=\"advice\" value=\"selectieAdvies\"", "leest 'selectieAdvies'"),
                new Mistake("reason against that is not asked", "selection.bpmn", "name=\"reasonAgainst\" value=\"selectionDeviationReason\"",
                        "name=\"reasonAgainst\" value=\"deviationReason\"", "in select-opportunity.form staat die vraag niet of niet verplicht"),
                new Mistake("call of what is not there", "implementation.bpmn", "${people.group(projectLead)}",
                        "${people.grop(projectLead)}", "roept 'grop' aan, en dat kent people niet"),
                new Mistake("call with too much", "implementation.bpmn", "${people.group(projectLead)}",
                        "${people.group(projectLead, title)}", "geeft 2 waarden mee aan 'group', en dat vraagt er 1"),
                new Mistake("priority in words", "selection.bpmn", "camunda:candidateGroups=\"head-of-innovation\"",
                        "camunda:candidateGroups=\"head-of-innovation\" camunda:priority=\"hoog\"", "staat 'hoog', en dat is geen getal"),
                new Mistake("follow-up in words", "selection.bpmn", "camunda:candidateGroups=\"head-of-innovation\"",
                        "camunda:candidateGroups=\"head-of-innovation\" camunda:followUpDate=\"morgen\"", "staat 'morgen', en dat is geen dag"),
                new Mistake("error that nobody catches", "feasibility.bpmn", "<bpmn:incoming>Flow_Stop</bpmn:incoming>\n    </bpmn:endEvent>",
                        "<bpmn:incoming>Flow_Stop</bpmn:incoming>\n    <bpmn:errorEventDefinition id=\"Error\" /></bpmn:endEvent>", "maar niets vangt die op"),
                new Mistake("name in English", "selection.bpmn", "name=\"Kans selecteren\"", "name=\"Select the opportunity\"", "«Select the opportunity»: deze naam is Engels"),
                new Mistake("model for another Camunda", "selection.bpmn", "modeler:executionPlatform=\"Camunda Platform\"", "modeler:executionPlatform=\"Camunda Cloud\"",
                        "is voor Camunda 8 gemaakt"),
                new Mistake("table that gives more than one", "mandate.dmn", "hitPolicy=\"FIRST\"",
                        "hitPolicy=\"COLLECT\"", "verwacht één antwoord van de tabel 'mandate'"));
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
                new Mistake("pattern that can't be read", "test-finance.form", "\"pattern\": \"^", "\"pattern\": \"^[a-", "test-finance.form"),
                new Mistake("word that nobody can choose", "select-opportunity.form", "=not(selectionOutcome = \\\"select\\\")",
                        "=not(selectionOutcome = \\\"selecteren\\\")", "vergelijkt 'selectionOutcome' met \"selecteren\", maar dat kan niemand kiezen"),
                new Mistake("word in a text that nobody can choose", "select-opportunity.form", "if selectionAdvice = \\\"notNow\\\"",
                        "if selectionAdvice = \\\"nietNu\\\"", "«Het advies»: vergelijkt 'selectionAdvice' met \"nietNu\""),
                new Mistake("hidden by itself", "select-opportunity.form", "\"hide\": \"=not(selectionOutcome = \\\"select\\\")\"",
                        "\"hide\": \"=priority = null\"", "wordt verborgen door haar eigen antwoord"),
                new Mistake("choices from a list that is not there", "assess-opportunity.form", "\"valuesKey\": \"goalOptions\"",
                        "\"valuesKey\": \"doelOptions\"", "leest 'doelOptions'"),
                new Mistake("last day that nobody knows", "select-opportunity.form", "\"latest\": \"parking-longest\"",
                        "\"latest\": \"parking-langst\"", "de uiterste dag 'parking-langst' kan niemand uitrekenen"),
                new Mistake("question in English", "report-opportunity.form", "Welk probleem ziet u?", "What is the problem?", "«What is the problem?»: deze tekst is Engels"),
                new Mistake("form for another Camunda", "select-opportunity.form", "\"executionPlatform\": \"Camunda Platform\"",
                        "\"executionPlatform\": \"Camunda Cloud\"", "is voor Camunda Cloud gemaakt"),
                new Mistake("form that is too new", "select-opportunity.form", "\"schemaVersion\": 16",
                        "\"schemaVersion\": 19", "met een nieuwere versie gemaakt dan Tasklist kan tonen"));
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
                new Mistake("another id", "mandate.dmn", "<decision id=\"mandate\"", "<decision id=\"mandaat\"", "wijst naar de tabel 'mandate', maar die is er niet"),
                new Mistake("hit policy that fails", "mandate.dmn", "hitPolicy=\"FIRST\"",
                        "hitPolicy=\"ANY\"", "met hit policy Any faalt de tabel"),
                new Mistake("hit policy that the engine has not", "mandate.dmn", "hitPolicy=\"FIRST\"",
                        "hitPolicy=\"PRIORITY\"", "de hit policy 'PRIORITY' kent de procesmotor niet"),
                new Mistake("range turned round", "mandate.dmn", "[0..20000]",
                        "[20000..0]", "regel 6 kan nooit gelden"),
                new Mistake("amount as text", "mandate.dmn", "&gt; 50000",
                        "\"50000\"", "regel 3 kan nooit gelden"),
                new Mistake("amount with a point", "mandate.dmn", "&gt; 50000",
                        "&gt; 50.000", "'> 50.000' leest de procesmotor als een getal met cijfers achter de komma"),
                new Mistake("rule behind one that always holds", "mandate.dmn", "<text>\"stop\"</text>",
                        "<text></text>", "regel 2 geldt nooit, want regel 1 gaat altijd voor"),
                new Mistake("answer without quotes", "mandate.dmn", "<text>\"board\"</text>\n        </outputEntry>",
                        "<text>boord</text>\n        </outputEntry>", "regel 1: 'boord' staat zonder aanhalingstekens"),
                new Mistake("condition without quotes", "mandate.dmn", "<text>\"high\"</text>\n        </inputEntry>",
                        "<text>high</text>\n        </inputEntry>", "regel 2: 'high' staat zonder aanhalingstekens"),
                new Mistake("text where a number is given", "mandate.dmn", "name=\"mandate\" typeRef=\"string\"",
                        "name=\"mandate\" typeRef=\"integer\"", "is tekst, maar de kolom geeft een getal"),
                new Mistake("table that it needs is gone", "selection-advice.dmn", "href=\"#selection-fit\"",
                        "href=\"#selection-fits\"", "heeft een tabel nodig die niet in dit bestand staat"));
    }
}
