package nl.tweespoor.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.TaskHistory;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.Facts;
import nl.tweespoor.recording.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Each completed task is in the history of the engine and in the ledger, as long as the engine still has that history. The
 * history is read first: a task that is completed meanwhile is then only in the ledger, and asked for once more.
 */
@Component
@Order(9)
class LedgerAndEngine implements Control {

    private final LedgerReader ledger;
    private final TaskHistory history;
    private final Named named;

    LedgerAndEngine(LedgerReader ledger, TaskHistory history, Named named) {
        this.ledger = ledger;
        this.history = history;
        this.named = named;
    }

    @Override
    public String id() {
        return "ledger-and-engine";
    }

    @Override
    public String name() {
        return "Logboek en procesmotor zeggen hetzelfde";
    }

    @Override
    public String looksAt() {
        return "Staat elke afgeronde taak in de geschiedenis van de procesmotor ook in het logboek, en andersom?";
    }

    /** Holds the id of each task in history, of which there are as many as the clean-up leaves. */
    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        Set<String> kept = history.keptProcesses();
        Map<String, Boolean> toldById = new HashMap<>();
        history.eachCompleted(id -> toldById.put(id, false));
        evidence.examined(toldById.size());
        List<Recorded> unknown = new ArrayList<>();
        ledger.eachByPersons(Kind.TASK.word(), entry -> {
            String task = entry.facts().get(Facts.TASK);
            Boolean told = toldById.replace(task, true);
            if (Boolean.TRUE.equals(told)) {
                evidence.find(Observation.of(entry, "'" + entry.step().name() + "' staat twee keer in het logboek (taak " + task + ")."));
            } else if (told == null && (task == null || kept.contains(entry.facts().get(Facts.PROCESS)))) {
                unknown.add(entry);
            }
        });
        unknown.stream().filter(this::isUnknown).forEach(entry -> evidence.find(Observation.of(entry, named.person(entry.actor()) + " deed '"
                + entry.step().name() + "' volgens het logboek. De procesmotor kent die afgeronde taak niet.")));
        toldById.forEach((task, told) -> {
            if (!told) {
                untold(task, evidence);
            }
        });
        return evidence;
    }

    private boolean isUnknown(Recorded entry) {
        String task = entry.facts().get(Facts.TASK);
        return task == null || history.completed(task).isEmpty() && history.keeps(entry.facts().get(Facts.PROCESS));
    }

    private void untold(String task, Evidence evidence) {
        history.completed(task).ifPresent(completed -> evidence.find(Observation.of(completed.dossierNumber(), "taak " + task,
                "'" + completed.name() + "' is op " + DutchTime.written(completed.at().atZone(DutchTime.ZONE).toLocalDate())
                        + " afgerond volgens de procesmotor. In het logboek staat dat niet.")));
    }
}
