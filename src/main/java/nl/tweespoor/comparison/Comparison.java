package nl.tweespoor.comparison;

import java.util.List;
import java.util.Optional;
import nl.tweespoor.engine.DeployedResource;
import org.springframework.stereotype.Component;

/** Tells what a file does differently from how it was. */
@Component
public class Comparison {

    /**
     * Empty when only the drawing differs, or nothing.
     *
     * @param before none for what is new
     */
    public List<Difference> of(Optional<DeployedResource> before, DeployedResource after) {
        Parts now;
        try {
            now = read(after);
        } catch (UnreadableException e) {
            return List.of(Difference.changed(Sentences.quoted(after.baseName()) + " is niet te lezen. Wat er verandert, is daarom niet te zeggen.", null));
        }
        if (before.isEmpty()) {
            return List.of(Difference.came("Nieuw: " + now.described() + ".", null));
        }
        try {
            return Sentences.of(read(before.get()), now);
        } catch (UnreadableException e) {
            return List.of(Difference.changed("Wat er was, is niet te lezen. Nu wordt het: " + now.described() + ".", null));
        }
    }

    private static Parts read(DeployedResource file) throws UnreadableException {
        if (file.endsWithAny(".bpmn", ".bpmn20.xml")) {
            return ProcessReader.read(file.content());
        } else if (file.endsWithAny(".dmn", ".dmn11.xml")) {
            return TableReader.read(file.content());
        } else if (file.endsWithAny(".form")) {
            return FormReader.read(file.content());
        }
        throw new UnreadableException(null);
    }
}
