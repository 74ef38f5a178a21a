package nl.tweespoor.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of an entry that can still be read. The hash of the entry holds a commitment to each; without its salt, that
 * says nothing of the value any more.
 */
public final class Disclosed {

    private static final String VALUE = "tweespoor-ledger-value-1";
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Salted> values;

    private Disclosed(Map<String, Salted> values) {
        this.values = values;
    }

    /**
     * A value and what makes its commitment say nothing of it.
     *
     * @param salt 16 random bytes in hexadecimal digits
     */
    record Salted(String salt, String value) {

        String commitment(Fields fields) {
            return committed(fields).hash();
        }

        boolean fits(String commitment, Fields fields) {
            return committed(fields).hashIs(commitment);
        }

        private Fields committed(Fields fields) {
            return fields.of(VALUE).raw(HexFormat.of().parseHex(salt)).text(value);
        }

        boolean hasSalt() {
            if (salt == null || salt.length() != 2 * SALT_BYTES) {
                return false;
            }
            for (int i = 0; i < salt.length(); i++) {
                char digit = salt.charAt(i);
                if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                    return false;
                }
            }
            return true;
        }
    }

    static Disclosed salted(Map<String, String> values) {
        Map<String, Salted> salted = new LinkedHashMap<>();
        values.forEach((name, value) -> salted.put(name, new Salted(salt(), value)));
        return new Disclosed(salted);
    }

    /**
     * @param disclosed the column of that name
     * @throws IllegalArgumentException when it holds something else
     */
    public static Disclosed read(String disclosed) {
        return new Disclosed(JsonReading.disclosed(disclosed));
    }

    /** Empty also when it was erased. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).map(Salted::value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Map<String, String> commitments(Fields fields) {
        Map<String, String> commitments = new LinkedHashMap<>();
        values.forEach((name, salted) -> commitments.put(name, salted.commitment(fields)));
        return commitments;
    }

    Disclosed without(String name) {
        Map<String, Salted> left = new LinkedHashMap<>(values);
        left.remove(name);
        return new Disclosed(left);
    }

    String written() {
        try {
            return Content.JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
