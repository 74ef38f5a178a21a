package nl.tweespoor.openpoint;

import java.util.Map;
import java.util.Optional;

/** The texts that the process of a point knows of it. */
record KnownPoint(Map<String, String> values) {

    String id() {
        return values.getOrDefault(ModelIds.ID, "");
    }

    boolean isOpen() {
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
