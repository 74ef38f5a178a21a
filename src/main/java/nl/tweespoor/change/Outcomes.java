package nl.tweespoor.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import nl.tweespoor.change.OutcomeRepository.About;
import nl.tweespoor.change.OutcomeRepository.Outcome;
import nl.tweespoor.change.OutcomeRepository.Run;
import nl.tweespoor.change.OutcomeRepository.State;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import nl.tweespoor.replay.Replay;
import nl.tweespoor.replay.Replayed;
import nl.tweespoor.trial.Trial;
import nl.tweespoor.trial.Tried;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Finds out what a proposal does before it is live, once for its files, and keeps that with it. */
@Component
class Outcomes {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final String TABLE = ".dmn";

    /** As the ledger tells what was found out. */
    private static final String TRIED = "ChangeTried";
    private static final String DECISIONS_REPLAYED = "DecisionsReplayed";

    private final OutcomeRepository repository;
    private final ProposedFiles files;
    private final Trial trial;
    private final Replay replay;
    private final Recorder recorder;
    private final TransactionOperations transaction;

    Outcomes(OutcomeRepository repository, ProposedFiles files, Trial trial, Replay replay, Recorder recorder, TransactionOperations transaction) {
        this.repository = repository;
        this.files = files;
        this.trial = trial;
        this.replay = replay;
        this.recorder = recorder;
        this.transaction = transaction;
    }

    /** Which of them there are for these files. */
    static List<About> about(List<DeployedResource> files) {
        List<About> about = new ArrayList<>();
        if (Trial.isFor(files)) {
            about.add(About.TRIAL);
        }
        if (files.stream().anyMatch(file -> file.endsWithAny(TABLE))) {
            about.add(About.REPLAY);
        }
        return about;
    }

    /** None when there is no process in the proposal. */
    Optional<TrialView> trial(String number) {
        return repository.of(number, About.TRIAL).map(outcome -> new TrialView(outcome.state() == State.DONE, outcome.state() == State.FAILED,
                outcome.json() == null ? null : read(outcome.json(), new TypeReference<Tried>() { })));
    }

    /** Of each table; none before that was done. */
    List<Replayed> replayed(String number) {
        return repository.of(number, About.REPLAY).filter(outcome -> outcome.state() == State.DONE)
                .map(outcome -> read(outcome.json(), new TypeReference<List<Replayed>>() { })).orElse(List.of());
    }

    /** Whether something of it is still to be found out. */
    boolean areUnderWay(String number) {
        return List.of(About.values()).stream().flatMap(about -> repository.of(number, about).stream()).map(Outcome::state)
                .anyMatch(state -> state == State.WAITING || state == State.GOING);
    }

    void find(Run run) {
        List<DeployedResource> proposed = files.proposed(run.proposal());
        if (run.about() == About.TRIAL) {
            Tried tried = trial.of(proposed, soFar -> repository.tell(run, State.GOING, write(soFar)));
            done(run, tried, Map.of("message", TRIED, "walks", String.valueOf(tried.walks()), "taken", String.valueOf(tried.taken()),
                    "paths", String.valueOf(tried.paths()), "findings", String.valueOf(tried.findings().size())));
        } else {
            List<Replayed> replayed = proposed.stream().filter(file -> file.endsWithAny(TABLE)).flatMap(file -> replay.of(file).stream()).toList();
            done(run, replayed, Map.of("message", DECISIONS_REPLAYED, "cases", sum(replayed, Replayed::cases),
                    "different", sum(replayed, Replayed::different), "failed", sum(replayed, Replayed::failed)));
        }
    }

    /** Of what was broken off, or of files that were replaced meanwhile, nothing is kept. */
    private void done(Run run, Object outcome, Map<String, String> facts) {
        transaction.executeWithoutResult(status -> {
            if (repository.tell(run, State.DONE, write(outcome))) {
                recorder.tellAbout(run.proposal(), Kind.MESSAGE, facts, Map.of());
            }
        });
    }

    private static String sum(List<Replayed> all, ToLongFunction<Replayed> what) {
        return String.valueOf(all.stream().mapToLong(what).sum());
    }

    private static String write(Object outcome) {
        try {
            return JSON.writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
