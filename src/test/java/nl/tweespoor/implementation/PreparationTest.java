package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
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
        Dossier dossier = weightChosen().complete("UserTask_GrantRoom", "roomOutcome", "granted");

        dossier.endedAt("EndEvent_Prepared").isWaitingAt("UserTask_AnalysePractice");
        assertThat(dossier.hasPassed("UserTask_SettleCapacity")).isFalse();
    }

    @Test
    void conflictOverRoomIsForTheManagementTeam() {
        Dossier dossier = weightChosen().complete("UserTask_GrantRoom", "roomOutcome", "conflict",
                "roomReason", "De zomer is al krap.");

        assertThat(dossier.task("UserTask_SettleCapacity")).hasCandidateGroup("management-team");
        assertThat(tasks.getVariable(dossier.task("UserTask_SettleCapacity").getId(), "roomReason"))
                .isEqualTo("De zomer is al krap.");
        dossier.complete("UserTask_SettleCapacity", "capacityOutcome", "settled")
                .endedAt("EndEvent_Prepared").isWaitingAt("UserTask_AnalysePractice");
    }

    @Test
    void overrulingAConflictLeavesItsReason() {
        Dossier dossier = weightChosen().complete("UserTask_GrantRoom", "roomOutcome", "conflict");

        assertThatThrownBy(() -> dossier.submit("UserTask_SettleCapacity", "capacityOutcome", "overruled"))
                .hasMessageContaining("Vul nog in");
        dossier.complete("UserTask_SettleCapacity", "capacityOutcome", "overruled",
                "capacityReason", "Dit gaat voor de verhuizing.").isWaitingAt("UserTask_AnalysePractice");
        assertThat(dossier.decisions()).last().satisfies(decision -> assertThat(decision)
                .containsEntry("by", "Managementteam").containsEntry("reason", "Dit gaat voor de verhuizing."));
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
        Dossier dossier = walk.accepted().complete("UserTask_FormTeam", "reach", reach, "workChange", work,
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
        return walk.accepted().complete("UserTask_FormTeam", "reach", "oneTeam", "workChange", "little",
                "technicalChange", "none", "changeRisk", "low");
    }

    private Dossier weightChosen() {
        return walk.accepted().complete("UserTask_FormTeam").complete("UserTask_ChooseWeight");
    }

    private String form(String taskId) {
        try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
