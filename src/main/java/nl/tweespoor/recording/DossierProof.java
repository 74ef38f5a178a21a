package nl.tweespoor.recording;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import nl.tweespoor.engine.DeployedFiles;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Proof;
import nl.tweespoor.ledger.Proof.Attachment;
import org.springframework.stereotype.Component;

/** The record of one dossier with all that its decisions rested on, to be checked anywhere. */
@Component
public class DossierProof {

    private final LedgerReader ledger;
    private final Proof proof;
    private final DeployedFiles files;

    DossierProof(LedgerReader ledger, Proof proof, DeployedFiles files) {
        this.ledger = ledger;
        this.proof = proof;
        this.files = files;
    }

    /**
     * Writes it as a zip, and leaves the stream open.
     *
     * @throws IllegalArgumentException when nothing is known of such a dossier
     * @throws UncheckedIOException     when it can't be written
     */
    public void write(String dossierNumber, OutputStream out) {
        List<Attachment> basis = ledger.entries(dossierNumber).stream().flatMap(entry -> entry.basis().stream()).distinct()
                .flatMap(file -> attachment(file).stream()).toList();
        proof.write(dossierNumber, basis, out);
    }

    /** Named by its hash too: a dossier can rest on two versions of one file. None when its deployment was deleted since. */
    private Optional<Attachment> attachment(Basis basis) {
        return files.find(basis.deployment(), basis.name(), basis.kind()).map(file ->
                new Attachment(basis.sha256().substring(0, 12) + "-" + Grounds.file(file.name()), file.content()));
    }
}
