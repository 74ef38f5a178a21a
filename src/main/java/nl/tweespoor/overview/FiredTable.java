package nl.tweespoor.overview;

import java.util.List;

/**
 * A table that was asked, with what fired.
 *
 * @param known whether the engine still knows what it looked at
 * @param whole all of its rules
 */
record FiredTable(String name, boolean known, List<Rule> rules, Whole whole) {

    /** @param because what its author wrote next to it */
    record Rule(List<Condition> conditions, List<Output> outputs, String because) {
    }

    /** @param then empty when it isn't known any more */
    record Condition(String about, String rule, String then) {
    }

    /** The table as its author wrote it: what it looks at, what it gives, and why. */
    record Whole(List<String> inputs, List<String> outputs, List<Row> rows) {
    }

    /** @param inputs empty where a rule doesn't look at that */
    record Row(boolean fired, List<String> inputs, List<String> outputs, String because) {
    }

    record Output(String about, String given) {
    }
}
