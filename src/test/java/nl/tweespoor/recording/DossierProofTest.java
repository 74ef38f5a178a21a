package nl.tweespoor.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import nl.tweespoor.ledger.Seals;
import nl.tweespoor.ledger.VerifyProgram;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The record of a real dossier leaves the house whole, with what its decisions rested on. */
@EngineTest
class DossierProofTest {

    @Autowired
    Walk walk;
    @Autowired
    Seals seals;
    @Autowired
    ProofCommand command;
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void dossierIsCheckedByTheProgramThatTravelsWithIt() throws Exception {
        Dossier dossier = walk.selected();
        seals.seal();

        assertThat(write(dossier.number())).isZero();
        Path proof = folder.resolve(dossier.number() + ".zip");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(proof.getFileName().toString(), "java Verify.java");
        try (ZipFile zip = new ZipFile(proof.toFile())) {
            assertThat(zip.stream().map(Object::toString)).anyMatch(name -> name.endsWith("-innovation.bpmn"))
                    .anyMatch(name -> name.endsWith("-assess-opportunity.form"))
                    .anyMatch(name -> name.endsWith("-selection-advice.dmn"));
        }
        assertThat(new VerifyProgram(folder).start(proof)).startsWith("0 ").contains(dossier.number());
    }

    @Test
    void dossierFromWhichSomethingWasErasedStillVerifiesElsewhere() throws Exception {
        Dossier dossier = walk.reported("problem", "De heer Jansen valt vaak");
        seals.seal();
        walk.erasureRequestedBy("privacy-quality", dossier.number(), 1, "problem")
                .complete("UserTask_DecideErasure", "erasureOutcome", "erase");

        assertThat(write(dossier.number())).isZero();
        Path proof = folder.resolve(dossier.number() + ".zip");
        try (ZipFile zip = new ZipFile(proof.toFile())) {
            assertThat(new String(zip.getInputStream(zip.getEntry("entries.jsonl")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("erasure").doesNotContain("Jansen");
        }
        assertThat(new VerifyProgram(folder).start(proof)).startsWith("0 ").contains("1 waarde is gewist");
    }

    @Test
    void dossierThatIsNotThereLeavesNothingBehind() throws Exception {
        assertThat(write("I-1999-0001")).isOne();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Er is geen dossier 'I-1999-0001'");
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of());
        }
    }

    private int write(String number) {
        return command.write(number, folder, new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
