package nl.tweespoor.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.walk.EngineTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the gate says of what someone draws, before they propose it. */
@EngineTest
class EditTest {

    private static final String CHECK = "/processes/check";

    @Autowired
    RepositoryService repository;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;

    @Test
    void whatIsDrawnIsCheckedWithWhatIsLiveAndNothingIsStored() throws Exception {
        long deployments = repository.createDeploymentQuery().count();
        Visitor owner = Visitor.loggedIn(port, "process-owner");
        String model = Files.readString(Path.of("processes", "innovation.bpmn"));

        assertThat(check(owner, "innovation.bpmn", model)).isEqualTo("[]");
        assertThat(check(owner, "innovation.bpmn", model.replace("name=\"Kans verkennen\"", "name=\"\"")))
                .contains("\"file\":\"innovation.bpmn\"").contains("heeft geen naam");
        assertThat(check(owner, "brief.docx", "tekst")).contains("brief.docx is geen model");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(jdbc.sql("select count(*) from proposed_file").query(Long.class).single()).isZero();
    }

    @Test
    void onlyWhoMayProposeIsTold() throws Exception {
        assertThat(Visitor.loggedIn(port, "auditor").sendFile("/processes/form/read-answer", CHECK, Map.of(), "a.form", "{}").statusCode())
                .isEqualTo(404);
    }

    private static String check(Visitor visitor, String name, String content) throws Exception {
        return visitor.sendFile("/processes/form/read-answer/edit", CHECK, Map.of(), name, content).body();
    }
}
