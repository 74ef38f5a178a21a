package nl.tweespoor.recording;

import java.util.regex.Pattern;
import nl.tweespoor.ledger.Entry;
import org.springframework.stereotype.Component;

/** In which chain something belongs: that of its dossier, or the one of what belongs to none. */
@Component
class Chains {

    /** What the ledger takes as a name; a business key that someone made up can hold anything. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    String of(String dossierNumber) {
        return dossierNumber != null && NAME.matcher(dossierNumber).matches() ? dossierNumber : Entry.NO_DOSSIER;
    }
}
