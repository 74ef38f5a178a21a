package nl.tweespoor.fuzz;

import java.util.Map;
import java.util.TreeMap;

/**
 * One submit and what must become of it.
 *
 * @param what what was done to valid answers
 * @param named what a refusal must name; null when there must be none
 */
record Attempt(String what, Map<String, Object> variables, String named) {

    boolean isValid() {
        return named == null;
    }

    @Override
    public String toString() {
        Map<String, String> readable = new TreeMap<>();
        variables.forEach((name, value) -> readable.put(shorten(name), shorten(String.valueOf(value))
                + (value == null ? "" : " (" + value.getClass().getSimpleName() + ")")));
        return what + (isValid() ? ", to be accepted: " : ", to be refused for '" + named + "': ") + readable;
    }

    private static String shorten(String text) {
        StringBuilder visible = new StringBuilder();
        text.chars().limit(80).forEach(c -> visible.append(c < ' ' || c > '~' ? "\\u%04x".formatted(c) : "" + (char) c));
        return text.length() > 80 ? visible + "... of " + text.length() : visible.toString();
    }
}
