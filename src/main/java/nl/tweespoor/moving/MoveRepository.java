package nl.tweespoor.moving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DossierValues;
import nl.tweespoor.engine.ErasureRule;
import nl.tweespoor.engine.RemovalRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked, and what came of it per dossier, as long as the ledger of that dossier is there. */
@Component
class MoveRepository implements RemovalRule, ErasureRule {

    private static final String MOVE = "select m.id, m.process, m.from_version, m.to_version, m.from_number, m.to_number, m.asked_by, m.reason,"
            + " m.asked_at from version_move m ";

    private final JdbcClient jdbc;

    MoveRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a dossier is. */
    enum State {
        WAITING,
        /** Only its own transaction ever sees this. */
        GOING,
        MOVED,
        STAYED;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A dossier of a move.
     *
     * @param number null when it has none
     */
    record Waiting(Move move, String instance, String number) {
    }

    /** @param number null when it has none */
    record Stayed(String number, String why) {
    }

    /** @param numbers by the id of the process that runs; a number may be null */
    void add(Move move, Map<String, String> numbers) {
        jdbc.sql("insert into version_move (id, process, from_version, to_version, from_number, to_number, asked_by, reason, asked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)").params(move.id(), move.process(), move.from(), move.to(), move.fromNumber(),
                move.toNumber(), move.askedBy(), move.reason(), Timestamp.from(move.askedAt())).update();
        numbers.forEach((instance, number) -> jdbc.sql("insert into version_move_dossier (version_move_id, instance_id, dossier_number, state)"
                        + " values (:move, :instance, :number, :state)").param("move", move.id()).param("instance", instance)
                .param("number", number).param("state", State.WAITING.word()).update());
    }

    Optional<Move> find(String id) {
        return jdbc.sql(MOVE + "where m.id = ?").param(id).query((row, index) -> move(row)).optional();
    }

    /** Newest first. */
    List<Move> of(String process, int most) {
        return jdbc.sql(MOVE + "where m.process = ? order by m.asked_at desc fetch first " + most + " rows only").param(process)
                .query((row, index) -> move(row)).list();
    }

    Map<State, Long> counts(String move) {
        return jdbc.sql("select state, count(*) from version_move_dossier where version_move_id = ? group by state").param(move)
                .query((row, index) -> Map.entry(State.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getLong(2))).list()
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Stayed> stayed(String move) {
        return jdbc.sql("select dossier_number, why from version_move_dossier where version_move_id = ? and state = ? order by dossier_number")
                .params(move, State.STAYED.word()).query((row, index) -> new Stayed(row.getString(1), row.getString(2))).list();
    }

    /** The ids of the processes that wait for a move. */
    List<String> waitingOf(String version) {
        return jdbc.sql("select d.instance_id from version_move_dossier d join version_move m on m.id = d.version_move_id"
                + " where d.state = ? and m.from_version = ?").params(State.WAITING.word(), version).query(String.class).list();
    }

    /** Those that were asked first. */
    List<Waiting> waiting(int most) {
        return jdbc.sql("select m.id, m.process, m.from_version, m.to_version, m.from_number, m.to_number, m.asked_by, m.reason, m.asked_at,"
                        + " d.instance_id, d.dossier_number from version_move_dossier d join version_move m on m.id = d.version_move_id"
                        + " where d.state = ? order by m.asked_at, d.dossier_number, d.instance_id fetch first " + most + " rows only")
                .param(State.WAITING.word()).query((row, index) -> new Waiting(move(row), row.getString(10), row.getString(11))).list();
    }

    /** Of two that try, one gets it: the other waits for the end of that transaction. */
    boolean take(Waiting waiting) {
        return jdbc.sql("update version_move_dossier set state = ? where version_move_id = ? and instance_id = ? and state = ?")
                .params(State.GOING.word(), waiting.move().id(), waiting.instance(), State.WAITING.word()).update() == 1;
    }

    /** The move in which this process goes now, in this very transaction. */
    Optional<Move> going(String instance) {
        return jdbc.sql(MOVE + "join version_move_dossier d on d.version_move_id = m.id where d.instance_id = ? and d.state = ?")
                .params(instance, State.GOING.word()).query((row, index) -> move(row)).optional();
    }

    void moved(Waiting waiting) {
        settle(waiting, State.MOVED, null);
    }

    void stayed(Waiting waiting, String why) {
        settle(waiting, State.STAYED, why);
    }

    private void settle(Waiting waiting, State state, String why) {
        jdbc.sql("update version_move_dossier set state = :state, why = :why where version_move_id = :move and instance_id = :instance")
                .param("state", state.word()).param("why", why).param("move", waiting.move().id()).param("instance", waiting.instance()).update();
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5), row.getInt(6), row.getString(7),
                row.getString(8), row.getTimestamp(9).toInstant());
    }

    /** Each reason stands in the ledger. */
    @Override
    public Optional<String> kept(String number, String name) {
        return Optional.empty();
    }

    @Override
    public void erased(String number, String text) {
        jdbc.sql("update version_move set reason = :erased where reason = :text and id in"
                        + " (select version_move_id from version_move_dossier where dossier_number = :number)")
                .param("erased", DossierValues.ERASED).param("text", text).param("number", number).update();
    }

    @Override
    public void removed(String number) {
        jdbc.sql("delete from version_move_dossier where dossier_number = :number").param("number", number).update();
        jdbc.sql("delete from version_move where not exists (select 1 from version_move_dossier d where d.version_move_id = version_move.id)").update();
    }
}
