package nl.tweespoor.erasure;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.tweespoor.recording.Chains;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Which value someone wants to be erased.
 *
 * @param dossier the number, or the name of another chain of the ledger
 */
record Request(String dossier, long entry, String name) {

    private static final String START = "W-";
    /** What a room keeps beside the ledger stands in no entry. */
    private static final long NO_ENTRY = 0;

    static Request of(VariableScope variables) {
        return new Request(((String) variables.getVariable(ModelIds.DOSSIER)).strip(),
                variables.getVariable(ModelIds.ENTRY) instanceof String entry ? Long.parseLong(entry) : NO_ENTRY,
                ((String) variables.getVariable(ModelIds.NAME)).strip());
    }

    /** The same for each request about this value. */
    String number() {
        String whole = START + dossier + "-" + entry + "-" + name;
        return Chains.haveOneFor(whole) ? whole : START + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
