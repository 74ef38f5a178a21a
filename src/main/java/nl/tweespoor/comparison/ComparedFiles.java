package nl.tweespoor.comparison;

import java.util.Optional;
import nl.tweespoor.engine.DeployedResource;
import org.springframework.stereotype.Component;

/** Compares two versions of a file for who reads sentences, and for who reads files. */
@Component
public class ComparedFiles {

    private final Comparison comparison;

    ComparedFiles(Comparison comparison) {
        this.comparison = comparison;
    }

    public Compared of(DeployedResource before, DeployedResource after) {
        return of(Optional.of(before), after);
    }

    /** @param before none for what is new */
    public Compared of(Optional<DeployedResource> before, DeployedResource after) {
        return new Compared(comparison.of(before, after), LinesCompared.of(before.map(DeployedResource::content).orElse(new byte[0]), after.content()));
    }
}
