package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.tweespoor.decision.Decisions;
import nl.tweespoor.dossier.Reporters;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class LessonsTest {

    @Autowired
    Decisions decisions;

    @Autowired
    Walk walk;
    @Autowired
    RuntimeService runtime;
    @Autowired
    Reporters reporters;

    @Test
    void lessonBecomesADossierWithANumberOfItsOwn() {
        Dossier dossier = secured().completeAs("project-lead", "UserTask_RecordLessons",
                "lessonOutcome", "newOpportunity", "lessonTitle", "Bellen zonder handen",
                "lessonProblem", "Collega's bellen met volle handen.", "lessonForWhom", "De nachtdienst");

        dossier.endedAt("EndEvent_Recorded").endedAt("EndEvent_Secured");
        ProcessInstance lesson = lesson();
        assertThat(lesson.getBusinessKey()).isNotEqualTo(dossier.number()).matches("I-\\d{4}-\\d{4}");
        assertThat(runtime.getVariables(lesson.getId()))
                .containsEntry("dossierNumber", lesson.getBusinessKey())
                .containsEntry("earlierDossier", dossier.number())
                .containsEntry("source", "earlierImplementation")
                .containsEntry("title", "Bellen zonder handen")
                .containsEntry("problem", "Collega's bellen met volle handen.")
                .containsEntry("forWhom", "De nachtdienst");
        assertThat(runtime.getActiveActivityIds(lesson.getId())).containsExactly("UserTask_IdentifyOpportunity");
    }

    @Test
    void whoRecordedTheLessonIsItsReporter() {
        secured().completeAs("project-lead", "UserTask_RecordLessons", "lessonOutcome", "newOpportunity");

        assertThat(reporters.reportedBy("project-lead", 0, 1)).containsExactly(lesson().getBusinessKey());
    }

    @Test
    void newDossierStartsWithoutDecisions() {
        secured().complete("UserTask_RecordLessons", "lessonOutcome", "newOpportunity");

        assertThat(decisions.of(lesson().getBusinessKey())).isEmpty();
    }

    @Keeps("dossier-closes-with-its-lessons")
    @Test
    void lessonsWithoutAnOpportunityAreJustRecorded() {
        secured().complete("UserTask_RecordLessons", "lessonOutcome", "none", "lessonsForOthers", "Begin klein.")
                .endedAt("EndEvent_Recorded").endedAt("EndEvent_Secured");

        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("innovation").count()).isZero();
    }

    @Test
    void stoppedDossierLeavesItsLessonsToo() {
        Dossier dossier = walk.rolledOutIn("team-zonnehof")
                .evaluate("evaluationOutcome", "stop")
                .complete("UserTask_DecideStop", "evaluationOutcome", "stop")
                .complete("UserTask_RecordLessons", "lessonOutcome", "newOpportunity",
                        "failures", "Te weinig tijd om te oefenen.");

        dossier.endedAt("EndEvent_Recorded").endedAt("EndEvent_Stopped");
        assertThat(dossier.variable("implementation", "failures")).isEqualTo("Te weinig tijd om te oefenen.");
        assertThat(runtime.getVariable(lesson().getId(), "earlierDossier")).isEqualTo(dossier.number());
    }

    @Test
    void noDossierClosesWithoutLessons() {
        Dossier dossier = secured();

        assertThatThrownBy(() -> dossier.submit("UserTask_RecordLessons", "lessonOutcome", "none"))
                .hasMessageContaining("Vul nog in");
    }

    /** All evaluations held; waits at {@code UserTask_RecordLessons}. */
    private Dossier secured() {
        Dossier dossier = walk.owned();
        for (int moment = 1; moment <= 3; moment++) {
            dossier.timePassesUntil("IntermediateEvent_MomentReached")
                    .complete("UserTask_MeasureResult", "measuredValue", "10", "stillStandard", "yes",
                        "ownerThere", "yes");
        }
        return dossier;
    }

    /** The innovation of the first dossier has ended. */
    private ProcessInstance lesson() {
        return runtime.createProcessInstanceQuery().processDefinitionKey("innovation").singleResult();
    }
}
