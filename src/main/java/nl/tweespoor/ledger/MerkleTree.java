package nl.tweespoor.ledger;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The tree of RFC 6962 over the heads of all chains, in the order of their names. It computes again only what changed, so
 * that replaying ten years of seals doesn't take as many trees.
 */
final class MerkleTree {

    private static final byte NODE = 1;

    private final Fields fields = new Fields();
    private final List<String> chains = new ArrayList<>();
    private final List<SealedHead> heads = new ArrayList<>();
    /** The leaves, and above them each level as far as it was computed; an odd last one is carried up as it is. */
    private final List<List<byte[]>> levels = new ArrayList<>(List.of(new ArrayList<>()));
    private final BitSet changed = new BitSet();
    private long entries;

    void put(SealedHead head) {
        int at = Collections.binarySearch(chains, head.chain());
        if (at >= 0) {
            entries += head.sequence() - heads.get(at).sequence();
            heads.set(at, head);
            levels.get(0).set(at, head.leaf(fields));
            changed.set(at);
        } else {
            entries += head.sequence();
            chains.add(-at - 1, head.chain());
            heads.add(-at - 1, head);
            levels.get(0).add(-at - 1, head.leaf(fields));
            changed.set(-at - 1, chains.size());
        }
    }

    /** Null when the chain isn't there. */
    SealedHead head(String chain) {
        int at = Collections.binarySearch(chains, chain);
        return at < 0 ? null : heads.get(at);
    }

    long chains() {
        return chains.size();
    }

    /** In all chains together. */
    long entries() {
        return entries;
    }

    String root() {
        compute();
        return HexFormat.of().formatHex(levels.get(levels.size() - 1).get(0));
    }

    int index(String chain) {
        return Collections.binarySearch(chains, chain);
    }

    /** The audit path of RFC 6962, from the leaf up. */
    List<String> path(String chain) {
        compute();
        List<String> path = new ArrayList<>();
        int at = index(chain);
        for (List<byte[]> level : levels) {
            int beside = at ^ 1;
            if (beside < level.size()) {
                path.add(HexFormat.of().formatHex(level.get(beside)));
            }
            at /= 2;
        }
        return path;
    }

    private void compute() {
        BitSet below = (BitSet) changed.clone();
        changed.clear();
        for (int level = 0; levels.get(level).size() > 1; level++) {
            if (levels.size() == level + 1) {
                levels.add(new ArrayList<>());
            }
            below = parents(levels.get(level), levels.get(level + 1), below);
        }
    }

    private static BitSet parents(List<byte[]> children, List<byte[]> parents, BitSet changed) {
        BitSet computed = new BitSet();
        for (int child = changed.nextSetBit(0); child >= 0; child = changed.nextSetBit((child | 1) + 1)) {
            int left = child & ~1;
            byte[] node = left + 1 < children.size() ? node(children.get(left), children.get(left + 1)) : children.get(left);
            if (left / 2 < parents.size()) {
                parents.set(left / 2, node);
            } else {
                parents.add(node);
            }
            computed.set(left / 2);
        }
        return computed;
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(NODE, left, right);
    }

    static byte[] sha256(byte prefix, byte[]... parts) {
        MessageDigest digest = Fields.sha256();
        digest.update(prefix);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
