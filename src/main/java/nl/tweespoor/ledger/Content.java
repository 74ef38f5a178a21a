package nl.tweespoor.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** What an entry holds beside its columns; its text is hashed exactly as it was written. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Content(List<String> groups, List<String> standsInFor, String system, String advice, List<Entry.Basis> basis,
        Map<String, String> facts, Erased erases, Map<String, String> commitments) {

    /** JSON of the ledger: a name that comes twice, or that nobody knows, would let two readers see different things. */
    static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** The value that was taken out of an earlier entry of the same chain. */
    record Erased(long sequence, String name) {
    }

    /** @throws IllegalArgumentException when it is no content */
    static Content read(String text) {
        try {
            Content content = JSON.readValue(text, Content.class);
            if (content == null) {
                throw new IllegalArgumentException("No content");
            }
            return content;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> commitmentsOrNone() {
        return commitments == null ? Map.of() : commitments;
    }
}
