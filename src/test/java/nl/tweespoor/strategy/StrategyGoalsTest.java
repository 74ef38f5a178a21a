package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.StrategyInTheMaking;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Goals are made one by one, held against the period and the baseline, and looked at by three sides. */
@EngineTest
@OnPostgresToo
class StrategyGoalsTest {

    @Autowired
    Walk walk;

    @Autowired
    FormService forms;

    Dossier strategy;

    @BeforeEach
    void chooseTheCourse() {
        strategy = walk.partOfStrategy("strategy-goals", StrategyInTheMaking.NUMBER, StrategyInTheMaking.chosen());
    }

    private void write(String title, String baseline, String target) {
        strategy.complete("UserTask_WriteGoal", "goalTitle", title, "goalDirection", "higher", "goalBaselineKnown", "yes", "goalBaseline", baseline,
                "goalTarget", target, "goalDeadline", walk.today().plusYears(1).toString(), "goalOwner", "line-manager/line-manager", "goalWeight", "5",
                "goalPillar", "P1", "goalOption", "O1", "goalTargetGroups", Walk.list("G1"));
    }

    private String goals() {
        return strategy.variable("strategy-goals", "goals").toString();
    }

    private void review(String management, String professional, String client) {
        strategy.complete("UserTask_ChooseGoal", "goalStep", "done").complete("UserTask_EnterPrecondition", "preconditionStep", "done")
                .complete("UserTask_EnterActivity", "activityStep", "done")
                .complete("UserTask_ReviewGoalsByManagement", "managementView", management)
                .complete("UserTask_ReviewGoalsByProfessional", "professionalView", professional)
                .complete("UserTask_ReviewGoalsByClients", "clientView", client);
    }

    @Test
    void goalsAreAddedChangedAndRemovedOneByOne() {
        strategy.complete("UserTask_ChooseGoal", "goalStep", "add");
        write("Langer thuis", "12", "30");
        strategy.complete("UserTask_ChooseGoal", "goalStep", "add");
        write("Rustiger nachten", "2", "5");
        strategy.complete("UserTask_ChooseGoal", "goalStep", "change", "goalChosen", "D1");
        assertThat(strategy.variable("strategy-goals", "goalTitle")).as("what stands there is shown").isEqualTo("Langer thuis");
        write("Langer en veilig thuis", "12", "40");
        strategy.complete("UserTask_ChooseGoal", "goalStep", "remove", "goalChosen", "D2");

        assertThat(goals()).contains("\"D1\"", "Langer en veilig thuis", "\"40\"").doesNotContain("D2");
    }

    @Test
    void goalThatGoesTakesWhatWasArrangedForItAlong() {
        strategy.complete("UserTask_ChooseGoal", "goalStep", "add");
        write("Langer thuis", "12", "30");
        strategy.complete("UserTask_ChooseGoal", "goalStep", "add");
        write("Rustiger nachten", "2", "5");
        String soon = walk.today().plusMonths(2).toString();
        strategy.complete("UserTask_ChooseGoal", "goalStep", "done");
        for (String goal : List.of("D1", "D2")) {
            strategy.complete("UserTask_EnterPrecondition", "preconditionStep", "add", "preconditionTitle", "Wifi", "preconditionGoal", goal,
                    "preconditionOwner", "it/it", "preconditionDate", soon);
        }
        strategy.complete("UserTask_EnterPrecondition", "preconditionStep", "done").complete("UserTask_EnterActivity", "activityStep", "done")
                .complete("UserTask_ReviewGoalsByManagement", "managementView", "notRealistic")
                .complete("UserTask_ReviewGoalsByProfessional", "professionalView", "realistic")
                .complete("UserTask_ReviewGoalsByClients", "clientView", "realistic")
                .complete("UserTask_ChooseGoal", "goalStep", "remove", "goalChosen", "D2");

        assertThat(strategy.variable("strategy-goals", "preconditions").toString()).contains("\"D1\"").doesNotContain("\"D2\"");
    }

    @Test
    void targetThatIsNoBetterThanTheBaselineComesBackWithTheReason() {
        strategy.complete("UserTask_ChooseGoal", "goalStep", "add");
        write("Langer thuis", "12", "11");

        assertThat(strategy.waitsAt()).containsExactly("UserTask_WriteGoal");
        assertThat(strategy.variable("strategy-goals", "goalStateReason").toString()).contains("niet hoger");
        assertThat(goals()).doesNotContain("Langer thuis");
    }

    /** The strategy begins later than the goal would be reached. */
    @Test
    void goalThatEndsBeforeTheStrategyBeginsComesBackWithTheReason() {
        strategy.complete("UserTask_ChooseGoal", "goalStep", "done");
        Map<String, Object> known = StrategyInTheMaking.chosen();
        known.put("startsOn", walk.today().plusYears(1).plusDays(1).toString());
        strategy = walk.partOfStrategy("strategy-goals", "S-2027-08", known).complete("UserTask_ChooseGoal", "goalStep", "add");
        write("Langer thuis", "12", "30");

        assertThat(strategy.waitsAt()).containsExactly("UserTask_WriteGoal");
        assertThat(strategy.variable("strategy-goals", "goalStateReason").toString()).contains("buiten de periode");
    }

    @Test
    void withoutAnyGoalThereIsNothingToAdopt() {
        review("realistic", "realistic", "realistic");

        assertThat(strategy.waitsAt()).containsExactly("UserTask_ChooseGoal");
        assertThat(strategy.variable("strategy-goals", "goalReviewReason").toString()).contains("nog geen enkel doel");
    }

    @Test
    void goalThatOneSideFindsNotRealisticComesBack() {
        strategy.complete("UserTask_ChooseGoal", "goalStep", "add");
        write("Langer thuis", "12", "30");
        review("realistic", "notRealistic", "realistic");
        assertThat(strategy.waitsAt()).containsExactly("UserTask_ChooseGoal");
        assertThat(strategy.variable("strategy-goals", "goalSignals").toString()).contains("Geen randvoorwaarden");
        review("realistic", "realistic", "realistic");
        strategy.endedAt("EndEvent_GoalsReady");
    }

    @Test
    void signalOfAPreconditionWithoutOwnerGoesWhenItGetsOne() {
        strategy.complete("UserTask_ChooseGoal", "goalStep", "add");
        write("Langer thuis", "12", "30");
        String soon = walk.today().plusMonths(2).toString();
        for (String owner : List.of("", "it/it")) {
            strategy.complete("UserTask_ChooseGoal", "goalStep", "done");
            if (owner.isEmpty()) {
                strategy.complete("UserTask_EnterPrecondition", "preconditionStep", "add", "preconditionTitle", "Wifi", "preconditionGoal", "D1",
                        "preconditionOwner", null, "preconditionDate", soon);
            } else {
                strategy.complete("UserTask_EnterPrecondition", "preconditionStep", "change", "preconditionChosen", "R1");
                assertThat((Object) forms.getTaskFormVariables(strategy.task("UserTask_EnterPrecondition").getId()).get("preconditionTitle")).as("what stands there is not typed again").isEqualTo("Wifi");
                strategy.complete("UserTask_EnterPrecondition", "preconditionTitle", "Wifi", "preconditionGoal", "D1", "preconditionOwner", owner,
                        "preconditionDate", soon);
            }
            strategy.complete("UserTask_EnterPrecondition", "preconditionStep", "done")
                    .complete("UserTask_EnterActivity", "activityStep", "done");
            assertThat(strategy.variable("strategy-goals", "goalSignals").toString().contains("Zonder eigenaar")).isEqualTo(owner.isEmpty());
            strategy.complete("UserTask_ReviewGoalsByManagement", "managementView", "notRealistic")
                    .complete("UserTask_ReviewGoalsByProfessional", "professionalView", "realistic")
                    .complete("UserTask_ReviewGoalsByClients", "clientView", "realistic");
        }
    }
}
