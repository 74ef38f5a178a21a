package nl.tweespoor.form;

import java.util.regex.Pattern;

/** Tells an answer from what only looks like one: an answer that nobody can read is none. */
public final class VisibleText {

    /**
     * What shows nothing: spaces of every kind, controls, formats such as the zero width space and the soft hyphen,
     * characters that don't exist, and the fillers and joiners that Unicode counts among letters, marks and symbols.
     */
    private static final Pattern NOTHING = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}"
            + "\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0"
            + "\\x{1d159}\\x{e0100}-\\x{e01ef}]*");
    /** They turn the order of what follows, so that people read another text than what is stored. */
    private static final Pattern BIDI_CONTROL =
            Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
    /** What people type where a reason is asked, and which is none. */
    private static final Pattern NO_REASON = Pattern.compile("(?iu)\\b(n\\.? ?v\\.? ?t|niet van toepassing|zie (hier)?boven"
            + "|zie (de )?toelichting|geen( (reden|toelichting|opmerkingen|bijzonderheden))?|weet ik niet|idem|ja|nee|ok)\\b");
    private static final int FEWEST_LETTERS = 3;

    private VisibleText() {
    }

    static boolean isIn(String text) {
        return !NOTHING.matcher(text).matches();
    }

    /** A dot, a dash or a face says nothing to who asked. */
    static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether anything is left of a reason without what says nothing. */
    public static boolean saysWhy(String text) {
        return NO_REASON.matcher(text).replaceAll("").codePoints().filter(Character::isLetterOrDigit).count() >= FEWEST_LETTERS;
    }

    public static boolean turnsAround(String text) {
        return BIDI_CONTROL.matcher(text).find();
    }
}
