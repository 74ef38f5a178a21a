package nl.tweespoor.ledger;

/** How far a chain had come when it was sealed. */
public record SealedHead(long seal, String chain, long sequence, String hash) {

    private static final byte LEAF = 0;

    byte[] leaf(Fields fields) {
        return MerkleTree.sha256(LEAF, fields.empty().text(chain).number(sequence).text(hash).bytes());
    }
}
