package nl.tweespoor.comparison;

/**
 * One thing that differs.
 *
 * @param what     "came", "went" or "changed"
 * @param sentence as people read it
 * @param element  the id of the element of a process, to be found in its diagram; null when it isn't drawn
 */
public record Difference(String what, String sentence, String element) {

    static Difference came(String sentence, String element) {
        return new Difference("came", sentence, element);
    }

    static Difference went(String sentence, String element) {
        return new Difference("went", sentence, element);
    }

    static Difference changed(String sentence, String element) {
        return new Difference("changed", sentence, element);
    }
}
