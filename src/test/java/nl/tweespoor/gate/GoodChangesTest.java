package nl.tweespoor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.walk.EngineTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What process owners change every week passes the gate. */
@EngineTest
class GoodChangesTest {

    private static final List<DeployedResource> FILES = GateTest.files();

    @Autowired
    Gate gate;

    /** What is changed where, each time that it stands there. */
    private record Change(String what, String file, String from, String to) {

        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void passes(Change change) {
        List<DeployedResource> changed = FILES.stream().map(file -> file.name().equals(change.file()) ? changed(file, change) : file).toList();

        assertThat(gate.findings(changed)).extracting(Finding::text).isEmpty();
    }

    private static DeployedResource changed(DeployedResource file, Change change) {
        String text = new String(file.content(), StandardCharsets.UTF_8);
        assertThat(text).as("what is changed in %s", file.name()).contains(change.from());
        return new DeployedResource(file.name(), text.replace(change.from(), change.to()).getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Change> changes() {
        String report = "report-opportunity.form";
        return Stream.of(
                new Change("question with the key that an editor gives", report, "\"components\": [\n", """
                        "components": [
                            {"type": "textarea", "key": "textarea_0l2x9q", "label": "Hoe vaak gebeurt dit?", "validate": {"maxLength": 500}, "id": "Field_0l2x9q"},
                        """),
                new Change("option", report, "\"value\": \"supplier\",", "\"value\": \"congress\", \"label\": \"Op een congres\"}, {\"value\": \"supplier\","),
                new Change("question that must be answered", report, "\"maxLength\": 1000", "\"maxLength\": 1000, \"required\": true"),
                new Change("question that is hidden at another answer", report, "\"id\": \"Field_idea_7\"",
                        "\"id\": \"Field_idea_7\", \"conditional\": {\"hide\": \"=source = \\\"supplier\\\"\"}"),
                new Change("answer that is filled in already", "select-opportunity.form", "\"key\": \"priority\",", "\"key\": \"priority\", \"defaultValue\": \"normal\","),
                new Change("words of an option", "select-opportunity.form", "Hoog: gaat voor op andere dossiers", "Hoog: eerst dit"),
                new Change("threshold", "mandate.dmn", "50000", "60000"),
                new Change("period", "periods.dmn", "\"P14D\"", "\"P3W\""),
                new Change("retention", "retention.dmn", "<text>\"P2Y\"", "<text>\"P3Y\""),
                new Change("name of a step", "selection.bpmn", "name=\"Kans selecteren\"", "name=\"Kans kiezen\""),
                new Change("name of a pool", "innovation.bpmn", "Innovatie: van kans tot overdracht (Hoofd Innovatie)", "Innovatie"),
                new Change("group of a test", "feasibility.bpmn", "camunda:candidateGroups=\"it\"", "camunda:candidateGroups=\"it,privacy-quality\""));
    }
}
