package nl.tweespoor.moving;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.DossierStep;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.OccurrenceRule;
import nl.tweespoor.engine.ProcessNames;
import nl.tweespoor.engine.VersionChange;
import nl.tweespoor.ledger.Entry.Who;
import nl.tweespoor.recording.Facts;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the ledger of each dossier that it went over to another version, also when that was asked past the page. */
@Component
class MoveRecorder implements OccurrenceRule {

    private static final String STILL_ON = "select d.version_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
            + " where e.id_ = ?";

    private final MoveRepository moves;
    private final Recorder recorder;
    private final Memberships memberships;
    private final ProcessNames processes;
    private final JdbcClient jdbc;

    MoveRecorder(MoveRepository moves, Recorder recorder, Memberships memberships, ProcessNames processes, JdbcClient jdbc) {
        this.moves = moves;
        this.recorder = recorder;
        this.memberships = memberships;
        this.processes = processes;
        this.jdbc = jdbc;
    }

    @Override
    public void goesOver(VersionChange change) {
        Optional<Move> asked = change.actor().isPresent() ? Optional.empty() : moves.going(change.instance());
        int before = jdbc.sql(STILL_ON).param(change.instance()).query(Integer.class).single();
        Map<String, String> values = new HashMap<>();
        asked.ifPresent(move -> values.put("reason", move.reason()));
        recorder.tell(Kind.MOVE, asked.map(Move::askedBy).map(this::who).or(() -> change.actor().map(MoveRecorder::who))
                        .orElse(Who.system("engine")),
                new DossierStep(change.to(), null, processes.byKey().getOrDefault(change.to().key(), change.to().key()) + " verplaatst van versie "
                        + before + " naar versie " + change.to().version(), change.dossierNumber()),
                Map.of(Facts.PROCESS, change.instance(), "version-before", String.valueOf(before)), values);
    }

    private Who who(String userId) {
        return Who.person(userId, memberships.groupsOf(userId), List.of());
    }

    private static Who who(Actor actor) {
        return Who.person(actor.userId(), actor.groups(), List.of());
    }
}
