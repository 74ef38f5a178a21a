package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which steps of the analysis a dossier takes is a recorded choice. */
@EngineTest
class AnalysisTest {

    @Autowired
    Walk walk;

    @Test
    void bothStepsAreDone() {
        prepared("do", "do").analysePractice().isWaitingAt("UserTask_AnalyseTargetGroups")
                .complete("UserTask_AnalyseTargetGroups").isWaitingAt("UserTask_ChooseStrategies")
                .complete("UserTask_ChooseStrategies").isWaitingAt("UserTask_PlanImplementation");
    }

    @Test
    void skippedTargetGroupsLeadStraightToStrategies() {
        Dossier dossier = prepared("skip", "do").analysePractice();

        assertThat(dossier.waitsAt()).contains("UserTask_ChooseStrategies");
        assertThat(dossier.hasPassed("UserTask_AnalyseTargetGroups")).isFalse();
    }

    @Test
    void skippedStrategiesLeadStraightToThePlan() {
        Dossier dossier = prepared("do", "skip").analysePractice()
                .complete("UserTask_AnalyseTargetGroups");

        assertThat(dossier.waitsAt()).contains("UserTask_PlanImplementation");
        assertThat(dossier.hasPassed("UserTask_ChooseStrategies")).isFalse();
    }

    @Test
    void lightImplementationSkipsBothSteps() {
        Dossier dossier = prepared("skip", "skip").analysePractice();

        assertThat(dossier.waitsAt()).contains("UserTask_PlanImplementation");
        assertThat(dossier.hasPassed("UserTask_AnalyseTargetGroups")).isFalse();
        assertThat(dossier.hasPassed("UserTask_ChooseStrategies")).isFalse();
        assertThat(dossier.variable("implementation", "targetGroupStep")).isEqualTo("skip");
        assertThat(dossier.variable("implementation", "strategyStep")).isEqualTo("skip");
    }

    @Test
    void heavyFactorWithoutAnAnswerIsAcceptedOnPurpose() {
        Dossier dossier = prepared("skip", "do").analysePractice();

        assertThatThrownBy(() -> dossier.submit("UserTask_ChooseStrategies", "strategies", Walk.list("training"),
                "strategyExplanation", "Zo leert iedereen het.", "strategyPhases", "Eerst de nacht.", "unansweredFactor", "accepted"))
                .hasMessageContaining("Welke factor is dat, en waarom is het aanvaardbaar");
        dossier.submit("UserTask_ChooseStrategies", "strategies", Walk.list("training"),
                "strategyExplanation", "Zo leert iedereen het.", "strategyPhases", "Eerst de nacht.", "unansweredFactor", "accepted",
                "acceptedFactorReason", "Het gebouw wordt volgend jaar vervangen.")
                .isWaitingAt("UserTask_PlanImplementation");
    }

    private Dossier prepared(String targetGroups, String strategies) {
        return walk.accepted()
                .complete("UserTask_ChooseWeight", "chosenWeight", "extended", "targetGroupStep", targetGroups, "strategyStep", strategies)
                .formTeam().grantRoom();
    }

    /** A norm that today's practice already reaches, or a target that is worse, would make anything a success. */
    @ParameterizedTest
    @CsvSource({"lower, 4, 3, 50, norm is niet lager", "lower, 4, 50, 4, streefwaarde is niet lager",
        "higher, 4, 9, 4, norm is niet hoger", "higher, 4, '9', '9,01', norm is hoger dan de streefwaarde"})
    void measureThatProvesNothingComesBackWithWhatIsWrong(String direction, String baseline, String target, String norm, String why) {
        Dossier dossier = walk.prepared().complete("UserTask_AnalysePractice", "normDirection", direction,
                "baselineValue", baseline, "targetValue", target, "normValue", norm, "gap", "Mensen slapen slecht.");

        assertThat(dossier.waitsAt()).contains("UserTask_AnalysePractice").doesNotContain("UserTask_AnalyseTargetGroups");
        assertThat(dossier.variable("planning", "measureReason").toString()).contains(why);
        assertThat(dossier.variable("planning", "gap")).as("nothing typed is lost").isEqualTo("Mensen slapen slecht.");
        dossier.analysePractice().isWaitingAt("UserTask_AnalyseTargetGroups");
    }
}
