package nl.tweespoor.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A period that was put live holds for every task that appears from then on, whichever node put it live. */
@EngineTest
@OnPostgresToo
class PeriodsVersionTest {

    private static final String STEP = "assess-opportunity";

    @Autowired
    Periods periods;
    @Autowired
    ProcessEngine engine;
    @Autowired
    DataSource database;
    @Autowired
    Walk walk;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void backToTheTableOfTheRepository() {
        deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
        assertThat(periods.all(STEP)).containsExactly("P14D");
    }

    @Test
    void newVersionHoldsForTheNextTaskOfARunningDossier() {
        walk.clockStandsStill();
        Dossier dossier = walk.reported();
        assertThat(periods.all(STEP)).containsExactly("P14D");

        deploy(engine.getRepositoryService(), table().replace(row("P14D"), row("P3D")));

        dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn");
        assertThat(dossier.task("UserTask_AssessOpportunity").getDueDate())
                .isEqualTo(periods.after(ClockUtil.getCurrentTime(), "P3D"));
    }

    @Test
    void newVersionHoldsAlsoWhenAnotherNodePutItLive() {
        assertThat(periods.all(STEP)).containsExactly("P14D");
        ProcessEngine otherNode = otherNode();
        try {
            deploy(otherNode.getRepositoryService(), table().replace(row("P14D"), row("P5D")));
        } finally {
            otherNode.close();
        }
        assertThat(periods.all(STEP)).containsExactly("P5D");
    }

    @Test
    void lookingUpLeavesNothingInTheHistory() {
        long before = engine.getHistoryService().createHistoricDecisionInstanceQuery().count();
        periods.all(STEP);
        deploy(engine.getRepositoryService(), table().replace(row("P14D"), row("P3D")));
        periods.all(STEP);
        assertThat(engine.getHistoryService().createHistoricDecisionInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void oneRowMayNameSeveralSteps() {
        deploy(engine.getRepositoryService(), table().replace(row("P14D"), row("P6D").replace("\"" + STEP + "\"",
                "\"" + STEP + "\", \"other-step\"")));
        assertThat(periods.all(STEP)).containsExactly("P6D");
        assertThat(periods.all("other-step")).containsExactly("P6D");
    }

    @Test
    void stepWithoutARowIsNamedInDutch() {
        isNamedAsMissing("no-such-step");
    }

    /** The others go on with theirs. */
    @Test
    void stepWhoseRowIsNoTextIsNamedInDutch() {
        deploy(engine.getRepositoryService(), table().replace(row("P14D"), row("P14D").replace("\"P14D\"", "14")));
        isNamedAsMissing(STEP);
        assertThat(periods.all("identify-opportunity")).containsExactly("P14D");
    }

    private void isNamedAsMissing(String step) {
        assertThatThrownBy(() -> periods.due(step)).isInstanceOf(Refusal.class)
                .hasMessage("Er staat geen termijn voor '" + step + "' in de tabel Termijnen.");
    }

    private static String table() {
        try {
            String table = Files.readString(Path.of("processes", "periods.dmn"));
            assertThat(table).contains(row("P14D"));
            return table;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(String period) {
        return """
                <text>"%s"</text>
                        </inputEntry>
                        <outputEntry id="OutputEntry_2_1">
                          <text>"%s"</text>""".formatted(STEP, period);
    }

    private void deploy(RepositoryService node, String table) {
        deployments.add(node.createDeployment().name("new period").addString("periods.dmn", table).deploy().getId());
    }

    /** With nothing of ours in it: it only has to put the table in the same database. */
    private ProcessEngine otherNode() {
        StandaloneProcessEngineConfiguration node = new StandaloneProcessEngineConfiguration();
        node.setProcessEngineName("other node");
        node.setDataSource(database);
        node.setDatabaseSchemaUpdate("false");
        node.setHistory("full");
        node.setJobExecutorActivate(false);
        node.setCmmnEnabled(false);
        return node.buildProcessEngine();
    }
}
