package nl.tweespoor.overview;

import java.util.List;

/**
 * A table that was asked, with what fired.
 *
 * @param known whether the engine still knows what it looked at
 */
record FiredTable(String name, boolean known, List<Rule> rules) {

    /** @param because what its author wrote next to it */
    record Rule(List<Condition> conditions, List<Output> outputs, String because) {
    }

    /** @param then empty when it isn't known any more */
    record Condition(String about, String rule, String then) {
    }

    record Output(String about, String given) {
    }
}
