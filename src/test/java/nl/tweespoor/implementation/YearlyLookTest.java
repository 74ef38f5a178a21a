package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Optional;
import nl.tweespoor.recording.RecordedDecision.Advice;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is secured stays looked at, once a year, by the line that owns it. */
@EngineTest
class YearlyLookTest {

    @Autowired
    Walk walk;
    @Autowired
    DecisionHistory history;
    @Autowired
    TaskService tasks;
    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void itIsMonday() {
        Calendar.itIsMonday();
    }

    @Test
    void lineLooksBackEveryYearAsLongAsItHolds() {
        Dossier dossier = walk.secured().endedAt("EndEvent_Secured");

        for (int year = 1; year <= 2; year++) {
            dossier.isWaitingOnlyAt("IntermediateEvent_YearPassed").timePassesUntil("IntermediateEvent_YearPassed");
            assertThat(dossier.task("UserTask_LookBack")).isAssignedTo("line-manager");
            assertThat(tasks.getVariables(dossier.task("UserTask_LookBack").getId())).containsEntry("normValue", "10")
                    .containsEntry("yearlyOutcome", null);
            dossier.complete("UserTask_LookBack", "stillStandard", "yes", "ownerThere", "yes",
                    "nextOwner", "line-manager/line-manager", "yearlyOutcome", "holds");
        }
        dossier.isWaitingOnlyAt("IntermediateEvent_YearPassed");
    }

    @ParameterizedTest
    @CsvSource({"holds, no, yes", "holds, yes, no", "stop, yes, yes"})
    void whatNoLongerHoldsIsForTheManagementTeam(String outcome, String standard, String owner) {
        Dossier dossier = lookingBack().complete("UserTask_LookBack", "stillStandard", standard, "ownerThere", owner,
                "yearlyOutcome", outcome).isWaitingOnlyAt("UserTask_DecideYear");

        assertThat(dossier.task("UserTask_DecideYear")).hasCandidateGroup("management-team");
        assertThat(tasks.getVariable(dossier.task("UserTask_DecideYear").getId(), "proposedYear")).isEqualTo(outcome);
        assertThatThrownBy(() -> dossier.submit("UserTask_DecideYear", "yearlyOutcome", "holds"))
                .hasMessageContaining("Waarom besluit u dit");
        dossier.complete("UserTask_DecideYear", "yearlyOutcome", "holds").isWaitingOnlyAt("IntermediateEvent_YearPassed");
        assertThat(history.of(dossier.number()).get(0).advice().map(Advice::followed)).isEqualTo(outcome.equals("holds") ? Optional.of(false) : Optional.empty());
    }

    @Test
    @OnPostgresToo
    void stoppingEndsIt() {
        Dossier dossier = lookingBack().complete("UserTask_LookBack", "stillStandard", "no", "ownerThere", "no", "yearlyOutcome", "stop")
                .complete("UserTask_DecideYear", "yearlyOutcome", "stop", "yearlyDecisionReason", "De leverancier stopt ermee")
                .endedAt("EndEvent_NoLongerUsed").isWaitingOnlyAt();
        assertThat(dossier.variable("answer-reporter", "answerReason")).isEqualTo("De leverancier stopt ermee");
    }

    @Test
    @OnPostgresToo
    void adjustingBeginsANewDossierThatNamesThisOne() {
        Dossier dossier = lookingBack().complete("UserTask_LookBack", "stillStandard", "partly", "ownerThere", "yes",
                "yearlyOutcome", "adjust", "yearlyProblem", "Nieuwe collega's kennen het niet.");

        dossier.endedAt("EndEvent_NewOpportunity");
        ProcessInstance next = runtime.createProcessInstanceQuery().processDefinitionKey("innovation").singleResult();
        assertThat(next.getBusinessKey()).isNotEqualTo(dossier.number());
        assertThat(runtime.getVariables(next.getId())).containsEntry("earlierDossier", dossier.number())
                .containsEntry("problem", "Nieuwe collega's kennen het niet.");
    }

    private Dossier lookingBack() {
        return walk.secured().timePassesUntil("IntermediateEvent_YearPassed");
    }
}
