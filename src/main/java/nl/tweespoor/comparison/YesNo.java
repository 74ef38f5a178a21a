package nl.tweespoor.comparison;

/** Facts that are so or not, and read so. */
final class YesNo {

    private static final String SO = "is ";

    private YesNo() {
    }

    /** @param word what something is or isn't: verplicht */
    static Fact of(String word, boolean so) {
        return new Fact(SO + word, so ? "true" : "", so ? word : "");
    }

    static boolean is(Fact fact) {
        return fact.label().startsWith(SO);
    }

    static String told(Fact fact) {
        return fact.label().substring(SO.length());
    }

    static String change(Fact was, Fact now) {
        return now.isEmpty() ? " is niet meer " + told(was) + "." : " is nu " + told(now) + ".";
    }
}
