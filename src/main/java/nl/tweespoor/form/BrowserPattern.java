package nl.tweespoor.form;

import java.util.regex.Pattern;

/**
 * A pattern as the browser applies it to an answer: somewhere in the text, with the rules of JavaScript. Java reads the
 * same pattern a little differently; most of all its {@code $} also matches before a line end, which would let in
 * amounts that can't be read.
 */
final class BrowserPattern {

    /** What {@code \s} is to JavaScript. */
    private static final String SPACES = "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
    private static final int FIRST_PRIVATE = 0xE000;

    private final Pattern pattern;

    BrowserPattern(String written) {
        pattern = Pattern.compile(inJava(inUnits(written)));
    }

    boolean matches(String answer) {
        return pattern.matcher(inUnits(answer)).find();
    }

    /** JavaScript counts an emoji as two; in Java it would be one character as long as its halves stand together. */
    private static String inUnits(String text) {
        StringBuilder units = new StringBuilder(text.length());
        text.chars().map(unit -> Character.isSurrogate((char) unit)
                ? FIRST_PRIVATE + unit - Character.MIN_SURROGATE : unit).forEach(unit -> units.append((char) unit));
        return units.toString();
    }

    private static String inJava(String written) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length()) {
                java.append(escaped(written.charAt(++i), inClass));
            } else if (inClass) {
                inClass = c != ']';
                java.append(c == '[' || c == '&' ? "\\" + c : c);
            } else if (c == '[') {
                inClass = true;
                java.append(c);
            } else {
                java.append(switch (c) {
                    case '$' -> "\\z";
                    case '.' -> "[^\\n\\r\\u2028\\u2029]";
                    default -> String.valueOf(c);
                });
            }
        }
        return java.toString();
    }

    private static String escaped(char c, boolean inClass) {
        return switch (c) {
            case 's' -> inClass ? SPACES : "[" + SPACES + "]";
            case 'S' -> "[^" + SPACES + "]";
            case 'b' -> inClass ? "\\x08" : "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))";
            case 'v' -> "\\x0B";
            default -> "\\" + c;
        };
    }
}
