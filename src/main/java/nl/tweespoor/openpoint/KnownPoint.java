package nl.tweespoor.openpoint;

import java.util.Map;
import java.util.Optional;

/**
 * What the process of a point knows of it.
 *
 * @param values  the texts
 * @param running whether someone can still close it
 */
record KnownPoint(Map<String, String> values, boolean running) {

    String id() {
        return values.getOrDefault(ModelIds.ID, "");
    }

    boolean isOpen() {
        return running && isNotClosed();
    }

    /** Nobody closed it, and nobody can any more: whoever may do so ended its process. */
    boolean isCut() {
        return !running && isNotClosed();
    }

    private boolean isNotClosed() {
        return ModelIds.OPEN.equals(values.getOrDefault(ModelIds.STATE, ModelIds.OPEN));
    }

    Optional<Moment> before() {
        return Moment.of(values.get(ModelIds.BEFORE));
    }

    /** Whether a dossier that comes to this step finds it open, while it should be closed by then. */
    boolean holdsUp(Moment step) {
        return isOpen() && before().filter(before -> before.compareTo(step) <= 0).isPresent();
    }
}
