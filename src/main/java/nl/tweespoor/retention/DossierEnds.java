package nl.tweespoor.retention;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.tweespoor.engine.DossierHistory;
import nl.tweespoor.engine.DossierProcess;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.ProcessRule;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import nl.tweespoor.retention.RetentionTable.Row;
import org.springframework.stereotype.Component;

/**
 * When the last process with a number has ended, its time begins: the ledger says until when it stays, and the engine's
 * history of it, by the table as it is at that moment.
 */
@Component
class DossierEnds implements ProcessRule {

    private final RetentionTables tables;
    private final DossierHistory history;
    private final Recorder recorder;

    DossierEnds(RetentionTables tables, DossierHistory history, Recorder recorder) {
        this.tables = tables;
        this.history = history;
        this.recorder = recorder;
    }

    /** Of a dossier that was over and goes on, nothing may go, also in the night in which it would. */
    @Override
    public void starts(DossierProcess process) {
        if (!process.isPart() && process.dossierNumber() != null) {
            history.stays(process.dossierNumber());
        }
    }

    @Override
    public void ends(DossierProcess process) {
        String number = process.dossierNumber();
        if (process.isPart() || number == null) {
            return;
        }
        RetentionTables.InForce inForce = tables.newest();
        Subject subject = Subject.of(process.key(), number);
        Instant now = EngineClock.now();
        // Another may start before the transaction ends, as an implementation does when innovation hands over.
        recorder.tellIfSo(Kind.END, "retention", number, Optional.ofNullable(inForce.version()), () ->
                history.isOver(number) ? Optional.of(over(now, inForce.table(), subject)) : Optional.empty());
    }

    private Map<String, String> over(Instant end, RetentionTable table, Subject subject) {
        Row ofHistory = table.of(subject.history());
        Row ofLedger = table.of(subject.ledger());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Facts.HISTORY_UNTIL, until(ofHistory, end));
        facts.put(Facts.HISTORY_GROUND, ofHistory.ground());
        facts.put(Facts.LEDGER_UNTIL, until(ofLedger, end));
        facts.put(Facts.LEDGER_GROUND, ofLedger.ground());
        return facts;
    }

    private static String until(Row row, Instant end) {
        return row.after(end).map(Instant::toString).orElse(ModelIds.NEVER);
    }
}
