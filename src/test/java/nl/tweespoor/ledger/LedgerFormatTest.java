package nl.tweespoor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerFormatTest {

    /** Whoever writes a verifier of their own begins with this; changing it changes the format. */
    @Test
    void theTestVectorInTheFormatHolds() throws IOException {
        Row row = new Row("I-2026-0001", 1, LocalDateTime.of(2026, 1, 31, 9, 30), "timer", null, null, null, null, null, null,
                null, "{\"system\":\"timer\"}", "{}", Row.origin("I-2026-0001"), null);
        String format = new String(LedgerFormatTest.class.getResourceAsStream("/ledger/FORMAT.md").readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(format).contains("`" + row.previousHash() + "`", "`" + row.covered(new Fields()).hash() + "`");
    }

    /** Against the definition of RFC 6962, which splits; ours goes up by levels and remembers. */
    @Test
    void theTreeIsThatOfTheStandardHoweverItGrew() throws Exception {
        Random random = new Random(6962);
        MerkleTree tree = new MerkleTree();
        List<SealedHead> heads = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String chain = "I-" + random.nextInt(120);
            SealedHead head = new SealedHead(1, chain, i, "h" + i);
            heads.removeIf(other -> other.chain().equals(chain));
            heads.add(head);
            heads.sort(Comparator.comparing(SealedHead::chain));
            tree.put(head);
            if (random.nextInt(3) == 0) {
                List<byte[]> leaves = heads.stream().map(one -> one.leaf(new Fields())).toList();
                assertThat(tree.root()).isEqualTo(HexFormat.of().formatHex(byTheBook(leaves)));
                assertThat(tree.chains()).isEqualTo(heads.size());
                assertThat(tree.entries()).isEqualTo(heads.stream().mapToLong(SealedHead::sequence).sum());
            }
        }
    }

    private static byte[] byTheBook(List<byte[]> leaves) throws Exception {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 1);
        digest.update(byTheBook(leaves.subList(0, half)));
        return digest.digest(byTheBook(leaves.subList(half, leaves.size())));
    }
}
