package nl.tweespoor.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.tweespoor.startup.Command;
import nl.tweespoor.startup.CommandName;
import org.springframework.stereotype.Component;

/** {@code --tweespoor.proof=I-2026-0001} writes the record of that dossier to a file in the current folder. */
@Component
class ProofCommand implements Command {

    private final DossierProof proof;

    ProofCommand(DossierProof proof) {
        this.proof = proof;
    }

    @Override
    public CommandName name() {
        return CommandName.PROOF;
    }

    @Override
    public int run(String dossierNumber, PrintStream says) {
        return write(dossierNumber, Path.of(""), says);
    }

    /** @return 0 when it is there, 1 when there is no such dossier or no room for it */
    int write(String dossierNumber, Path folder, PrintStream says) {
        Path file = folder.resolve(dossierNumber.replaceAll("[^A-Za-z0-9._-]", "_") + ".zip").toAbsolutePath();
        try {
            Path unfinished = Files.createTempFile(file.getParent(), "bewijs", ".tmp");
            try {
                try (OutputStream out = Files.newOutputStream(unfinished)) {
                    proof.write(dossierNumber, out);
                }
                Files.move(unfinished, file);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IllegalArgumentException e) {
            says.println("Er is geen dossier '" + dossierNumber + "'. Controleer het nummer.");
            return 1;
        } catch (IOException e) {
            says.println("Het bewijs kon niet worden weggeschreven naar " + file + ": " + e.getMessage());
            return 1;
        }
        says.println("Het bewijs van dossier " + dossierNumber + " staat in " + file
                + ". Pak het uit en controleer het met: java Verify.java " + file.getFileName());
        return 0;
    }
}
