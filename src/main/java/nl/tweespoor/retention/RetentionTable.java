package nl.tweespoor.retention;

import java.time.Instant;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * One version of {@code retention.dmn}. It is a list and not a decision: nothing has to be evaluated.
 *
 * @param rows by kind; as a text also what is no period
 */
record RetentionTable(Map<String, Row> rows) {

    static final RetentionTable NONE = new RetentionTable(Map.of());

    private static final Set<String> KINDS = Set.of(ModelIds.DOSSIER_HISTORY, ModelIds.DOSSIER_LEDGER,
            ModelIds.STAND_IN_HISTORY, ModelIds.STAND_IN_LEDGER, ModelIds.OTHER_HISTORY, ModelIds.OTHER_LEDGER,
            ModelIds.GENERAL_LEDGER, ModelIds.READINGS);

    /**
     * @param period in ISO 8601, or {@code never}
     * @param ground why, in Dutch, as its author wrote it
     */
    record Row(String period, String ground) {

        static final Row NEVER = new Row(ModelIds.NEVER, "");

        /** Empty when it is kept always. */
        Optional<Instant> after(Instant end) {
            return period.equals(ModelIds.NEVER) ? Optional.empty()
                    : Optional.of(end.atZone(DutchTime.ZONE).plus(Period.parse(period)).toInstant());
        }

        /** What ended before then has been kept long enough; empty when it is kept always. */
        Optional<Instant> before(Instant now) {
            return period.equals(ModelIds.NEVER) ? Optional.empty()
                    : Optional.of(now.atZone(DutchTime.ZONE).minus(Period.parse(period)).toInstant());
        }
    }

    /** @throws IllegalArgumentException with what is wrong in Dutch: nothing may be removed on a row that can't be read */
    static RetentionTable of(DmnModelInstance model) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            String kind = text(List.copyOf(rule.getInputEntries()).get(0).getTextContent());
            String period = text(List.copyOf(rule.getOutputEntries()).get(0).getTextContent());
            String ground = rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip();
            check(KINDS.contains(kind), "De regel '" + kind + "' is niet bekend.");
            check(!ground.isEmpty(), "Bij '" + kind + "' staat niet waarom.");
            check(isPeriod(period), "Bij '" + kind + "' staat geen termijn zoals P2Y of P6M, en ook niet never.");
            check(rows.put(kind, new Row(period, ground)) == null, "De regel '" + kind + "' staat er twee keer.");
        }
        KINDS.forEach(kind -> check(rows.containsKey(kind), "De regel '" + kind + "' ontbreekt."));
        check(rows.get(ModelIds.GENERAL_LEDGER).period().equals(ModelIds.NEVER),
                "Het algemene deel van het logboek (general-ledger) blijft altijd: zet daar never.");
        return new RetentionTable(rows);
    }

    /** Without a table nothing is removed. */
    Row of(String kind) {
        return rows.getOrDefault(kind, Row.NEVER);
    }

    private static boolean isPeriod(String period) {
        try {
            Period parsed = period.equals(ModelIds.NEVER) ? Period.ofDays(1) : Period.parse(period);
            return !parsed.isNegative() && !parsed.isZero();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String text(String entry) {
        return entry.strip().replaceAll("^\"|\"$", "");
    }

    private static void check(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException(problem);
        }
    }
}
