package nl.tweespoor.comparison;

/**
 * What a part of a file says about itself.
 *
 * @param label how people call it, with its article
 * @param raw   what is compared; empty for nothing
 * @param shown what people read instead
 */
record Fact(String label, String raw, String shown) {

    static Fact of(String label, String raw) {
        return new Fact(label, raw, Sentences.quoted(raw));
    }

    boolean isEmpty() {
        return raw.isEmpty();
    }
}
