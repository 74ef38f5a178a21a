package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.tweespoor.recording.DecisionHistory;
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
    DecisionHistory history;
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
        Dossier dossier = walk.accepted().chooseWeight("standard");
        assertThatThrownBy(() -> dossier.formTeam("member2", null, "member2Hours", null)).hasMessageContaining("Teamlid 2: vul nog in");
        assertThatThrownBy(() -> dossier.formTeam("member2Hours", 0)).hasMessageContaining("Teamlid 2");
    }

    /** Who leads, stands behind it and owns it later is chosen whatever the weight. */
    @Test
    void lightTeamIsOneColleagueBesideWhoLeadsSponsorsAndOwns() {
        Dossier dossier = walk.accepted().chooseWeight("light");
        for (String carrier : List.of("projectLead", "sponsor", "lineOwner", "member1")) {
            assertThatThrownBy(() -> dossier.formTeam(carrier, null)).as(carrier).hasMessageContaining("ul nog in");
        }
        dossier.formTeam("member1", "care-professional/care-professional", "member1Hours", 3);
        assertThatThrownBy(() -> dossier.complete("UserTask_GrantRoom", "room1Hours", 3, "roomOutcome", "granted", "room2Hours", 1))
                .hasMessageContaining("laat leeg");
        dossier.complete("UserTask_GrantRoom", "room1Hours", 2, "roomOutcome", "granted").isWaitingAt("UserTask_SettleCapacity");
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

    /** Whoever puts it off again and again decides nothing; then the level above does. */
    @Test
    @Keeps("third-conflict-is-for-the-board")
    void thirdConflictIsForTheBoard() {
        Dossier dossier = conflict().complete("UserTask_SettleCapacity", "capacityOutcome", "later", "capacityDate", walk.today().plusDays(30).toString())
                .timePassesUntil("IntermediateEvent_CapacityDate").complete("UserTask_GrantRoom", "roomOutcome", "conflict")
                .complete("UserTask_SettleCapacity", "capacityOutcome", "settled").complete("UserTask_GrantRoom", "roomOutcome", "conflict");

        assertThat(dossier.task("UserTask_SettleCapacityByBoard")).hasCandidateGroup("board");
        dossier.complete("UserTask_SettleCapacityByBoard", "capacityOutcome", "later", "capacityDate", walk.today().plusDays(30).toString())
                .timePassesUntil("IntermediateEvent_CapacityDate").complete("UserTask_GrantRoom", "roomOutcome", "conflict")
                .complete("UserTask_SettleCapacityByBoard", "capacityOutcome", "no").endedAt("EndEvent_NotPrepared");
        assertThat(dossier.timesPassed("UserTask_SettleCapacity")).isEqualTo(2);
    }

    @Test
    void roomThatIsThereTheThirdTimeNeedsNobodyAbove() {
        conflict().complete("UserTask_SettleCapacity", "capacityOutcome", "settled").complete("UserTask_GrantRoom", "roomOutcome", "conflict")
                .complete("UserTask_SettleCapacity", "capacityOutcome", "settled").grantRoom().endedAt("EndEvent_Prepared");
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
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").chooseWeight("extended")
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
        dossier.formTeam().isWaitingAt("UserTask_GrantRoom").endedAt("EndEvent_ChangeAnswered");
    }

    @Test
    @OnPostgresToo
    @Keeps("weight-is-chosen-anew")
    void moreTeamsThanWereChosenForAskForTheWeightAnew() {
        Dossier dossier = handedOver("oneTeam", "medium", "good").complete("UserTask_ChooseWeight", "chosenWeight", "standard",
                        "targetGroupStep", "skip", "strategyStep", "do")
                .formTeam("handOverChangeChoice", "ask").complete("UserTask_AnswerChange", "changeOutcome", "reach", "newReach", "severalTeams");

        assertThat(dossier.task("UserTask_ChooseWeight")).hasCandidateGroup("head-of-implementation");
        assertThat(tasks.getVariables(dossier.task("UserTask_ChooseWeight").getId())).containsEntry("targetGroupStepAdvice", "do")
                .containsEntry("weightBefore", "standard");
        dossier.chooseWeight("extended").isWaitingAt("UserTask_FormTeam");
        assertThat(tasks.getVariables(dossier.task("UserTask_FormTeam").getId())).containsEntry("reach", "severalTeams")
                .containsEntry("chosenWeight", "extended").containsEntry("targetGroupStep", "do");
    }

    @Test
    @OnPostgresToo
    void fewerTeamsLeaveTheWeightAsItIs() {
        Dossier dossier = handedOver("severalTeams", "low", "good").chooseWeight("standard").formTeam("handOverChangeChoice", "ask")
                .complete("UserTask_AnswerChange", "changeOutcome", "reach", "newReach", "oneTeam");

        dossier.endedAt("EndEvent_WeightKept").isWaitingOnlyAt("UserTask_FormTeam");
    }

    /** A plan that grows by such a change begins again where the new weight asks it to. */
    @Test
    void moreTeamsAskedForInThePlanBeginWithTheAnalysis() {
        Dossier dossier = handedOver("severalTeams", "low", "good").chooseWeight("standard").formTeam().grantRoom().analysePractice()
                .complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies")
                .complete("UserTask_PlanImplementation", "handOverChangeChoice", "ask")
                .complete("UserTask_AnswerChange", "changeOutcome", "reach", "newReach", "wholeOrganisation");
        dossier.chooseWeight("extended").isWaitingOnlyAt("UserTask_AnalysePractice");
    }

    @Test
    void changeWithoutTheChangedThingIsRefused() {
        Dossier dossier = walk.accepted().chooseWeight("standard").formTeam("handOverChangeChoice", "ask");
        assertThatThrownBy(() -> dossier.submit("UserTask_AnswerChange", "changeOutcome", "result",
                "changeReason", "Daar is iets voor te zeggen.")).hasMessageContaining("Welk resultaat willen we nu");
    }

    // Who may leave out steps

    @ParameterizedTest
    @CsvSource({"extended, skip, do", "standard, do, skip", "light, , "})
    @Keeps("refusal-of-weight-is-read")
    void leavingOutStepsAtHighRiskIsConfirmedByTheManagementTeam(String weight, String targetGroups, String strategies) {
        Object[] choice = {"chosenWeight", weight, "targetGroupStep", targetGroups, "strategyStep", strategies};
        Dossier dossier = atHighRisk().complete("UserTask_ChooseWeight", choice);

        assertThat(dossier.task("UserTask_ConfirmWeight")).hasCandidateGroup("management-team");
        dossier.complete("UserTask_ConfirmWeight", "weightConfirmationOutcome", "disagree", "confirmWeightReason", "Dit is te groot.")
                .isWaitingAt("UserTask_ChooseWeight");
        assertThat(tasks.getVariable(dossier.task("UserTask_ChooseWeight").getId(), "confirmWeightReason"))
                .isEqualTo("Dit is te groot.");
        dossier.complete("UserTask_ChooseWeight", choice)
                .complete("UserTask_ConfirmWeight", "weightConfirmationOutcome", "agree").isWaitingAt("UserTask_FormTeam");
    }

    @Test
    void allStepsAtHighRiskNeedNobodyElse() {
        atHighRisk().chooseWeight("extended").isWaitingAt("UserTask_FormTeam");
    }

    /** Who prepares types nothing that the advice rests on: it was found, or handed over. */
    @Test
    void riskThatWasFoundDecidesTheAdvice() {
        Dossier dossier = atHighRisk();

        assertThat(tasks.getVariables(dossier.task("UserTask_ChooseWeight").getId())).containsEntry("weightAdvice", "extended");
        assertThatThrownBy(() -> dossier.complete("UserTask_ChooseWeight", "reach", "oneTeam")).hasMessageContaining("niet: reach");
        dossier.complete("UserTask_ChooseWeight", "chosenWeight", "light").isWaitingAt("UserTask_ConfirmWeight");
    }

    @ParameterizedTest
    @CsvSource({
        "oneTeam,           low,    good,       light,    skip, skip, in één team",
        "oneTeam,           medium, good,       standard, skip, do,   er is wat risico",
        "oneTeam,           low,    conditions, standard, skip, do,   of er zijn voorwaarden",
        "severalTeams,      low,    good,       standard, do,   do,   teams verschillen",
        "severalTeams,      medium, conditions, extended, do,   do,   de techniek vraagt nog iets",
        "wholeOrganisation, low,    good,       extended, do,   do,   De hele organisatie"})
    void adviceOnWeightRestsOnWhatWasHandedOver(String reach, String risk, String technology,
            String weight, String targetGroups, String strategies, String reason) {
        Dossier dossier = handedOver(reach, risk, technology);

        String task = dossier.task("UserTask_ChooseWeight").getId();
        Map<String, Object> advice = tasks.getVariables(task);
        assertThat(advice).containsEntry("weightAdvice", weight).containsEntry("targetGroupStepAdvice", targetGroups)
                .containsEntry("strategyStepAdvice", strategies);
        assertThat((String) advice.get("weightAdviceReason")).contains(reason);
        assertThat(form(task)).contains("weightAdvice", "targetGroupStepAdvice", "strategyStepAdvice",
                "weightAdviceReason");
    }

    @ParameterizedTest
    @CsvSource({"extended, skip, skip", "standard, skip, skip"})
    void deviatingFromTheAdviceOnWeightNeedsAReason(String weight, String targetGroups, String strategies) {
        Dossier dossier = advisedToKeepItLight();

        assertThatThrownBy(() -> dossier.submit("UserTask_ChooseWeight", "chosenWeight", weight,
                "targetGroupStep", targetGroups, "strategyStep", strategies, "weightReason", "Dit past ons."))
                .hasMessageContaining("Waarom wijkt u af van het advies");
        dossier.submit("UserTask_ChooseWeight", "chosenWeight", weight, "targetGroupStep", targetGroups,
                "strategyStep", strategies, "weightReason", "Dit past ons.",
                "weightDeviationReason", "Dit team is nieuw.").isWaitingAt("UserTask_FormTeam");
    }

    /** The weight is as advised, and one of its steps is not. */
    @Test
    @OnPostgresToo
    void stepThatIsSkippedAgainstTheAdviceIsMarkedToo() {
        Dossier dossier = walk.decided().complete("UserTask_PrepareHandOver", "reach", "severalTeams")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept")
                .complete("UserTask_ChooseWeight", "chosenWeight", "standard", "targetGroupStep", "skip", "strategyStep", "do",
                        "weightDeviationReason", "Dit is het team van vorig jaar.");

        assertThat(history.of(dossier.number()).get(0).advice()).hasValueSatisfying(advice -> {
            assertThat(advice.followed()).isFalse();
            assertThat(advice.reasonAgainst()).isEqualTo("Dit is het team van vorig jaar.");
        });
    }

    @Test
    void followingTheAdviceOnWeightNeedsNoReasonForDeviating() {
        advisedToKeepItLight().submit("UserTask_ChooseWeight", "chosenWeight", "light",
                "weightReason", "Dit past ons.").isWaitingAt("UserTask_FormTeam");
    }

    /** The later forms ask less, and what they don't ask is as a light change has it. */
    @Test
    void lightChangeIsPlannedWithLittle() {
        Dossier dossier = advisedToKeepItLight().chooseWeight("light").formTeam().grantRoom().analysePractice();
        assertThatThrownBy(() -> dossier.complete("UserTask_PlanImplementation", "updateRhythm", "weekly")).hasMessageContaining("Laat leeg");
        dossier.complete("UserTask_PlanImplementation", "planTeams", Walk.list("team-zonnehof"), "trainingChoice", "needed",
                "planBudget", "10.000").complete("UserTask_PlanTeam", "teamSize", "7", "trainingBy", "hr", "helpChoice", "notNeeded");

        assertThat(dossier.shownAt("UserTask_ApprovePlan", "teamPlans")).contains("7 mensen: Iedereen die ermee gaat werken.");
        assertThat(tasks.getVariables(dossier.task("UserTask_ApprovePlan").getId())).containsEntry("updateRhythm", "twoWeekly")
                .containsEntry("targetGroupStep", "skip").containsEntry("strategyStep", "skip");
    }

    private Dossier advisedToKeepItLight() {
        return handedOver("oneTeam", "low", "good");
    }

    private Dossier atHighRisk() {
        return handedOver("oneTeam", "high", "good");
    }

    /** Accepted, and decided by the board where the risk is above the mandate of the head. */
    private Dossier handedOver(String reach, String risk, String technology) {
        return walk.beingTested().completeTests("privacyRisk", risk, "technologyFinding", technology)
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .complete(risk.equals("high") ? "UserTask_DecideByBoard" : "UserTask_DecideByHead", "continuationOutcome", "proceed")
                .complete("UserTask_PrepareHandOver", "reach", reach)
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept");
    }

    private Dossier weightChosen() {
        return walk.accepted().chooseWeight("standard").formTeam();
    }

    private Dossier conflict() {
        return weightChosen().complete("UserTask_GrantRoom", "roomOutcome", "conflict");
    }

    private Dossier teamThatNeeds(int first, int second) {
        return walk.accepted().chooseWeight("standard").formTeam("member1Hours", first, "member2Hours", second);
    }

    private String form(String taskId) {
        try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
