package nl.tweespoor.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.ledger.Entry.Step;

/**
 * A decision as people read it.
 *
 * @param sequence of its entry in the chain of the dossier
 * @param team     its name, when it is about one of the teams; else empty
 * @param outcome  as the form called it
 * @param by       the name of who took it, and for whom they stood in
 * @param groups   ids of those whose task it was
 * @param reason   empty when the step asks none
 * @param basis    the exact files it rested on
 */
public record RecordedDecision(long sequence, Instant at, Step step, String team, String outcome, String userId,
        String by, List<String> groups, String reason, Optional<Advice> advice, List<Basis> basis) {

    /** On what it decides, as the form is headed. */
    public String name() {
        return Facts.step(step.name(), team);
    }

    /** The name of who took it; in whose place is not told. */
    public String person() {
        return Facts.doneBy(by).get(0);
    }

    /** The names of those in whose place it was taken; empty when it was their own. */
    public String absent() {
        return Facts.doneBy(by).stream().skip(1).findFirst().orElse("");
    }

    /**
     * What a table advised.
     *
     * @param outcome       as the form calls it
     * @param reasonAgainst empty when the advice was followed, or the step asks none
     */
    public record Advice(String outcome, boolean followed, String reasonAgainst) {
    }
}
