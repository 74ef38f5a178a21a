package nl.tweespoor.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/**
 * All chains together at one moment, signed. It covers the seal before it.
 *
 * @param number    from 1
 * @param sealedAt  in UTC
 * @param entries   in all chains together
 * @param root      of the tree over the heads of all chains
 * @param publicKey Ed25519, as X.509 has it, in hexadecimal digits; so are the signature and the hashes
 */
public record Seal(long number, LocalDateTime sealedAt, long entries, long chains, String root, String previousHash,
        String publicKey, String hash, String signature) {

    static final String COLUMNS = "number, sealed_at, entries, chains, root, previous_hash, public_key, hash, signature";
    /** What the first seal follows. */
    static final String ORIGIN = "0".repeat(64);

    private static final String DOMAIN = "tweespoor-ledger-seal-1";

    /** The result's first columns are {@link #COLUMNS}. */
    static Seal of(ResultSet result, int index) throws SQLException {
        return new Seal(result.getLong(1), result.getObject(2, LocalDateTime.class), result.getLong(3), result.getLong(4),
                result.getString(5), result.getString(6), result.getString(7), result.getString(8), result.getString(9));
    }

    Object[] values() {
        return new Object[] {number, sealedAt, entries, chains, root, previousHash, publicKey, hash, signature};
    }

    String computedHash() {
        return new Fields().of(DOMAIN).number(number).text(Moment.written(sealedAt)).number(entries).number(chains)
                .text(root).text(previousHash).text(publicKey).hash();
    }

    Seal signed(LedgerKey key) {
        String computed = computedHash();
        return new Seal(number, sealedAt, entries, chains, root, previousHash, publicKey, computed, key.sign(computed));
    }
}
