package nl.tweespoor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A running dossier keeps the model version with which it started (invariant 7). */
@EngineTest
@OnPostgresToo
class ModelVersionTest {

    @Autowired
    Walk walk;

    @Autowired
    ProcessEngine engine;

    private String deployment;

    /** All models and forms as they are, but with new names for the first two steps after reporting. */
    private void deployNewVersion() throws IOException {
        DeploymentBuilder builder = engine.getRepositoryService().createDeployment().name("new version");
        var resources = new PathMatchingResourcePatternResolver();
        for (String pattern : new String[] {"classpath:processes/*.bpmn", "classpath:processes/*.dmn",
                "classpath:forms/*/*.form"}) {
            for (Resource resource : resources.getResources(pattern)) {
                String content = resource.getContentAsString(StandardCharsets.UTF_8);
                builder.addString(resource.getFilename(), content
                        .replace("name=\"Kans toetsen aan strategie\"", "name=\"Kans opnieuw bekijken\"")
                        .replace("name=\"Toets voorbereiden\"", "name=\"Toets anders voorbereiden\""));
            }
        }
        deployment = builder.deploy().getId();
    }

    @AfterEach
    void removeNewVersion() {
        if (deployment != null) {
            engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
        }
    }

    @Test
    void runningDossierKeepsItsVersionAlsoInWhatItCallsLater() throws IOException {
        Dossier running = walk.reported();
        deployNewVersion();
        Dossier reportedAfter = walk.reported();
        running.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn");
        reportedAfter.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn");
        assertThat(running.task("UserTask_AssessOpportunity").getName()).isEqualTo("Kans toetsen aan strategie");
        assertThat(reportedAfter.task("UserTask_AssessOpportunity").getName()).isEqualTo("Kans opnieuw bekijken");
        running.assess().complete("UserTask_SelectOpportunity", "selectionOutcome", "select");
        reportedAfter.assess().complete("UserTask_SelectOpportunity", "selectionOutcome", "select");
        assertThat(running.task("UserTask_PrepareTest").getName()).isEqualTo("Toets voorbereiden");
        assertThat(reportedAfter.task("UserTask_PrepareTest").getName()).isEqualTo("Toets anders voorbereiden");
    }
}
