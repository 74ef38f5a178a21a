package nl.tweespoor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.standin.StandIns;
import nl.tweespoor.strategy.Goals;
import nl.tweespoor.team.Teams;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine runs what the repository holds: an error while it looks for resources boots an empty engine. */
@EngineTest
@OnPostgresToo
class DeploymentTest {

    @Autowired
    RepositoryService engine;
    @Autowired
    Teams teams;
    @Autowired
    Goals goals;
    @Autowired
    Dossiers dossiers;
    @Autowired
    StandIns standIns;

    @Test
    void everyFileIsDeployedAsItStands() throws IOException {
        String deployment = engine.createDeploymentQuery().orderByDeploymentTime().desc().list().get(0).getId();
        List<Path> files = Stream.of(Repository.files("processes", ".bpmn"), Repository.files("processes", ".dmn"),
                Repository.files("forms", ".form")).flatMap(List::stream).toList();
        List<String> deployed = engine.getDeploymentResourceNames(deployment);
        assertThat(deployed).as("nothing but our files").hasSameSizeAs(files);
        for (Path file : files) {
            String resource = deployed.stream().filter(name -> name.endsWith("/" + file.getFileName())
                    || name.equals(file.getFileName().toString())).findFirst().orElseThrow(() ->
                            new AssertionError(file + " is not deployed"));
            assertThat(engine.getResourceAsStream(deployment, resource)).as("%s", file)
                    .hasBinaryContent(Files.readAllBytes(file));
        }
    }

    @Test
    void everyProcessAndDecisionCanBeStarted() {
        assertThat(engine.createProcessDefinitionQuery().latestVersion().active().list())
                .extracting(ProcessDefinition::getKey)
                .containsExactlyInAnyOrderElementsOf(Repository.processIds());
        assertThat(engine.createDecisionDefinitionQuery().latestVersion().list()).extracting(DecisionDefinition::getKey)
                .containsExactlyInAnyOrderElementsOf(Repository.files("processes", ".dmn").stream()
                        .flatMap(file -> Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class)
                                .stream()).map(Decision::getId).toList());
    }

    @Test
    void optionsOfFormsHaveAValueAndALabel() {
        assertThat(teams.options().elements()).isNotEmpty();
        assertThat(goals.options().elements()).isNotEmpty();
        assertThat(standIns.options("employee").elements()).isNotEmpty();
        Stream.of(teams.options(), goals.options(), dossiers.options("none"), standIns.options("employee")).map(SpinJsonNode::elements)
                .flatMap(List::stream).forEach(option -> {
                    assertThat(option.prop("value").stringValue()).isNotBlank();
                    assertThat(option.prop("label").stringValue()).isNotBlank();
                });
    }
}
