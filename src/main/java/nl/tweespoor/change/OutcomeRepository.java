package nl.tweespoor.change;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.RemovalRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was found out about each proposal before someone approves it, and what of that is still to be done. */
@Component
class OutcomeRepository implements RemovalRule {

    /** Whoever does it says so more often; one that is silent for longer stopped. */
    private static final Duration SILENT = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    OutcomeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is found out. */
    enum About {
        TRIAL, REPLAY;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far that is. */
    enum State {
        WAITING, GOING, DONE,
        /** It broke down on the way; the log says why. */
        FAILED;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param json what came of it; while it is being done what is known so far, and null before */
    record Outcome(State state, String json) {
    }

    /** One that is to be done, by whoever has this run. */
    record Run(String proposal, About about, String id) {
    }

    /** Anew: its files came, or others took their place. */
    void wants(String proposal, List<About> all) {
        removed(proposal);
        all.forEach(about -> jdbc.sql("insert into proposal_outcome (proposal, kind, state, touched_at) values (?, ?, ?, ?)")
                .params(proposal, about.word(), State.WAITING.word(), now()).update());
    }

    /** None for a proposal of which this needs not be found out. */
    Optional<Outcome> of(String proposal, About about) {
        return jdbc.sql("select state, outcome from proposal_outcome where proposal = ? and kind = ?").params(proposal, about.word())
                .query((row, index) -> new Outcome(State.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getString(2))).optional();
    }

    /** The next one to do: of two that try, one gets it. */
    Optional<Run> take() {
        Timestamp silentSince = Timestamp.from(EngineClock.now().minus(SILENT));
        List<Run> next = jdbc.sql("select proposal, kind from proposal_outcome where state = ? or state = ? and touched_at < ? order by touched_at,"
                        + " kind").params(State.WAITING.word(), State.GOING.word(), silentSince)
                .query((row, index) -> new Run(row.getString(1), About.valueOf(row.getString(2).toUpperCase(Locale.ROOT)), UUID.randomUUID().toString()))
                .list();
        return next.stream().filter(run -> jdbc.sql("update proposal_outcome set state = ?, run = ?, touched_at = ?, outcome = null where proposal = ?"
                        + " and kind = ? and (state = ? or state = ? and touched_at < ?)").params(State.GOING.word(), run.id(), now(), run.proposal(),
                run.about().word(), State.WAITING.word(), State.GOING.word(), silentSince).update() == 1).findFirst();
    }

    /** @return whether it is still wanted of this run */
    boolean tell(Run run, State state, String json) {
        return jdbc.sql("update proposal_outcome set state = ?, outcome = ?, touched_at = ? where run = ? and state = ?")
                .param(state.word()).param(json).param(now()).param(run.id()).param(State.GOING.word()).update() == 1;
    }

    /** It was broken off. */
    void again(Run run) {
        tell(run, State.WAITING, null);
    }

    @Override
    public void removed(String number) {
        jdbc.sql("delete from proposal_outcome where proposal = ?").param(number).update();
    }

    private static Timestamp now() {
        return Timestamp.from(EngineClock.now());
    }
}
