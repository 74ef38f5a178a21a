package nl.tweespoor.register;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a text as they are searched by: small letters and digits without accents, so that every database puts them in the
 * same order, whatever its own language.
 */
final class SearchWords {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;
    /** They stand everywhere, so nobody finds anything by them, and they would be half of all there is. */
    private static final Set<String> EVERYWHERE = Set.of("de", "het", "een", "en", "van", "in", "is", "op", "te", "dat", "die", "dit",
            "voor", "met", "zijn", "er", "aan", "niet", "om", "ook", "als", "bij", "door", "naar", "maar", "we", "wij", "of", "uit", "nog",
            "wel", "dan", "tot", "over", "kan", "wordt", "worden", "heeft", "hebben", "ze", "zij", "hun", "ons", "onze", "nu", "al");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    private SearchWords() {
    }

    static Set<String> of(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        Stream.of(texts).filter(text -> text != null).flatMap(SearchWords::split).forEach(words::add);
        return words;
    }

    /** What comes after all words that begin like this; null when nothing does. */
    static String after(String beginning) {
        String rest = beginning.replaceAll("z+$", "");
        if (rest.isEmpty()) {
            return null;
        }
        char last = rest.charAt(rest.length() - 1);
        return rest.substring(0, rest.length() - 1) + (last == '9' ? 'a' : (char) (last + 1));
    }

    private static Stream<String> split(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN.split(plain)).filter(word -> word.length() >= SHORTEST && !EVERYWHERE.contains(word))
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word);
    }
}
