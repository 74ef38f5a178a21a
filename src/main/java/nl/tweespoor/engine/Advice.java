package nl.tweespoor.engine;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * What a decision table gives.
 *
 * @param table the id of its definition, with the version
 * @param rules that fired, in the order of the table
 */
public record Advice(String table, List<FiredRule> rules) {

    /**
     * @param annotation what its author wrote next to it, which is the reason that people read; null for none
     * @param because    what fired in the tables below, as far as this rule looks at what they gave
     * @param more       takes another output, by name
     */
    public record FiredRule(String id, String annotation, List<FiredRule> because, BiConsumer<String, String> more) {

        /** Gives whoever asked for the advice one more output. */
        public void add(String output, String text) {
            more.accept(output, text);
        }
    }
}
