package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which steps of the analysis a dossier takes is a recorded choice. */
@EngineTest
class AnalysisTest {

    @Autowired
    Walk walk;

    @Test
    void bothStepsAreDone() {
        prepared("do", "do").complete("UserTask_AnalysePractice").isWaitingAt("UserTask_AnalyseTargetGroups")
                .complete("UserTask_AnalyseTargetGroups").isWaitingAt("UserTask_ChooseStrategies")
                .complete("UserTask_ChooseStrategies").isWaitingAt("UserTask_PlanImplementation");
    }

    @Test
    void skippedTargetGroupsLeadStraightToStrategies() {
        Dossier dossier = prepared("skip", "do").complete("UserTask_AnalysePractice");

        assertThat(dossier.waitsAt()).contains("UserTask_ChooseStrategies");
        assertThat(dossier.hasPassed("UserTask_AnalyseTargetGroups")).isFalse();
    }

    @Test
    void skippedStrategiesLeadStraightToThePlan() {
        Dossier dossier = prepared("do", "skip").complete("UserTask_AnalysePractice")
                .complete("UserTask_AnalyseTargetGroups");

        assertThat(dossier.waitsAt()).contains("UserTask_PlanImplementation");
        assertThat(dossier.hasPassed("UserTask_ChooseStrategies")).isFalse();
    }

    @Test
    void lightImplementationSkipsBothSteps() {
        Dossier dossier = prepared("skip", "skip").complete("UserTask_AnalysePractice");

        assertThat(dossier.waitsAt()).contains("UserTask_PlanImplementation");
        assertThat(dossier.hasPassed("UserTask_AnalyseTargetGroups")).isFalse();
        assertThat(dossier.hasPassed("UserTask_ChooseStrategies")).isFalse();
        assertThat(dossier.variable("implementation", "targetGroupStep")).isEqualTo("skip");
        assertThat(dossier.variable("implementation", "strategyStep")).isEqualTo("skip");
    }

    @Test
    void heavyFactorWithoutAnAnswerIsAcceptedOnPurpose() {
        Dossier dossier = prepared("skip", "do").complete("UserTask_AnalysePractice");

        assertThatThrownBy(() -> dossier.submit("UserTask_ChooseStrategies", "strategies", Walk.list("training"),
                "strategyExplanation", "Zo leert iedereen het.", "unansweredFactor", "accepted"))
                .hasMessageContaining("Welke factor is dat, en waarom is het aanvaardbaar?");
        dossier.submit("UserTask_ChooseStrategies", "strategies", Walk.list("training"),
                "strategyExplanation", "Zo leert iedereen het.", "unansweredFactor", "accepted",
                "acceptedFactorReason", "Het gebouw wordt volgend jaar vervangen.")
                .isWaitingAt("UserTask_PlanImplementation");
    }

    private Dossier prepared(String targetGroups, String strategies) {
        return walk.accepted().complete("UserTask_FormTeam")
                .complete("UserTask_ChooseWeight", "targetGroupStep", targetGroups, "strategyStep", strategies)
                .complete("UserTask_GrantRoom", "roomOutcome", "granted");
    }
}
