package nl.tweespoor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.walk.EngineTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was found in a file is remembered, and that hides nothing: not beside other files, and not once the file changed. */
@EngineTest
class FileChecksTest {

    private static final List<DeployedResource> OURS = GateTest.files();
    private static final DeployedResource PASSES_ALONE = new DeployedResource("eigen.form", """
            {"id": "eigen", "type": "default", "components": [{"id": "a", "key": "vraag", "type": "textfield", "label": ""}]}"""
            .getBytes(StandardCharsets.UTF_8));

    @Autowired
    Gate gate;
    @Autowired
    List<ModelCheck> checks;
    @Autowired
    List<FileCheck> fileChecks;

    @Test
    void fileThatPassedAloneIsFoundBesideOurs() {
        assertThat(texts(gate, List.of(PASSES_ALONE))).isEmpty();
        assertThat(texts(gate, with(PASSES_ALONE))).anyMatch(text -> text.startsWith("eigen.form") && text.contains("deze vraag heeft geen tekst"));
        assertThat(texts(gate, List.of(PASSES_ALONE))).isEmpty();
    }

    @Test
    void sameFaultIsFoundEachTimeWhateverStandsBesideIt() {
        DeployedResource faulty = changed("select-opportunity.form", "\"type\": \"radio\"", "\"type\": \"filepicker\"");
        List<DeployedResource> others = OURS.stream().filter(file -> !file.name().equals(faulty.name())).toList();

        assertThat(Stream.of(Stream.concat(others.stream(), Stream.of(faulty)).toList(), List.of(faulty, others.get(0)), List.of(faulty)))
                .allSatisfy(files -> assertThat(texts(gate, files)).anyMatch(text -> text.contains("'filepicker' werkt niet in Tasklist")));
    }

    @Test
    void sameContentUnderAnotherNameIsFoundUnderThatName() {
        byte[] content = changed("select-opportunity.form", "\"type\": \"radio\"", "\"type\": \"filepicker\"").content();

        Stream.of("een.form", "twee.form").forEach(name -> assertThat(texts(gate, List.of(new DeployedResource(name, content))))
                .anyMatch(text -> text.startsWith(name)));
    }

    @Test
    void whatIsRememberedIsWhatIsFoundAnew() {
        List<DeployedResource> faulty = OURS.stream().map(file -> change(file, "\"searchable\": true", "\"searchable\": false"))
                .map(file -> change(file, "bpmnElement=\"UserTask_", "bpmnElement=\"Gone_")).map(file -> change(file, "<description>", "<description>x ")).toList();
        gate.findings(OURS);
        List<String> first = texts(gate, faulty);
        gate.findings(OURS);

        assertThat(first).hasSizeGreaterThan(50).isEqualTo(texts(gate, faulty)).isEqualTo(texts(anew(), faulty));
    }

    private Gate anew() {
        return new Gate(new ModelReader(), new FileIds(), checks.stream().map(check -> check instanceof FileChecks ? new FileChecks(fileChecks) : check).toList());
    }

    private static List<String> texts(Gate gate, List<DeployedResource> files) {
        return gate.findings(files).stream().map(Finding::text).toList();
    }

    private static List<DeployedResource> with(DeployedResource file) {
        return Stream.concat(OURS.stream(), Stream.of(file)).toList();
    }

    private static DeployedResource changed(String name, String from, String to) {
        DeployedResource file = OURS.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        DeployedResource changed = change(file, from, to);
        assertThat(changed.content()).as("what is changed in %s", name).isNotEqualTo(file.content());
        return changed;
    }

    private static DeployedResource change(DeployedResource file, String from, String to) {
        return new DeployedResource(file.name(), new String(file.content(), StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
}
