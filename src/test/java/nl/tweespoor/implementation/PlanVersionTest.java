package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Adjusting makes a new plan, and does not wipe out the old one. */
@EngineTest
class PlanVersionTest {

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;
    @Autowired
    HistoryService history;

    @Test
    void eachPlanGetsTheNextNumber() {
        Dossier dossier = planned("10.000", "team-zonnehof");
        assertThat(dossier.variable("implementation", "planVersion")).isEqualTo(1L);

        adjust(dossier);
        plan(dossier, "11.000", "team-nachtzorg", "team-wijk-zuid");
        assertThat(dossier.variable("planning", "planVersion")).isEqualTo(2L);

        adjust(dossier);
        plan(dossier, "12.000", "team-nachtzorg");
        assertThat(dossier.variable("planning", "planVersion")).isEqualTo(3L);
    }

    @Test
    void teamsMayComeAsAListOrAsText() {
        for (Object teams : List.of(List.of("team-zonnehof"), "[\"team-zonnehof\"]")) {
            Dossier dossier = walk.analysed().plan("planTeams", teams);
            assertThat(dossier.variable("implementation", "teamsSummary")).isEqualTo("Zonnehof (revalidatie)");
        }
    }

    @Test
    void nextPlanStartsFromThePreviousOne() {
        Dossier dossier = planned("10.000", "team-zonnehof");
        adjust(dossier);

        assertThat(tasks.getVariable(dossier.task("UserTask_PlanImplementation").getId(), "planBudget"))
                .isEqualTo("10.000");
    }

    @Keeps("earlier-versions-are-kept")
    @Test
    void earlierPlanStaysInTheHistory() {
        Dossier dossier = planned("10.000", "team-zonnehof");
        adjust(dossier);
        plan(dossier, "11.000", "team-nachtzorg").complete("UserTask_ArrangeCommunication");

        assertThat(valuesOf(dossier, "planBudget")).containsExactly("10.000", "11.000");
        assertThat(valuesOf(dossier, "teamsSummary")).containsExactly("Zonnehof (revalidatie)", "Nachtzorg");
        assertThat(valuesOf(dossier, "planVersion")).containsExactly("1", "2");
    }

    @Test
    @OnPostgresToo
    void teamsOfTheNewPlanRollOut() {
        Dossier dossier = planned("10.000", "team-zonnehof");
        adjust(dossier);
        plan(dossier, "11.000", "team-nachtzorg", "team-wijk-zuid");
        dossier.complete("UserTask_ArrangeCommunication");

        assertThat(dossier.tasks("UserTask_PrepareTeam")).extracting(task -> tasks.getVariable(task.getId(), "teamName"))
                .containsExactlyInAnyOrder("Nachtzorg", "Wijkteam Zuid");
    }

    private Dossier planned(String budget, String... teams) {
        return plan(walk.analysed(), budget, teams);
    }

    private static Dossier plan(Dossier dossier, String budget, String... teams) {
        return dossier.plan("planBudget", budget, "planTeams", Walk.list(teams),
                "trainingChoice", "notNeeded", "procurementChoice", "notNeeded", "itChoice", "notNeeded");
    }

    private static void adjust(Dossier dossier) {
        dossier.complete("UserTask_ArrangeCommunication").timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", "adjust", "adjustStep", "plan")
                .complete("UserTask_ReadAdjustment");
    }

    /** What each planning of the dossier ended with under this name, oldest first. */
    private List<String> valuesOf(Dossier dossier, String variable) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey("planning")
                .processInstanceBusinessKey(dossier.number()).orderByProcessInstanceStartTime().asc().list().stream()
                .map(planning -> history.createHistoricVariableInstanceQuery().processInstanceId(planning.getId())
                        .variableName(variable).singleResult())
                .map(value -> String.valueOf(value.getValue())).toList();
    }
}
