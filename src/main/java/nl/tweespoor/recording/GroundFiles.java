package nl.tweespoor.recording;

import java.util.Optional;
import nl.tweespoor.engine.DeployedFiles;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.ledger.Entry.Basis;
import org.springframework.stereotype.Component;

/** Gives back the exact file that something rested on. */
@Component
public class GroundFiles {

    private final DeployedFiles files;

    GroundFiles(DeployedFiles files) {
        this.files = files;
    }

    /** None when its deployment was deleted since, or it is no longer as the ledger saw it. */
    public Optional<byte[]> content(Basis basis) {
        return files.find(basis.deployment(), basis.name(), basis.kind()).map(DeployedResource::content)
                .filter(content -> Grounds.sha256(content).equals(basis.sha256()));
    }
}
