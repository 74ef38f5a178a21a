package nl.tweespoor.moving;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.ProcessNames;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.change.Reason;
import nl.tweespoor.moving.MoveRepository.State;
import nl.tweespoor.moving.MoveRepository.Stayed;
import nl.tweespoor.moving.RunningDossiers.Running;
import nl.tweespoor.overview.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people ask, and how far that is. */
@Component
class Moves {

    private final MoveRepository moves;
    private final ProcessNames processes;
    private final People people;
    private final CurrentUser currentUser;

    Moves(MoveRepository moves, ProcessNames processes, People people, CurrentUser currentUser) {
        this.moves = moves;
        this.processes = processes;
        this.people = people;
        this.currentUser = currentUser;
    }

    /**
     * What someone chose.
     *
     * @param all     all that can go, else only those that were ticked
     * @param place   limits all to what stands there; empty for no limit
     * @param seen    whether they say that they read what goes along and what doesn't
     */
    record Choice(boolean all, String place, Set<String> instances, boolean seen, String reason) {
    }

    /**
     * @return the id of what was asked
     * @throws Refusal when nothing was chosen that can go, when they didn't say that they read it, or without a reason
     */
    @Transactional
    public String ask(MovePlan plan, Choice choice) {
        List<Running> chosen = plan.runningAt(choice.all() ? choice.place() : "").stream()
                .filter(one -> choice.all() || choice.instances().contains(one.instance())).filter(one -> plan.whyNot(one).isEmpty()).toList();
        if (chosen.isEmpty()) {
            throw Refusal.invalid("Kies bij 'Welke dossiers?' minstens één dossier dat mee kan. Wat u koos, kan niet mee of is er niet meer.");
        }
        if (!choice.seen()) {
            throw Refusal.invalid("Zet een vinkje bij 'Ik heb gelezen wat er meegaat en wat niet'.");
        }
        Move move = new Move(UUID.randomUUID().toString(), plan.from().key(), plan.from().id(), plan.to().id(), plan.from().number(),
                plan.to().number(), currentUser.id().orElseThrow(), Reason.checked(choice.reason()), EngineClock.now());
        Map<String, String> numbers = new HashMap<>();
        chosen.forEach(one -> numbers.put(one.instance(), one.number()));
        moves.add(move, numbers);
        return move.id();
    }

    Optional<Progress> progress(String id) {
        return moves.find(id).map(move -> {
            Map<State, Long> counts = moves.counts(id);
            return new Progress(MoveController.progress(id), MoveController.process(move.process()),
                    processes.byKey().getOrDefault(move.process(), move.process()), move.fromNumber(), move.toNumber(),
                    people.nameOf(move.askedBy()), Words.moment(move.askedAt()), move.reason(),
                    counts.values().stream().mapToLong(Long::longValue).sum(), counts.getOrDefault(State.MOVED, 0L),
                    counts.getOrDefault(State.WAITING, 0L), moves.stayed(id).stream()
                    .map(one -> new Stayed(MovePages.number(one.number()), one.why())).toList());
        });
    }
}
