package nl.tweespoor.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** What an entry holds beside its columns; its text is hashed exactly as it was written. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Content(List<String> groups, List<String> standsInFor, String system, String advice, List<Entry.Basis> basis,
        Map<String, String> facts, Erased erases, Removed removes, Map<String, String> commitments) {

    static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** The value that was taken out of an earlier entry of the same chain. */
    record Erased(long sequence, String name) {
    }

    static Content read(String text) {
        try {
            return JSON.readValue(text, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Another chain that was removed up to and including this entry.
     *
     * @param hash of that entry
     */
    record Removed(String chain, long sequence, String hash) {

        boolean isPossible() {
            return chain != null && !chain.equals(Entry.NO_DOSSIER) && sequence > 0 && hash != null && hash.length() == 64;
        }
    }

    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
