package nl.tweespoor.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entry as it is read back.
 *
 * @param chain      the number of the dossier, or {@link Entry#NO_DOSSIER}
 * @param recordedAt when, to the microsecond
 * @param groups     of the actor at that moment
 * @param basis      the exact files it rested on
 * @param facts      what the system knew besides
 * @param values     what people typed and names of persons, as far as it was not erased
 * @param erased     the names of values that were taken out
 */
public record Recorded(String chain, long sequence, Instant recordedAt, String kind, Entry.Step step, String actor,
        List<String> groups, String outcome, String advice, Boolean againstAdvice, List<Entry.Basis> basis,
        Map<String, String> facts, Map<String, String> values, Set<String> erased) {

    static Recorded of(Row row) {
        Content content = Content.read(row.content());
        Map<String, String> values = new LinkedHashMap<>();
        JsonReading.disclosed(row.disclosed()).forEach((name, salted) -> values.put(name, salted.value()));
        Set<String> erased = new LinkedHashSet<>(content.commitments() == null ? Set.of() : content.commitments().keySet());
        erased.removeAll(values.keySet());
        return new Recorded(row.chain(), row.sequence(), row.recordedAt().toInstant(ZoneOffset.UTC), row.kind(),
                new Entry.Step(row.process(), row.processVersion(), row.element(), row.elementName()), row.actor(),
                orNone(content.groups()), row.outcome(), content.advice(), row.againstAdvice(), orNone(content.basis()),
                content.facts() == null ? Map.of() : content.facts(), values, erased);
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
