package nl.tweespoor.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Fields one after the other, each with its length before it, so that no two rows have the same bytes; the first says what
 * is hashed, so that no hash of one thing passes for that of another. One instance serves many hashes, on one thread.
 */
final class Fields {

    private static final HexFormat HEX = HexFormat.of();
    private static final int ABSENT = -1;

    private final MessageDigest sha256 = sha256();
    private byte[] bytes = new byte[1024];
    private int length;

    /** @return an empty list of fields for this domain; what was in it is gone */
    Fields of(String domain) {
        return empty().text(domain);
    }

    /** For a leaf of a tree, which has a domain of its own. */
    Fields empty() {
        length = 0;
        return this;
    }

    Fields text(String text) {
        return text == null ? prefix(ABSENT) : raw(text.getBytes(StandardCharsets.UTF_8));
    }

    Fields number(Number number) {
        return text(number == null ? null : number.toString());
    }

    Fields raw(byte[] field) {
        prefix(field.length);
        room(field.length);
        System.arraycopy(field, 0, bytes, length, field.length);
        length += field.length;
        return this;
    }

    /** In lower-case hexadecimal digits, as everywhere in the ledger. */
    String hash() {
        sha256.update(bytes, 0, length);
        return HEX.formatHex(sha256.digest());
    }

    /** Whether the hash is this one, without making a text of it for each of hundreds of thousands. */
    boolean hashIs(String hexadecimal) {
        sha256.update(bytes, 0, length);
        byte[] digest = sha256.digest();
        if (hexadecimal == null || hexadecimal.length() != 2 * digest.length) {
            return false;
        }
        for (int i = 0; i < digest.length; i++) {
            if (hexadecimal.charAt(2 * i) != HEX.toHighHexDigit(digest[i])
                    || hexadecimal.charAt(2 * i + 1) != HEX.toLowHexDigit(digest[i])) {
                return false;
            }
        }
        return true;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private Fields prefix(int size) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (size >>> shift);
        }
        return this;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
