package nl.tweespoor.register;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.ledger.LedgerReader.Place;

/**
 * A decision that was found, and not read yet.
 *
 * @param at in UTC
 */
record Found(String chain, long sequence, LocalDateTime at) {

    private static final String BETWEEN = "~";

    Place place() {
        return new Place(chain, sequence);
    }

    /** As it stands in an address from which one goes on. */
    String written() {
        return at + BETWEEN + chain + BETWEEN + sequence;
    }

    /** @throws Refusal when that isn't what it was given */
    static Found read(String written) {
        try {
            String[] parts = written.split(BETWEEN, -1);
            return new Found(parts[1], Long.parseLong(parts[2]), LocalDateTime.parse(parts[0]));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Refusal.invalid("Dit adres is niet heel. Begin opnieuw bij het register.");
        }
    }
}
