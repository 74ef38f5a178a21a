package nl.tweespoor.comparison;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something in a file that can come, go or change.
 *
 * @param id     by which it is the same as in another version of the file
 * @param alias  by which it is so too when its id is another; null for none
 * @param owner  the id of the part with which it comes and goes; null for none
 * @param called with its kind, as it goes within a sentence: taak «Kans wegen»
 * @param name   null when it has none of its own
 * @param with   what is told of it when it is new, from the comma on; may be empty
 * @param facts  by what they are called in the file
 * @param drawn  whether its id is found in the diagram
 */
record Part(String id, String alias, String owner, String called, String name, String with, Map<String, Fact> facts, boolean drawn) {

    /** What it says of itself, for when it is new. */
    static String listed(Map<String, Fact> facts, Set<String> except) {
        String listed = facts.entrySet().stream().filter(each -> !except.contains(each.getKey()) && !each.getValue().isEmpty())
                .map(Map.Entry::getValue).map(fact -> YesNo.is(fact) ? YesNo.told(fact) : fact.label() + " " + fact.shown())
                .collect(Collectors.joining(", "));
        return listed.isEmpty() ? "" : " (" + listed + ")";
    }

    String element() {
        return drawn ? id : null;
    }
}
