package nl.tweespoor.refusal;

import java.util.regex.Pattern;

/**
 * Keeps what a caller sent on the line where it belongs, so that nobody writes lines of their own into the log; and keeps the
 * link to a poll out of it, since who has that link answers.
 */
class LogSanitizer {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+");
    /** Also in an address that is written strangely. */
    private static final Pattern LINK = Pattern.compile("(?i)(/(?:p|%70)(?:o|%6f)(?:l|%6c){2}[/;%\\\\])[^\\s?]*|(?<![\\w%-])[\\w-]{43}(?![\\w%-])");

    private LogSanitizer() {
    }

    static String of(String text) {
        return text == null ? "" : LINK.matcher(BREAKS.matcher(text).replaceAll(" ").strip()).replaceAll("$1…");
    }
}
