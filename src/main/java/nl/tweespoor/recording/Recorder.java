package nl.tweespoor.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierStep;
import nl.tweespoor.engine.ModelVersion;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.ledger.Entry.Decision;
import nl.tweespoor.ledger.Entry.Step;
import nl.tweespoor.ledger.Entry.Who;
import nl.tweespoor.ledger.Journal;
import nl.tweespoor.ledger.Ledger;
import org.springframework.stereotype.Component;

/** For a room that has something to tell that the engine does not see. */
@Component
public class Recorder {

    private final Journal journal;
    private final Ledger ledger;
    private final Grounds grounds;
    private final Chains chains;
    private final CurrentUser currentUser;

    Recorder(Journal journal, Ledger ledger, Grounds grounds, Chains chains, CurrentUser currentUser) {
        this.journal = journal;
        this.ledger = ledger;
        this.grounds = grounds;
        this.chains = chains;
        this.currentUser = currentUser;
    }

    /**
     * What happened at a step of a process, by whoever is logged in or else by the engine.
     *
     * @param facts  never what a person typed, nor a person's name or account
     * @param values that can be erased, such as an account
     */
    public void tell(Kind kind, DossierStep step, Map<String, String> facts, Map<String, String> values) {
        tell(kind, step.dossierNumber(), new Step(step.process().key(), step.process().version(), step.element(),
                step.name()), "engine", List.of(grounds.of(step.process())), facts, values);
    }

    /** The same, by someone who asked it before, or by a part of the system. */
    public void tell(Kind kind, Who who, DossierStep step, Map<String, String> facts, Map<String, String> values) {
        journal.add(new Entry(chains.of(step.dossierNumber()), kind.word(), new Step(step.process().key(), step.process().version(),
                step.element(), step.name()), who, Decision.NONE, List.of(grounds.of(step.process())), values, facts));
    }

    /** What someone does about a dossier beside its steps. */
    public void tellAbout(String dossierNumber, Kind kind, Map<String, String> facts, Map<String, String> values) {
        tell(kind, dossierNumber, Step.NONE, "engine", List.of(), facts, values);
    }

    /** What belongs to no dossier, by whoever is logged in or else by this part of the system. */
    public void tell(Kind kind, String system, Map<String, String> facts, Map<String, String> values) {
        tell(kind, null, Step.NONE, system, List.of(), facts, values);
    }

    /**
     * What is known only when the transaction is about to end. The chain of the number is held by then, so of several that
     * ask themselves whether they are the last, one is.
     *
     * @param system which part of the system tells it
     * @param table  that it rests on
     * @param facts  none when there is nothing to tell; asked for also when the number has no chain of its own
     */
    public void tellIfSo(Kind kind, String system, String dossierNumber, Optional<ModelVersion> table,
            Supplier<Optional<Map<String, String>>> facts) {
        String chain = chains.of(dossierNumber);
        List<Basis> basis = table.map(grounds::of).stream().toList();
        journal.addIfSo(() -> {
            ledger.hold(chain);
            return facts.get().filter(told -> !chain.equals(Entry.NO_DOSSIER)).map(told -> new Entry(chain, kind.word(),
                    Step.NONE, Who.system(system), Decision.NONE, basis, Map.of(), told));
        });
    }

    private void tell(Kind kind, String dossierNumber, Step step, String system, List<Basis> basis,
            Map<String, String> facts, Map<String, String> values) {
        Optional<Who> person = currentUser.id().map(user -> Who.person(user, currentUser.groups(), List.of()));
        journal.add(new Entry(chains.of(dossierNumber), kind.word(), step, person.orElse(Who.system(system)), Decision.NONE,
                basis, values, facts));
    }
}
