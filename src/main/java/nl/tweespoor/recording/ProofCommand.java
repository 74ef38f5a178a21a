package nl.tweespoor.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code --tweespoor.proof=I-2026-0001} writes the record of that dossier to a file, and stops. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ProofCommand implements ApplicationRunner {

    private static final String DOSSIER = "tweespoor.proof";

    private final DossierProof proof;
    private final ConfigurableApplicationContext application;

    ProofCommand(DossierProof proof, ConfigurableApplicationContext application) {
        this.proof = proof;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption(DOSSIER)) {
            int status = write(arguments.getOptionValues(DOSSIER).get(0), Path.of(""), System.out);
            System.exit(SpringApplication.exit(application, () -> status));
        }
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
            says.println("Er is geen dossier " + dossierNumber + ". Controleer het nummer.");
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
