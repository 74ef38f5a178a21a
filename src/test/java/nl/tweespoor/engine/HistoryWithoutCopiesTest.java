package nl.tweespoor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
@OnPostgresToo
class HistoryWithoutCopiesTest {

    @Autowired
    Walk walk;
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

    private List<String> changes(String instance) {
        return history.createHistoricDetailQuery().variableUpdates().processInstanceId(instance).list().stream()
                .map(HistoricVariableUpdate.class::cast).map(HistoricVariableUpdate::getVariableName).toList();
    }
}
