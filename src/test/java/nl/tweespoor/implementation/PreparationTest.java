package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class PreparationTest {

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;
    @Autowired
    FormService forms;

    @Test
    void grantedRoomEndsThePreparation() {
        Dossier dossier = weightChosen().grantRoom();

        dossier.endedAt("EndEvent_Prepared").isWaitingAt("UserTask_AnalysePractice");
        assertThat(dossier.hasPassed("UserTask_SettleCapacity")).isFalse();
    }

    /** Nothing, less than is needed for all together, or no: then it isn't one person who calls that room. */
    @ParameterizedTest
    @CsvSource({"granted, 4, 0, Minstens één functie krijgt geen uren", "granted, 0, 9, Minstens één functie krijgt geen uren",
        "granted, 4, 1, Er zijn minder uren vrij", "conflict, 4, 2, het botst met ander werk"})
    @Keeps("room-is-decided-above")
    void roomThatIsNoRoomIsForTheManagementTeam(String answer, int first, int second, String why) {
        Dossier dossier = teamThatNeeds(4, 2).complete("UserTask_GrantRoom", "roomOutcome", answer, "room1Hours", first,
                "room2Hours", second, "roomReason", "De zomer is al krap.");

        assertThat(dossier.task("UserTask_SettleCapacity")).hasCandidateGroup("management-team");
        assertThat((String) tasks.getVariable(dossier.task("UserTask_SettleCapacity").getId(), "roomCheckReason")).contains(why);
        assertThat(tasks.getVariable(dossier.task("UserTask_SettleCapacity").getId(), "roomReason"))
                .isEqualTo("De zomer is al krap.");
    }

    @Test
    void hoursThatAreNeededAreEnough() {
        teamThatNeeds(4, 2).complete("UserTask_GrantRoom", "roomOutcome", "granted", "room1Hours", 4, "room2Hours", 2)
                .endedAt("EndEvent_Prepared");
    }

    @ParameterizedTest
    @CsvSource({"-1", "100", "2.5"})
    void hoursThatCannotBeAreRefused(double hours) {
        Dossier dossier = teamThatNeeds(4, 2);
        assertThatThrownBy(() -> dossier.complete("UserTask_GrantRoom", "roomOutcome", "granted", "room1Hours", hours))
                .hasMessageContaining("Teamlid 1");
    }

    @Test
    void teamOfOneIsRefused() {
        assertThatThrownBy(() -> walk.accepted().formTeam("member2Function", null, "member2Hours", null))
                .hasMessageContaining("Teamlid 2: vul nog in");
        assertThatThrownBy(() -> walk.accepted().formTeam("member2Hours", 0)).hasMessageContaining("Teamlid 2");
    }

    @Test
    void roomThatWasFoundIsGrantedInHours() {
        Dossier dossier = conflict().complete("UserTask_SettleCapacity", "capacityOutcome", "settled");

        assertThat(dossier.running("planning")).isEmpty();
        dossier.isWaitingAt("UserTask_GrantRoom").grantRoom().endedAt("EndEvent_Prepared");
    }

    @Test
    @Keeps("room-comes-back")
    void laterComesBackOnItsDay() {
        Calendar.itIsMonday();
        Dossier dossier = conflict();
        assertThatThrownBy(() -> dossier.complete("UserTask_SettleCapacity", "capacityOutcome", "later",
                "capacityDate", Calendar.dayAfterMonday(200))).hasMessageContaining("Kies uiterlijk");
        assertThatThrownBy(() -> dossier.complete("UserTask_SettleCapacity", "capacityOutcome", "later",
                "capacityDate", Calendar.dayAfterMonday(0))).hasMessageContaining("Kies een dag na vandaag");
        dossier.complete("UserTask_SettleCapacity", "capacityOutcome", "later", "capacityDate", Calendar.dayAfterMonday(30))
                .isWaitingAt("IntermediateEvent_CapacityDate");

        assertThat(dossier.timer("IntermediateEvent_CapacityDate").getDuedate()).isEqualTo(Calendar.morningAfterMonday(30));
        dossier.timePassesUntil("IntermediateEvent_CapacityDate").isWaitingAt("UserTask_GrantRoom");
    }

    @Test
    @OnPostgresToo
    void withoutRoomTheDossierStopsAndTheReporterHearsWhy() {
        Dossier dossier = conflict().complete("UserTask_SettleCapacity", "capacityOutcome", "no",
                "capacityReason", "De verhuizing gaat dit jaar voor.");

        dossier.endedAt("EndEvent_NotPrepared").isWaitingAt("UserTask_RecordLessons");
        assertThat(dossier.variable("answer-reporter", "answerReason")).isEqualTo("De verhuizing gaat dit jaar voor.");
        assertThat(dossier.history("planning")).isEmpty();
        dossier.complete("UserTask_RecordLessons", "lessonOutcome", "none").endedAt("EndEvent_Stopped");
    }

    @Test
    void overrulingAConflictLeavesItsReason() {
        Dossier dossier = conflict();

        assertThatThrownBy(() -> dossier.submit("UserTask_SettleCapacity", "capacityOutcome", "overruled"))
                .hasMessageContaining("Vul nog in");
        assertThatThrownBy(() -> dossier.submit("UserTask_SettleCapacity", "capacityOutcome", "overruled",
                "capacityReason", ".")).hasMessageContaining("Geef een echte reden (dus niet 'n.v.t.' of 'zie boven') bij");
        dossier.complete("UserTask_SettleCapacity", "capacityOutcome", "overruled",
                "capacityReason", "Dit gaat voor de verhuizing.").isWaitingAt("UserTask_AnalysePractice");
        assertThat(dossier.decisions()).last().satisfies(decision -> assertThat(decision)
                .containsEntry("by", "Managementteam").containsEntry("reason", "Dit gaat voor de verhuizing."));
    }

    // What was handed over

    @ParameterizedTest
    @CsvSource({"keep, Rustige nachten, Rondes per nacht, Vrij binnen het budget",
        "result, Rustige dagen, Valincidenten, Vrij binnen het budget",
        "mandate, Rustige nachten, Rondes per nacht, Alleen in overleg"})
    @OnPostgresToo
    @Keeps("change-is-answered")
    void whatWasHandedOverChangesOnlyByTheHeadOfInnovation(String outcome, String result, String indicator, String mandate) {
        Dossier dossier = walk.decided().complete("UserTask_PrepareHandOver", "wantedResult", "Rustige nachten",
                        "resultIndicator", "Rondes per nacht", "handOverMandate", "Vrij binnen het budget")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept")
                .formTeam("handOverChangeChoice", "ask", "handOverChangeRequest", "De afdeling verhuist dit jaar.");
        assertThat(dossier.task("UserTask_AnswerChange")).hasCandidateGroup("head-of-innovation");

        Map<String, Object> answers = new HashMap<>(Map.of("changeOutcome", outcome, "changeReason", "Zo staat het in de strategie."));
        answers.putAll(outcome.equals("result") ? Map.of("newWantedResult", result, "newResultIndicator", indicator)
                : outcome.equals("mandate") ? Map.of("newMandate", mandate) : Map.of());
        dossier.complete("UserTask_AnswerChange", answers.entrySet().stream()
                .flatMap(answer -> Stream.of(answer.getKey(), answer.getValue())).toArray()).isWaitingAt("UserTask_FormTeam");

        Map<String, Object> seen = tasks.getVariables(dossier.task("UserTask_FormTeam").getId());
        assertThat(seen).containsEntry("wantedResult", result).containsEntry("resultIndicator", indicator)
                .containsEntry("handOverMandate", mandate).containsEntry("changeReason", "Zo staat het in de strategie.")
                .containsEntry("handOverChangeChoice", null);
        dossier.formTeam().isWaitingAt("UserTask_ChooseWeight").endedAt("EndEvent_ChangeAnswered");
    }

    @Test
    void changeWithoutTheChangedThingIsRefused() {
        Dossier dossier = walk.accepted().formTeam("handOverChangeChoice", "ask");
        assertThatThrownBy(() -> dossier.submit("UserTask_AnswerChange", "changeOutcome", "result",
                "changeReason", "Daar is iets voor te zeggen.")).hasMessageContaining("Welk resultaat willen we nu");
    }

    // Who may leave out steps

    @ParameterizedTest
    @CsvSource({"extended, skip, do", "standard, do, skip", "light, do, do"})
    @Keeps("refusal-of-weight-is-read")
    void leavingOutStepsAtHighRiskIsConfirmedByTheManagementTeam(String weight, String targetGroups, String strategies) {
        Dossier dossier = walk.accepted().formTeam("changeRisk", "high").complete("UserTask_ChooseWeight", "chosenWeight", weight,
                "targetGroupStep", targetGroups, "strategyStep", strategies);

        assertThat(dossier.task("UserTask_ConfirmWeight")).hasCandidateGroup("management-team");
        dossier.complete("UserTask_ConfirmWeight", "weightConfirmationOutcome", "disagree", "confirmWeightReason", "Dit is te groot.")
                .isWaitingAt("UserTask_ChooseWeight");
        assertThat(tasks.getVariable(dossier.task("UserTask_ChooseWeight").getId(), "confirmWeightReason"))
                .isEqualTo("Dit is te groot.");
        dossier.complete("UserTask_ChooseWeight", "chosenWeight", weight, "targetGroupStep", targetGroups, "strategyStep", strategies)
                .complete("UserTask_ConfirmWeight", "weightConfirmationOutcome", "agree").isWaitingAt("UserTask_GrantRoom");
    }

    @Test
    void allStepsAtHighRiskNeedNobodyElse() {
        walk.accepted().formTeam("changeRisk", "high").complete("UserTask_ChooseWeight", "chosenWeight", "extended",
                "targetGroupStep", "do", "strategyStep", "do").isWaitingAt("UserTask_GrantRoom");
    }

    /** Who prepares could otherwise type a low risk, and so skip what privacy and quality found. */
    @Test
    void riskThatWasFoundIsNotTypedAway() {
        Dossier dossier = walk.beingTested().completeTests("privacyRisk", "high")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .complete("UserTask_DecideByBoard", "continuationOutcome", "proceed").complete("UserTask_PrepareHandOver")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept")
                .formTeam("reach", "oneTeam", "workChange", "little", "technicalChange", "none", "changeRisk", "low");

        assertThat(tasks.getVariables(dossier.task("UserTask_ChooseWeight").getId())).containsEntry("weightAdvice", "extended");
        dossier.complete("UserTask_ChooseWeight", "chosenWeight", "light", "targetGroupStep", "skip", "strategyStep", "skip")
                .isWaitingAt("UserTask_ConfirmWeight");
    }

    @ParameterizedTest
    @CsvSource({
        "oneTeam,           little, none, low,    light,    skip, skip, in één team met weinig risico",
        "oneTeam,           some,   some, medium, light,    skip, do,   Een aparte analyse van de doelgroep",
        "severalTeams,      little, none, low,    standard, do,   do,   teams verschillen",
        "wholeOrganisation, little, none, low,    extended, do,   do,   De hele organisatie",
        "oneTeam,           little, none, high,   extended, do,   do,   Als het misgaat is de schade groot"})
    void adviceOnWeightIsShownBeforeTheChoice(String reach, String work, String technology, String risk,
            String weight, String targetGroups, String strategies, String reason) {
        Dossier dossier = walk.accepted().formTeam("reach", reach, "workChange", work,
                "technicalChange", technology, "changeRisk", risk);

        String task = dossier.task("UserTask_ChooseWeight").getId();
        Map<String, Object> advice = tasks.getVariables(task);
        assertThat(advice).containsEntry("weightAdvice", weight).containsEntry("targetGroupStepAdvice", targetGroups)
                .containsEntry("strategyStepAdvice", strategies);
        assertThat((String) advice.get("weightAdviceReason")).contains(reason);
        assertThat(form(task)).contains("weightAdvice", "targetGroupStepAdvice", "strategyStepAdvice",
                "weightAdviceReason");
    }

    @ParameterizedTest
    @CsvSource({"extended, skip, skip", "light, do, skip", "light, skip, do"})
    void deviatingFromTheAdviceOnWeightNeedsAReason(String weight, String targetGroups, String strategies) {
        Dossier dossier = advisedToKeepItLight();

        assertThatThrownBy(() -> dossier.submit("UserTask_ChooseWeight", "chosenWeight", weight,
                "targetGroupStep", targetGroups, "strategyStep", strategies, "weightReason", "Dit past ons."))
                .hasMessageContaining("Waarom wijkt u af van het advies");
        dossier.submit("UserTask_ChooseWeight", "chosenWeight", weight, "targetGroupStep", targetGroups,
                "strategyStep", strategies, "weightReason", "Dit past ons.",
                "weightDeviationReason", "Dit team is nieuw.").isWaitingAt("UserTask_GrantRoom");
    }

    @Test
    void followingTheAdviceOnWeightNeedsNoReasonForDeviating() {
        advisedToKeepItLight().submit("UserTask_ChooseWeight", "chosenWeight", "light", "targetGroupStep", "skip",
                "strategyStep", "skip", "weightReason", "Dit past ons.").isWaitingAt("UserTask_GrantRoom");
    }

    private Dossier advisedToKeepItLight() {
        return walk.accepted().formTeam("reach", "oneTeam", "workChange", "little",
                "technicalChange", "none", "changeRisk", "low");
    }

    private Dossier weightChosen() {
        return walk.accepted().formTeam().complete("UserTask_ChooseWeight");
    }

    private Dossier conflict() {
        return weightChosen().complete("UserTask_GrantRoom", "roomOutcome", "conflict");
    }

    private Dossier teamThatNeeds(int first, int second) {
        return walk.accepted().formTeam("member1Hours", first, "member2Hours", second).complete("UserTask_ChooseWeight");
    }

    private String form(String taskId) {
        try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
