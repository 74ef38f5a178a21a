package nl.tweespoor.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.DossierValues;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.RecordedDecision.Advice;
import nl.tweespoor.recording.RecordedDossier.Filled;
import nl.tweespoor.recording.RecordedDossier.Routine;
import nl.tweespoor.recording.RecordedDossier.TableAdvice;
import org.springframework.stereotype.Component;

/** What was decided in a dossier, read from the ledger. */
@Component
public class DecisionHistory {

    private static final Map<String, Kind> ROUTINE = Stream.of(Kind.START, Kind.TASK, Kind.TIMER, Kind.MESSAGE, Kind.MOVE,
            Kind.END)
            .collect(Collectors.toMap(Kind::word, kind -> kind));
    private static final Set<String> DONE_BY_PERSONS = Set.of(Kind.START.word(), Kind.TASK.word());

    private final LedgerReader ledger;
    private final Chains chains;

    DecisionHistory(LedgerReader ledger, Chains chains) {
        this.ledger = ledger;
        this.chains = chains;
    }

    /** In both tracks, newest first. */
    public List<RecordedDecision> of(String dossierNumber) {
        return ledger.decisions(chains.of(dossierNumber), Kind.TASK.word()).stream().map(DecisionHistory::decision).toList();
    }

    /** The tasks that this person completed, newest first. */
    public List<CompletedTask> completedBy(String userId, int most) {
        return ledger.newestBy(userId, Kind.TASK.word(), most).stream().map(entry -> new CompletedTask(entry.chain(),
                Facts.step(entry.step().name(), entry.facts().get(Facts.TEAM)),
                entry.facts().getOrDefault(Facts.OUTCOME_LABEL, ""), entry.recordedAt())).toList();
    }

    /** All of it; none when the ledger has nothing under this number. */
    public Optional<RecordedDossier> dossier(String dossierNumber) {
        List<Recorded> entries = new ArrayList<>(ledger.entries(chains.of(dossierNumber)));
        Collections.reverse(entries);
        return entries.isEmpty() ? Optional.empty() : Optional.of(new RecordedDossier(
                entries.stream().filter(entry -> isOf(Kind.START, entry)).map(entry -> value(entry, ModelIds.TITLE))
                        .filter(title -> !title.isEmpty()).findFirst().orElse(""),
                entries.stream().filter(DecisionHistory::decides).map(DecisionHistory::decision).toList(),
                entries.stream().filter(entry -> ROUTINE.containsKey(entry.kind()) && !decides(entry))
                        .map(DecisionHistory::routine).toList(),
                entries.stream().filter(entry -> DONE_BY_PERSONS.contains(entry.kind())).map(Recorded::actor)
                        .filter(Objects::nonNull).collect(Collectors.toSet()),
                entries.stream().filter(entry -> DONE_BY_PERSONS.contains(entry.kind())).map(DecisionHistory::filled).toList(),
                entries.stream().filter(entry -> isOf(Kind.ADVICE, entry) && !entry.basis().isEmpty())
                        .map(DecisionHistory::advice).toList()));
    }

    private static boolean decides(Recorded entry) {
        return isOf(Kind.TASK, entry) && entry.outcome() != null;
    }

    private static boolean isOf(Kind kind, Recorded entry) {
        return kind.word().equals(entry.kind());
    }

    /** @param entry of a task that has an outcome */
    public static RecordedDecision decision(Recorded entry) {
        Optional<Advice> advice = Optional.ofNullable(entry.advice()).map(word -> new Advice(
                entry.facts().getOrDefault(Facts.ADVICE_LABEL, word), !Boolean.TRUE.equals(entry.againstAdvice()),
                answer(entry, Facts.REASON_AGAINST)));
        return new RecordedDecision(entry.sequence(), entry.recordedAt(), entry.step(), entry.facts().getOrDefault(Facts.TEAM, ""),
                entry.facts().getOrDefault(Facts.OUTCOME_LABEL, entry.outcome()), entry.actor(), value(entry, Facts.BY),
                Facts.listed(entry.facts().get(Facts.GROUPS)), answer(entry, Facts.REASON), advice, entry.basis());
    }

    private static Routine routine(Recorded entry) {
        return new Routine(entry.recordedAt(), ROUTINE.get(entry.kind()), entry.step().process(),
                Facts.step(entry.step().name(), entry.facts().get(Facts.TEAM)),
                Facts.listed(entry.facts().get(Facts.GROUPS)));
    }

    private static Filled filled(Recorded entry) {
        Map<String, String> values = new LinkedHashMap<>(entry.values());
        entry.erased().forEach(name -> values.put(name, DossierValues.ERASED));
        values.remove(Facts.BY);
        return new Filled(entry.sequence(), entry.recordedAt(), entry.step(), entry.actor(),
                Facts.listed(entry.facts().get(Facts.GROUPS)), values, entry.basis());
    }

    private static TableAdvice advice(Recorded entry) {
        Map<String, String> rules = new LinkedHashMap<>();
        Map<String, String> outputs = new LinkedHashMap<>();
        entry.facts().forEach((name, text) -> {
            if (name.startsWith(Facts.RULE)) {
                rules.put(name.substring(Facts.RULE.length()), text);
            } else {
                outputs.put(name, text);
            }
        });
        return new TableAdvice(entry.sequence(), entry.recordedAt(), entry.step(), entry.basis().get(0), rules, outputs);
    }

    /** The answer whose name stands in this fact. */
    private static String answer(Recorded entry, String fact) {
        return Optional.ofNullable(entry.facts().get(fact)).map(name -> value(entry, name)).orElse("");
    }

    private static String value(Recorded entry, String name) {
        return entry.erased().contains(name) ? DossierValues.ERASED : entry.values().getOrDefault(name, "");
    }
}
