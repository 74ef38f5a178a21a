package nl.tweespoor.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.spin.Spin.JSON;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every kind of question that Tasklist can ask, also those that no form of ours asks yet. */
@EngineTest
@ExcludeFromProcessCoverage
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryQuestionTest {

    @Autowired
    ProcessEngine engine;

    private String deployment;
    private String task;
    private String instance;

    @BeforeAll
    void deploy() {
        deployment = engine.getRepositoryService().createDeployment()
                .addClasspathResource("nl/tweespoor/form/every-question.form")
                .addModelInstance("every-question.bpmn", Bpmn.createExecutableProcess("every-question")
                        .camundaHistoryTimeToLive(1).startEvent().userTask("UserTask_Ask").name("Vragen")
                        .camundaFormRef("every-question").camundaFormRefBinding("deployment").endEvent().done())
                .deploy().getId();
    }

    @AfterAll
    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
    }

    @BeforeEach
    void start() {
        engine.getIdentityService().setAuthentication("admin", List.of(Groups.CAMUNDA_ADMIN));
        instance = engine.getRuntimeService().startProcessInstanceByKey("every-question").getId();
        task = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
        engine.getRuntimeService().setVariables(instance, Map.of(
                "teamOptions", JSON("[{\"value\":\"t1\",\"label\":\"Een\"},{\"value\":\"t2\",\"label\":\"Twee\"}]"),
                "plainOptions", JSON("[\"a\",\"b\"]"), "sizes", JSON("[\"s\",\"m\"]"),
                "fixed", "van vroeger", "off", "uit"));
    }

    private void submit(Object... namesAndValues) {
        engine.getFormService().submitTaskForm(task, map(namesAndValues));
    }

    private void isRefused(String because, Object... namesAndValues) {
        String before = engine.getRuntimeService().getVariables(instance).toString();
        assertThatThrownBy(() -> submit(namesAndValues)).isInstanceOf(Refusal.class).hasMessageContaining(because)
                .satisfies(refusal -> assertThat(((Refusal) refusal).status()).isEqualTo(400));
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(engine.getRuntimeService().getVariables(instance)).hasToString(before);
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private Object stored(String name) {
        var variable = engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(instance)
                .variableName(name).singleResult();
        return variable == null ? null : variable.getValue();
    }

    static Stream<Arguments> fitting() {
        String today = LocalDate.now(DutchTime.ZONE).toString();
        return Stream.of(
                fits("name", "Jo"), fits("name", "😀😀😀😀😀"), fits("name", "<b>${1+1}"), fits("name", ""), fits("name", null),
                fits("name", "   1234567890   ", "1234567890"), fits("name", Variables.stringValue("Jan", true), "Jan"),
                fits("note", "Regel 1\r\nRegel 2\t<script>alert(1)</script> #{x} =1+1 'é' 😀"),
                fits("code", "42"), fits("part", "xa-b\u00a0y"), fits("mail", "a.b@example.nl"),
                fits("phone", "+31201234567"),
                fits("amount", 7, 7.0), fits("amount", 7L, 7.0), fits("amount", 7.25), fits("amount", 0, 0.0),
                fits("amount", Variables.shortValue((short) 7), 7.0),
                fits("whole", 3, 3L), fits("whole", 3.0, 3L), fits("whole", -3, -3L), fits("whole", null),
                fits("step", 0.75), fits("digits", "12.50"),
                fits("day", "2024-02-29"), fits("later", today), fits("time", "14:30"),
                fits("moment", "2026-03-01T09:15+01:00"),
                fits("agree", true), fits("agree", false), fits("colour", "blue"), fits("colour", null),
                fits("team", "t2"), fits("size", "m"),
                fits("means", JSON("[\"money\"]")), fits("means", List.of("money", "people")),
                fits("means", "[\"people\"]"), fits("tags", JSON("[\"b\",\"a\"]")), fits("tags", null, JSON("[]")));
    }

    private static Arguments fits(String question, Object answer) {
        return fits(question, answer, answer);
    }

    private static Arguments fits(String question, Object answer, Object stored) {
        return Arguments.of(question, answer, stored);
    }

    @ParameterizedTest
    @MethodSource
    void fitting(String question, Object answer, Object expected) {
        submit(question, answer);
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count()).isZero();
        Object stored = stored(question);
        if (stored instanceof SpinJsonNode list) {
            assertThat(list.toString()).isEqualTo(expected instanceof List<?> values ? JSON(values).toString()
                    : expected.toString());
        } else {
            assertThat(stored).isEqualTo(expected);
        }
    }

    static Stream<Arguments> notFitting() {
        return Stream.of(
                wrong("name", "J", "Gebruik minstens 2 tekens bij: Naam"),
                wrong("name", "12345678901", "Gebruik hoogstens 10 tekens bij: Naam"),
                wrong("name", "😀😀😀😀😀😀", "hoogstens 10 tekens"), wrong("name", "a\nb", "Schrijf op één regel bij: Naam"),
                wrong("name", 42, "Geef een tekst bij: Naam"), wrong("name", true, "Geef een tekst bij"),
                wrong("name", JSON("\"Jan\""), "Geef een tekst bij"), wrong("name", List.of("Jan"), "Geef een tekst bij"),
                wrong("name", new Date(), "Geef een tekst bij"), wrong("name", "Jan".getBytes(), "Geef een tekst bij"),
                wrong("name", Variables.fileValue("x.txt").file("Jan".getBytes()).create(), "Geef een tekst bij"),
                wrong("name", Variables.fileValue("x.txt").create(), "Geef een tekst bij"),
                wrong("name", Variables.serializedObjectValue("rO0ABXQAA0phbg==").objectTypeName("java.lang.String")
                        .serializationDataFormat("application/x-java-serialized-object").create(), "Geef een tekst bij"),
                wrong("note", "nul \0 byte", "Er staat een teken in dat niet bewaard kan worden"),
                wrong("note", "half \uD83D paar", "niet bewaard"), wrong("note", "half \uDE00\uD83D", "niet bewaard"),
                wrong("note", "x".repeat(4001), "hoogstens 4000 tekens"),
                wrong("note", "x".repeat(5_000_000), "hoogstens 4000 tekens"),
                wrong("code", "42\n", "Schrijf op één regel"), wrong("code", "423",
                        "Schrijf het zoals de uitleg bij de vraag zegt: Code (Twee cijfers, bijvoorbeeld 42)"),
                wrong("code", "٤٢", "Schrijf het zoals"), wrong("part", "ab ", "Schrijf het zoals"),
                wrong("mail", "a.b.nl", "e-mailadres"), wrong("phone", "020-123", "telefoonnummer"),
                wrong("amount", -1, "Vul minstens 0 in bij: Aantal uren"), wrong("amount", 100.01, "Vul hoogstens 100 in"),
                wrong("amount", 1.234, "hoogstens 2 cijfers achter de komma"), wrong("amount", "7", "Vul een getal in"),
                wrong("amount", Double.NaN, "Vul een getal in"), wrong("amount", Double.POSITIVE_INFINITY, "Vul een getal in"),
                wrong("whole", 1.5, "Vul een heel getal in"), wrong("whole", 1e300, "Vul een getal in"),
                wrong("whole", Long.MAX_VALUE, "Vul een getal in"), wrong("whole", true, "Vul een getal in"),
                wrong("step", 0.3, "Vul een veelvoud van 0.25 in"), wrong("digits", "twaalf", "Vul een getal in"),
                wrong("digits", "1e999999999", "Vul een getal in"),
                wrong("day", "2026-02-30", "Vul een datum in die bestaat, zoals 2026-12-31, bij: Dag."), wrong("day", "30-01-2026", "die bestaat"),
                wrong("day", "2026-1-1", "die bestaat"), wrong("day", "2026-01-01T10:00", "die bestaat"),
                wrong("day", "+12026-01-01", "tussen 1900 en 2200"), wrong("day", "1899-12-31", "tussen 1900 en 2200"),
                wrong("day", "2200-01-01", "tussen 1900 en 2200"), wrong("day", new Date(), "Vul een datum in"),
                wrong("day", 20260101, "Vul een datum in"),
                wrong("later", "2020-01-01", "Kies vandaag of een latere dag bij: Later"),
                wrong("time", "24:00", "Vul een tijd in"), wrong("time", "14:31", "Vul een tijd in"),
                wrong("time", "14:30Z", "Vul een tijd in"), wrong("moment", "2026-03-01", "Vul een datum en een tijd in"),
                wrong("moment", "2026-02-30T09:15+01:00", "die bestaat"), wrong("moment", "2026-03-01T09:15", "Vul een tijd in"),
                wrong("moment", "2026-03-01T09:15+19:00", "Vul een tijd in"),
                wrong("agree", "true", "Geef ja of nee bij: Akkoord"), wrong("agree", 1, "Geef ja of nee"),
                wrong("colour", "green", "Kies uit de lijst bij: Kleur"), wrong("colour", "Rood", "Kies uit de lijst"),
                wrong("colour", JSON("[\"red\"]"), "Kies uit de lijst"), wrong("team", "t3", "Kies uit de lijst bij: Team"),
                wrong("size", "xl", "Kies uit de lijst bij: Maat"),
                wrong("means", JSON("[\"money\",\"time\"]"), "Kies uit de lijst bij: Middelen"),
                wrong("means", JSON("[\"money\",\"money\"]"), "Kies elk antwoord één keer bij: Middelen"),
                wrong("means", JSON("[[\"money\"]]"), "Kies uit de lijst"), wrong("means", JSON("{\"0\":\"money\"}"), "Geef een lijst"),
                wrong("means", "money", "Geef een lijst"), wrong("means", "[\"money\"", "Geef een lijst"),
                wrong("means", List.of(1), "Geef een lijst"), wrong("tags", JSON("[\"c\"]"), "Kies uit de lijst"),
                wrong("tags", Variables.serializedObjectValue("[\"a\"]").objectTypeName("java.util.ArrayList")
                        .serializationDataFormat("application/json").create(), "Geef een lijst"));
    }

    private static Arguments wrong(String question, Object answer, String because) {
        return Arguments.of(question, answer, because);
    }

    @ParameterizedTest
    @MethodSource
    void notFitting(String question, Object answer, String because) {
        isRefused(because, question, answer);
    }

    @Test
    void limitsCanBeExpressions() {
        isRefused("Vul hoogstens 3 in bij: Hoogstens", "whole", 3, "most", 4);
        isRefused("Gebruik hoogstens 3 tekens bij: Kort", "whole", 3, "short", "vier");
        submit("whole", 3, "most", 3, "short", "drie".substring(1));
    }

    /** A space of another kind, a filler, a joiner, a mark without a letter to stand on: a few of each kind in Unicode. */
    static Stream<String> invisible() {
        return Stream.of(" ", "\u00a0", "\u2007", "\u3000", "\u200b", "\u2060", "\ufeff", "\u00ad", "\u3164", "\u2800", "\u115f",
                "\u1160", "\uffa0", "\u034f", "\u17b4", "\u180e", "\ufe0f", "\u2028", "\udb40\udd00", "\udb40\udc20",
                "\ud834\udd59", "\u0378", " \u200b\u00a0\u2800 ");
    }

    @ParameterizedTest
    @MethodSource("invisible")
    void answerThatNobodyCanReadIsNone(String nothing) {
        isRefused("Vul nog in: Waarom rood", "colour", "red", "why", nothing);
        submit("name", nothing);
        assertThat(stored("name")).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"})
    void textThatTurnsTheReadingOrderIsRefused(String control) {
        isRefused("Er staat een onzichtbaar teken in dat de leesrichting omkeert. Typ opnieuw wat u had geplakt bij: Naam", "name", "af" + control + "wijzen");
    }

    // Everything at once

    @Test
    void everyWrongFieldIsNamedInOneAnswer() {
        isRefused("Het formulier klopt nog niet. Stuur alleen antwoorden op de vragen van het formulier, dus niet: advice."
                + " Gebruik minstens 2 tekens bij: Naam. Kies uit de lijst bij: Team; Middelen. Vul nog in: Waarom rood.",
                "name", "J", "team", "t9", "means", List.of("time"), "colour", "red", "advice", "select");
    }

    @Keeps("last-possible-day-is-told")
    @Test
    void dayIsHeldAgainstWhatItsQuestionAllows() {
        LocalDate today = LocalDate.now(DutchTime.ZONE);
        isRefused("Kies een dag na vandaag bij: Wanneer weer.", "parked", today.toString());
        isRefused("Kies uiterlijk " + DutchTime.written(today.plusDays(365)) + " bij: Wanneer weer.", "parked", today.plusDays(366).toString());
        isRefused("Kies vandaag of een eerdere dag bij: Gezien op.", "seen", today.plusDays(1).toString());
        isRefused("Kies " + DutchTime.written(today.minusYears(1)) + " of een latere dag bij: Gezien op.",
                "seen", today.minusYears(1).minusDays(1).toString());
        isRefused("Mijlpaal 2: kies vandaag of een latere dag bij: Datum.", "lastDay", today.minusDays(1).toString());
        isRefused("Mijlpaal 2: kies een dag die niet ligt vóór die bij ‘Later’, bij: Datum.",
                "later", today.plusDays(2).toString(), "lastDay", today.plusDays(1).toString());
        submit("parked", today.plusDays(365).toString(), "seen", today.minusYears(1).toString(),
                "later", today.plusDays(1).toString(), "lastDay", today.plusDays(1).toString());
    }

    @Test
    void dayIsHeldAgainstADayThatTheDossierKnows() {
        LocalDate today = LocalDate.now(DutchTime.ZONE);
        engine.getRuntimeService().setVariables(instance, Map.of("begun", today.minusDays(3).toString(), "whoHelps", "outside/helper1",
                "helper1Until", today.plusDays(5).toString()));
        isRefused("Kies " + DutchTime.written(today.minusDays(3)) + " of een latere dag bij: Gestart op.", "startedOn", today.minusDays(4).toString());
        isRefused("Kies uiterlijk " + DutchTime.written(today.plusDays(5)) + " bij: Komt op.", "comesOn", today.plusDays(6).toString());
        submit("startedOn", today.minusDays(3).toString(), "comesOn", today.plusDays(5).toString());
    }

    @Test
    void dayThatNobodyKnowsHoldsNothingBack() {
        engine.getRuntimeService().setVariables(instance, Map.of("begun", "gisteren", "whoHelps", "it/it"));
        submit("startedOn", LocalDate.now(DutchTime.ZONE).minusDays(90).toString(), "comesOn", LocalDate.now(DutchTime.ZONE).plusDays(90).toString());
    }

    @Test
    void partIsNotMoreThanTheWhole() {
        isRefused("Vul niet meer in dan bij \u2018Aantal mensen\u2019, bij: Getraind.", "whole", 10, "trained", 11);
        engine.getRuntimeService().setVariable(instance, "teamSize", "10");
        isRefused("Vul hoogstens 10 in bij: Werkt ermee.", "users", "0011");
        submit("whole", 10, "trained", 10, "users", "010");
    }

    @Test
    void partOfWhatIsNotKnownIsAnyNumber() {
        submit("trained", 11, "users", "9999");
    }

    @Test
    void stepWithoutAPeriodLetsNoDayPass() {
        isRefused("Er staat geen termijn voor 'no-such-step'", "never", LocalDate.now(DutchTime.ZONE).toString());
    }

    // What is not asked

    @Test
    void unknownVariablesAreRefusedWhateverTheirType() {
        isRefused("niet: approved", "approved", true);
        isRefused("niet: x", "x", null);
        isRefused("niet: x", "x", Variables.fileValue("x").file(new byte[0]).create());
        isRefused("niet: x", "x", Variables.serializedObjectValue("x").objectTypeName("x")
                .serializationDataFormat("application/x-java-serialized-object").create());
        isRefused("niet: x", "x", Variables.stringValue("secret", true));
        isRefused("en nog 990", manyUnknown());
        isRefused("niet: " + "x".repeat(60) + "...", "x".repeat(10_000), 1);
        isRefused("niet: a?b", "a\0b", 1);
    }

    private static Object[] manyUnknown() {
        Object[] many = new Object[2000];
        Arrays.setAll(many, i -> "unknown" + i);
        return many;
    }

    @Test
    void anOwnListOfOptionsIsRefused() {
        isRefused("niet: teamOptions", "team", "t3", "teamOptions",
                JSON("[{\"value\":\"t3\",\"label\":\"Drie\"}]"));
        isRefused("niet: sizes", "size", "xl", "sizes", JSON("[\"xl\"]"));
    }

    @Test
    void transientAnswerIsStoredLikeAnyOther() {
        submit("colour", Variables.stringValue("red", true), "why", Variables.stringValue("Mooi", true),
                "whyMore", List.of("warm"));
        assertThat(stored("why")).isEqualTo("Mooi");
    }

    // Conditions

    @Test
    void questionThatIsHiddenIsNotAsked() {
        isRefused("Vul nog in: Waarom rood", "colour", "red");
        isRefused("Vul nog in: Wat nog meer", "colour", "red", "why", "Mooi");
        isRefused("Laat leeg, want dit hoort nu niet bij uw antwoorden: Waarom rood.", "colour", "blue", "why", "Mooi");
        isRefused("bij uw antwoorden: Waarom rood; Wat nog meer.",
                "colour", "blue", "why", "Mooi", "whyMore", List.of("warm"));
        isRefused("bij uw antwoorden: Soort blauw", "colour", "red", "why", "Mooi", "whyMore", List.of("warm"),
                "blueName", "Azuur");
        submit("colour", "blue", "why", "", "whyMore", List.of(), "blueName", "Azuur");
    }

    @Test
    void oldAnswerToAHiddenQuestionDoesNotSurvive() {
        engine.getRuntimeService().setVariables(instance,
                Map.of("colour", "red", "why", "Mooi", "whyMore", JSON("[\"warm\"]")));
        isRefused("Laat leeg", "colour", "blue", "why", "Anders");
        submit("colour", "blue", "why", "Mooi");
        assertThat(stored("why")).isNull();
        assertThat(stored("whyMore")).hasToString("[]");
    }

    @Test
    void answerOfBeforeCountsWhenItIsNotSentAgain() {
        engine.getRuntimeService().setVariables(instance, Map.of("colour", "red", "why", "Mooi"));
        isRefused("Vul nog in: Wat nog meer", "name", "Jan");
        submit("whyMore", List.of("warm"));
        assertThat(stored("why")).isEqualTo("Mooi");
    }

    // Read-only

    @Test
    void readOnlyComesBackAsItWas() {
        isRefused("Laat zoals het is: Vast", "fixed", "van mij");
        isRefused("Laat zoals het is: Uit", "off", "aan");
        isRefused("Laat zoals het is: Vooraf", "preset", "van mij");
        isRefused("Laat zoals het is: Vast bij blauw", "colour", "blue", "fixedForBlue", "van mij");
        isRefused("Laat zoals het is: Vast", "fixed", Variables.fileValue("x").file(new byte[0]).create());
        submit("fixed", "van vroeger", "off", "uit", "preset", "standaard", "fixedForBlue", "van mij");
        assertThat(stored("fixed")).isEqualTo("van vroeger");
        assertThat(stored("fixedForBlue")).isEqualTo("van mij");
        assertThat(stored("preset")).isNull();
    }

    @Test
    void computedAnswerIsComputedHere() {
        submit("whole", 21, "double", 1_000_000);
        assertThat(stored("double")).isEqualTo(42.0);
    }

    // Groups

    @Test
    void groupWithAPathIsOneVariable() {
        submit("address", JSON("{\"street\":\"Kerkstraat\",\"house\":{\"number\":7},\"addition\":\"b\"}"));
        assertThat(stored("address")).hasToString(
                "{\"street\":\"Kerkstraat\",\"house\":{\"number\":7},\"addition\":\"b\"}");
    }

    @Test
    void groupKeepsWhatItIsNotAskedAbout() {
        engine.getRuntimeService().setVariable(instance, "address",
                JSON("{\"street\":\"Oud\",\"city\":\"Zwolle\",\"house\":{\"number\":1},\"addition\":\"b\"}"));
        isRefused("niet: address.city", "address", JSON("{\"city\":\"Assen\"}"));
        submit("address", JSON("{\"street\":\"Nieuw\",\"house\":{\"number\":null},\"addition\":\"\"}"));
        assertThat(stored("address")).hasToString(
                "{\"street\":\"Nieuw\",\"city\":\"Zwolle\",\"house\":{\"number\":null},\"addition\":null}");
    }

    @Test
    void nestingThatTheFormDoesNotHaveIsRefused() {
        isRefused("niet: address.country", "address", JSON("{\"country\":\"NL\"}"));
        isRefused("niet: address", "address", "Kerkstraat 7");
        isRefused("niet: address", "address", JSON("[\"Kerkstraat\"]"));
        isRefused("niet: address.house", "address", JSON("{\"house\":7}"));
        isRefused("Geef een tekst bij: Straat", "address", JSON("{\"street\":{\"name\":\"Kerkstraat\"}}"));
        isRefused("Vul een heel getal in bij: Huisnummer", "address", JSON("{\"house\":{\"number\":7.5}}"));
        isRefused("Laat leeg, want dit hoort nu niet bij uw antwoorden: Toevoeging", "address", JSON("{\"addition\":\"b\"}"));
        isRefused("hoogstens 20 tekens bij: Straat", "address", JSON("{\"street\":\"" + "x".repeat(21) + "\"}"));
        isRefused("niet: street", "street", "Kerkstraat");
        isRefused("Geef een tekst bij: Naam", "name", JSON("{\"first\":\"Jan\"}"));
    }

    // However it is done

    @Test
    void everyWayToCompleteIsHeldAgainstTheForm() {
        Map<String, Object> wrong = map("name", "J");
        engine.getTaskService().setOwner(task, "employee");
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                () -> engine.getTaskService().complete(task, wrong),
                () -> engine.getTaskService().completeWithVariablesInReturn(task, wrong, false),
                () -> engine.getTaskService().resolveTask(task, wrong),
                () -> engine.getFormService().submitTaskForm(task, wrong),
                () -> engine.getFormService().submitTaskFormWithVariablesInReturn(task, wrong, false))
                .forEach(submit -> assertThatThrownBy(submit).isInstanceOf(Refusal.class).hasMessageContaining("Naam"));
        assertThatThrownBy(() -> engine.getTaskService().handleBpmnError(task, "stop", "stop", map("name", "Jan")))
                .isInstanceOf(Refusal.class).hasMessageContaining("niet: name");
        assertThatThrownBy(() -> engine.getTaskService().handleEscalation(task, "stop", map("name", "Jan")))
                .isInstanceOf(Refusal.class).hasMessageContaining("niet: name");
        engine.getTaskService().delegateTask(task, "auditor");
        engine.getTaskService().resolveTask(task);
        engine.getTaskService().delegateTask(task, "auditor");
        engine.getTaskService().resolveTask(task, map("name", "Jan"));
        engine.getTaskService().complete(task);
        assertThat(stored("name")).isEqualTo("Jan");
    }

    @Test
    void startWithoutAFormTakesNothing() {
        String definition = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance)
                .singleResult().getProcessDefinitionId();
        Map<String, Object> something = map("name", "Jan");
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                () -> engine.getRuntimeService().startProcessInstanceByKey("every-question", something),
                () -> engine.getRuntimeService().startProcessInstanceById(definition, something),
                () -> engine.getRuntimeService().createProcessInstanceByKey("every-question")
                        .setVariableLocal("name", "Jan").execute(),
                () -> engine.getFormService().submitStartForm(definition, something))
                .forEach(start -> assertThatThrownBy(start).isInstanceOf(Refusal.class).hasMessageContaining("niet: name"));
    }

    @Test
    void taskWithoutAFormTakesNothing() {
        var standalone = engine.getTaskService().newTask();
        engine.getTaskService().saveTask(standalone);
        assertThatThrownBy(() -> engine.getTaskService().complete(standalone.getId(), map("name", "Jan")))
                .isInstanceOf(Refusal.class).hasMessageContaining("niet: name");
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(standalone.getId(), map("name", "Jan")))
                .isInstanceOf(Refusal.class).hasMessageContaining("niet: name");
        engine.getTaskService().deleteTask(standalone.getId(), true);
    }

    @Test
    void componentThatTheServerDoesNotKnowIsRefused() {
        engine.getIdentityService().clearAuthentication();
        String other = engine.getRepositoryService().createDeployment().addString("picking.form", """
                {"id": "picking", "type": "default", "schemaVersion": 16, "components": [
                  {"type": "group", "id": "g", "components": [{"type": "filepicker", "key": "file", "id": "f"}]}]}""")
                .addModelInstance("picking.bpmn", Bpmn.createExecutableProcess("picking").camundaHistoryTimeToLive(1)
                        .startEvent().camundaFormRef("picking").camundaFormRefBinding("deployment").endEvent().done())
                .deploy().getId();
        engine.getIdentityService().setAuthentication("admin", List.of(Groups.CAMUNDA_ADMIN));
        try {
            assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("picking"))
                    .isInstanceOf(Refusal.class).hasMessageContaining("niet kan controleren (filepicker)");
        } finally {
            engine.getRepositoryService().deleteDeployment(other, true);
        }
    }

    @Test
    void dayIsPassedWhenItIsInTheNetherlands() {
        ClockUtil.setCurrentTime(Date.from(java.time.Instant.parse("2026-06-30T22:30:00Z")));
        isRefused("Kies vandaag of een latere dag", "later", "2026-06-30");
        submit("later", "2026-07-01");
    }
}
