package nl.tweespoor.erasure;

import java.util.List;
import nl.tweespoor.engine.DossierValues.Typed;
import nl.tweespoor.ledger.Recorded;

/** A value that is still there, and the places in the ledger with which it goes: more than one when someone typed it again. */
record Personal(Typed typed, List<Place> places) {

    /** A value in an entry. */
    record Place(Recorded entry, String name) {

        String text() {
            return entry.values().get(name);
        }
    }
}
