package nl.tweespoor.engine;

import java.time.Instant;
import java.util.Optional;

/** How long the engine keeps its history of what has no number: of a dossier, {@link DossierHistory} is told when it is over. */
public interface HistoryRetention {

    /** Until when it is kept, counted from the end; empty for always. */
    Optional<Instant> ofWhatHasNoNumber(Instant ended);
}
