package nl.tweespoor.register;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.ledger.LedgerFollower;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.recording.RecordedDecision.Advice;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * By what a decision is found. It follows the ledger in the same transaction, and holds no text that someone typed but as single
 * words: where a value is erased, all of that dossier is made anew from what the ledger still tells.
 */
@Component
class DecisionIndex implements LedgerFollower {

    static final String PERSON = "person";
    static final String GROUPS = "groups";
    static final String STEP = "step";
    static final String OUTCOME = "outcome";
    static final String VERSION = "version";
    /** Around each group, so that one name is never found in another. */
    static final String BETWEEN = ",";

    private static final Set<String> KINDS = Set.of(Kind.START.word(), Kind.TASK.word());
    private static final int OF_THE_TITLE = 0;
    private static final int LONGEST = 200;

    private final JdbcTemplate jdbc;
    private final LedgerReader ledger;

    DecisionIndex(JdbcTemplate jdbc, LedgerReader ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    @Override
    public void appended(List<Recorded> entries) {
        for (Recorded entry : entries) {
            if (Kind.START.word().equals(entry.kind())) {
                addWords(entry.chain(), OF_THE_TITLE, SearchWords.of(entry.values().get(ModelIds.TITLE)));
            } else if (Kind.TASK.word().equals(entry.kind())) {
                if (ModelIds.SELECTION.equals(entry.step().process()) && ModelIds.ASSESS.equals(entry.step().element())) {
                    replaceGoals(entry);
                }
                if (entry.outcome() != null) {
                    add(entry, DecisionHistory.decision(entry));
                }
            }
        }
    }

    @Override
    public void reduced(String chain) {
        for (String table : List.of("register_decision", "register_word", "register_goal")) {
            jdbc.update("delete from " + table + " where chain = ?", chain);
        }
        appended(ledger.ofKinds(List.of(chain), KINDS));
        jdbc.update("delete from register_choice where field = ? and not exists"
                + " (select 1 from register_decision d where d.actor = register_choice.choice)", PERSON);
    }

    private void add(Recorded entry, RecordedDecision decision) {
        String step = shortened(Objects.requireNonNullElse(entry.step().name(), "(zonder naam)"));
        String groups = BETWEEN + String.join(BETWEEN, decision.groups()) + BETWEEN;
        String outcome = shortened(decision.outcome());
        jdbc.update("insert into register_decision (chain, sequence, recorded_at, process, process_version, step, actor,"
                        + " task_groups, outcome, against_advice, of_dossier) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.chain(), entry.sequence(), LocalDateTime.ofInstant(entry.recordedAt(), ZoneOffset.UTC),
                entry.step().process(), entry.step().version(), step, entry.actor(), groups, outcome, entry.againstAdvice(),
                Dossiers.isNumber(entry.chain()));
        Set<String> words = new HashSet<>(SearchWords.of(decision.reason(),
                decision.advice().map(Advice::reasonAgainst).orElse("")));
        words.addAll(jdbc.queryForList("select word from register_word where chain = ? and sequence = ?", String.class,
                entry.chain(), OF_THE_TITLE));
        addWords(entry.chain(), entry.sequence(), words);
        addChoices(new Object[][] {{PERSON, entry.actor()}, {STEP, step}, {OUTCOME, outcome}, {GROUPS, groups},
                {VERSION, entry.step().process() + ":" + entry.step().version()}});
    }

    private void addWords(String chain, long sequence, Collection<String> words) {
        jdbc.batchUpdate("insert into register_word (word, chain, sequence) values (?, ?, ?)",
                words.stream().map(word -> new Object[] {word, chain, sequence}).toList());
    }

    private void addChoices(Object[][] choices) {
        jdbc.batchUpdate("insert into register_choice (field, choice) select cast(? as varchar(20)), cast(? as varchar(400))"
                        + " where not exists (select 1 from register_choice where field = ? and choice = ?)",
                Stream.of(choices).filter(choice -> choice[1] != null)
                        .map(choice -> new Object[] {choice[0], choice[1], choice[0], choice[1]}).toList());
    }

    private void replaceGoals(Recorded assessment) {
        jdbc.update("delete from register_goal where chain = ?", assessment.chain());
        jdbc.batchUpdate("insert into register_goal (goal, chain) values (?, ?)",
                goals(assessment).stream().distinct().map(goal -> new Object[] {goal, assessment.chain()}).toList());
    }

    /** The ground itself when that is no goal. */
    private static List<String> goals(Recorded assessment) {
        String ground = assessment.values().get(ModelIds.GROUND);
        if (!ModelIds.STRATEGIC_GOAL.equals(ground)) {
            return ground == null ? List.of() : List.of(ground);
        }
        List<String> goals = new ArrayList<>(JsonTextList.of(assessment.values().get(ModelIds.OTHER_GOALS)));
        goals.add(assessment.values().get(ModelIds.MAIN_GOAL));
        goals.removeIf(Objects::isNull);
        return goals;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
