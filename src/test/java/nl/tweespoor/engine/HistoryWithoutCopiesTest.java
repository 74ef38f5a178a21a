package nl.tweespoor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
@OnPostgresToo
class HistoryWithoutCopiesTest {

    @Autowired
    Walk walk;
    @Autowired
    RuntimeService runtime;
    @Autowired
    HistoryService history;

    @Test
    void calledProcessHasTheValuesOfItsDossierAndNoChangesOfThem() {
        Dossier dossier = walk.identified();
        String selection = dossier.running("selection").get(0).getId();

        assertThat(dossier.variable("selection", "title")).isEqualTo(dossier.variable("innovation", "title"));
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(selection).variableName("title").count()).isPositive();
        assertThat(changes(dossier.running("innovation").get(0).getId())).contains("title", "problem");
        assertThat(changes(selection)).doesNotContain("problem");

        dossier.assess();
        assertThat(changes(selection)).contains("mainGoal").doesNotContain("problem");
    }

    @Test
    void calledProcessGivesBackWhatItChanged() {
        Dossier dossier = walk.identified();
        String innovation = dossier.running("innovation").get(0).getId();
        String selection = dossier.running("selection").get(0).getId();
        runtime.setVariable(selection, "problem", "Anders dan gemeld");

        dossier.assess().complete("UserTask_SelectOpportunity", "selectionOutcome", "select", "priority", "high");

        assertThat(dossier.running("selection")).isEmpty();
        assertThat(runtime.getVariable(innovation, "problem")).isEqualTo("Anders dan gemeld");
        assertThat(runtime.getVariable(innovation, "mainGoal")).isNotNull();
        assertThat(timesChanged(innovation, "problem")).isEqualTo(2);
        assertThat(timesChanged(innovation, "forWhom")).isEqualTo(1);
    }

    private long timesChanged(String process, String name) {
        return history.createHistoricDetailQuery().variableUpdates().variableInstanceId(runtime.createVariableInstanceQuery()
                .executionIdIn(process).variableName(name).singleResult().getId()).count();
    }

    private List<String> changes(String instance) {
        return history.createHistoricDetailQuery().variableUpdates().processInstanceId(instance).list().stream()
                .map(HistoricVariableUpdate.class::cast).map(HistoricVariableUpdate::getVariableName).toList();
    }
}
