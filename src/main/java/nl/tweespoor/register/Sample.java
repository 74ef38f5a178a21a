package nl.tweespoor.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import nl.tweespoor.engine.Refusal;

/**
 * So many of what was found, by chance and yet each time the same: of each decision the SHA-256 of the seed, a line end, the
 * number of its dossier, a slash and the number of its entry; those with the lowest hash are in it. Anyone can do that again.
 */
record Sample(int size, String seed) {

    private static final int LARGEST = 1000;
    private static final int LONGEST_SEED = 100;

    /** @throws Refusal when that is no size or no seed */
    static Sample of(String size, String seed) {
        if (!size.matches("\\d{1,4}") || Integer.parseInt(size) < 1 || Integer.parseInt(size) > LARGEST) {
            throw Refusal.invalid("Een steekproef heeft 1 tot en met " + LARGEST + " besluiten.");
        }
        if (seed.length() > LONGEST_SEED) {
            throw Refusal.invalid("Het startgetal heeft hoogstens " + LONGEST_SEED + " tekens.");
        }
        return new Sample(Integer.parseInt(size), seed);
    }

    private record Drawn(byte[] hash, Found found) {

        static final Comparator<Drawn> BY_HASH = Comparator.comparing(Drawn::hash, Arrays::compareUnsigned);
    }

    /** Newest first; never more than the sample in memory. */
    List<Found> of(Stream<Found> all) {
        PriorityQueue<Drawn> lowest = new PriorityQueue<>(Drawn.BY_HASH.reversed());
        all.forEach(found -> {
            lowest.add(new Drawn(hash(found), found));
            if (lowest.size() > size) {
                lowest.remove();
            }
        });
        return lowest.stream().map(Drawn::found).sorted(Comparator.comparing(Found::at).thenComparing(Found::chain)
                .thenComparing(Found::sequence).reversed()).toList();
    }

    private byte[] hash(Found found) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((seed + "\n" + found.chain() + "/" + found.sequence()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
