package nl.tweespoor.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was decided before is shown with the form of a task, and grows with the dossier without being stored again. */
@EngineTest
class DecisionsOnFormsTest {

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;

    private Task task;

    @BeforeEach
    void decideOnce() {
        Dossier dossier = walk.identified();
        task = dossier.task("UserTask_AssessOpportunity");
        engine.getIdentityService().setAuthentication("head-of-innovation", List.of("head-of-innovation"));
    }

    @Test
    void formShowsWhatWasDecidedBefore() {
        SerializableValue shown = engine.getFormService().getTaskFormVariables(task.getId()).getValueTyped("decisionLog");
        assertThat(shown.getValueSerialized()).contains("Kans verkennen");
        assertThat(engine.getFormService().getTaskFormVariables(task.getId(), List.of("decisionLog"), false))
                .containsOnlyKeys("decisionLog");
        assertThat(engine.getFormService().getTaskFormVariables(task.getId(), List.of("title"), false))
                .containsOnlyKeys("title");
    }

    @Test
    void whatWasDecidedBeforeIsStoredOnce() {
        engine.getIdentityService().clearAuthentication();
        assertThat(engine.getTaskService().getVariables(task.getId())).doesNotContainKey("decisionLog");
    }

    @Test
    void whoMayNotReadTheTaskReadsNoDecisions() {
        engine.getIdentityService().setAuthentication("finance", List.of("finance"));
        assertThatThrownBy(() -> engine.getFormService().getTaskFormVariables(task.getId()))
                .isInstanceOf(AuthorizationException.class);
    }
}
