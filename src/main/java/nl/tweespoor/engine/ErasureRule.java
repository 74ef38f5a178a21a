package nl.tweespoor.engine;

import java.util.Optional;
import java.util.Set;

/** What a room keeps of what people typed in a dossier, beside the engine and the ledger, forgets it with these. */
public interface ErasureRule {

    /**
     * What stands under this name here and in no entry of the ledger; nothing when this room knows no such name.
     *
     * @param number of the dossier
     * @param name   as the room itself shows it beside the text
     */
    Optional<String> kept(String number, String name);

    /** Under which other numbers stands what was typed in this dossier, or about it. */
    default Set<String> alsoUnder(String number) {
        return Set.of();
    }

    /**
     * In the same transaction.
     *
     * @param number of the dossier
     * @param text   that is erased, as it was typed
     */
    void erased(String number, String text);
}
