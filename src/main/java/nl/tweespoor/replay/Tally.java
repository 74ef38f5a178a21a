package nl.tweespoor.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.replay.Proposal.Known;
import nl.tweespoor.replay.Proposal.Table;
import nl.tweespoor.replay.Replayed.Case;
import nl.tweespoor.replay.Replayed.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts for one decision what came out then and what comes out now. */
final class Tally {

    private static final Logger log = LoggerFactory.getLogger(Tally.class);
    private static final int SHOWN = 100;

    private final Table table;
    private final Proposal proposal;
    private final Columns columns;
    private final PriorityQueue<Case> newest = new PriorityQueue<>(Comparator.comparing(Case::at));
    private final Map<String, Long> failures = new TreeMap<>();
    private long cases;
    private long different;
    private long failed;

    Tally(Table table, Proposal proposal, Columns columns) {
        this.table = table;
        this.proposal = proposal;
        this.columns = columns;
    }

    /**
     * @param recorded   of this decision
     * @param evaluation also of the decisions with which it was taken
     */
    void add(List<RecordedValue> recorded, List<RecordedValue> evaluation) {
        if (evaluation.stream().anyMatch(value -> !value.out() && !value.readable())) {
            fails("Wat erin ging, is niet meer te lezen.");
            return;
        }
        if (table.outputs().isEmpty()) {
            fails("«" + table.name() + "»: van een berekening is niet vastgelegd wat erin ging.");
            return;
        }
        Known known = columns.known(evaluation);
        List<String> missing = table.missing(known);
        if (!missing.isEmpty()) {
            missing.forEach(label -> failures.merge("«" + label + "»: deze vraag was er toen niet.", 1L, Long::sum));
            failed++;
            return;
        }
        List<Map<String, Object>> now;
        try {
            now = proposal.evaluate(table, known);
        } catch (RuntimeException e) {
            log.debug("Replaying {}", recorded.get(0).id(), e);
            fails("De voorgestelde tabel geeft hierop een fout, en geen antwoord.");
            return;
        }
        cases++;
        List<Outcome> changed = changed(recorded, now);
        if (!changed.isEmpty()) {
            different++;
            newest.add(new Case(recorded.get(0).dossier(), recorded.get(0).at(), changed));
            if (newest.size() > SHOWN) {
                newest.remove();
            }
        }
    }

    private void fails(String why) {
        failed++;
        failures.merge(why, 1L, Long::sum);
    }

    /** Of a column that came or went nothing is told here: that it did is no other outcome. */
    private List<Outcome> changed(List<RecordedValue> recorded, List<Map<String, Object>> now) {
        List<Outcome> changed = new ArrayList<>();
        List<RecordedValue> came = recorded.stream().filter(value -> value.out() && value.clause() != null).toList();
        table.outputs().forEach((id, output) -> {
            List<RecordedValue> own = came.stream().filter(value -> id.equals(value.clause())).toList();
            if (own.isEmpty()) {
                own = came.stream().filter(value -> Objects.equals(value.name(), output.name())).toList();
            }
            BigDecimal sum = recorded.get(0).sum();
            String then = told(sum != null && table.addsUp() ? Stream.of(sum) : own.stream().map(RecordedValue::value));
            String fresh = told(now.stream().map(rule -> rule.get(output.name())));
            if (!then.equals(fresh) && (!own.isEmpty() || came.isEmpty())) {
                changed.add(new Outcome(output.label(), then, fresh));
            }
        });
        return changed;
    }

    private static String told(Stream<?> values) {
        return values.filter(Objects::nonNull).map(Tally::told).collect(Collectors.joining(", "));
    }

    private static String told(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString() : value.toString();
    }

    Replayed replayed() {
        List<Case> shown = newest.stream().sorted(Comparator.comparing(Case::at).reversed()).toList();
        return new Replayed(table.name(), cases, different, failed, shown, Map.copyOf(failures));
    }
}
