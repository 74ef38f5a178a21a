package nl.tweespoor.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a decision table gives.
 *
 * @param actor who asked, or did what made a process ask; nobody for a timer
 * @param step  where a process asked for it; none when someone asked for it by itself
 * @param rules that fired, in the order of the table
 */
public record Advice(ModelVersion table, Optional<Actor> actor, Optional<DossierStep> step,
        List<FiredRule> rules) {

    /**
     * @param annotation what its author wrote next to it, which is the reason that people read; null for none
     * @param outputs    what the rule gives, by name, as text
     * @param because    what fired in the tables below, as far as this rule looks at what they gave
     * @param more       takes another output, by name
     */
    public record FiredRule(String id, String annotation, Map<String, String> outputs, List<FiredRule> because,
            BiConsumer<String, String> more) {

        /** Gives whoever asked for the advice one more output. */
        public void add(String output, String text) {
            more.accept(output, text);
        }
    }
}
