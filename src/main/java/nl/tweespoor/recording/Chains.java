package nl.tweespoor.recording;

import java.util.regex.Pattern;
import nl.tweespoor.ledger.Entry;
import org.springframework.stereotype.Component;

/** In which chain something belongs: that of its dossier, or the one of what belongs to none. */
@Component
public class Chains {

    /** What the ledger takes as a name. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** Whether what carries this number has a chain of its own, so that it can end and go. */
    public static boolean haveOneFor(String dossierNumber) {
        return NAME.matcher(dossierNumber).matches() && !Entry.NO_DOSSIER.equals(dossierNumber);
    }

    /** A number that has none is of before {@link NumberCheck}. */
    String of(String dossierNumber) {
        return dossierNumber != null && haveOneFor(dossierNumber) ? dossierNumber : Entry.NO_DOSSIER;
    }
}
