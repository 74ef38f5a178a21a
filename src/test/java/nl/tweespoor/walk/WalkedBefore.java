package nl.tweespoor.walk;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the first test walked, the next finds: the same walk gives the same dossier, so what it left in the database is kept
 * and brought back. Only where no dossier is there yet, on the same day (or with the clock at the same moment), and for the same
 * accounts and models.
 */
class WalkedBefore {

    /** Contexts may share a database. */
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final String schema = "walked" + SCHEMAS.incrementAndGet();
    private final JdbcTemplate database;
    private final DossierTables tables;
    private final Map<List<Object>, Kept> kept = new HashMap<>();

    WalkedBefore(JdbcTemplate database) {
        this.database = database;
        tables = new DossierTables(database);
        tables.makeRoomForCopies(schema);
    }

    /** The next test begins with nothing of a dossier. */
    void emptyTables() {
        tables.empty();
    }

    Dossier orWalk(Supplier<Dossier> walk, Object... where) {
        if (!tables.filled().isEmpty()) {
            return walk.get();
        }
        List<Object> key = List.of(List.of(where), clockIsMoved() ? ClockUtil.getCurrentTime() : DutchTime.today(),
                WalkedSteps.OF_THIS_RUN.isCounting(), settled());
        Kept before = kept.get(key);
        if (before != null) {
            tables.bringBack(before.tables(), schema, before.number());
            if (before.time() != null) {
                ClockUtil.setCurrentTime(before.time());
            }
            return before.dossier().again();
        }
        Dossier dossier = walk.get();
        Date time = clockIsMoved() ? ClockUtil.getCurrentTime() : null;
        kept.put(key, new Kept(kept.size(), dossier.again(), tables.copyTo(schema, kept.size()), time));
        return dossier;
    }

    /** Who there are, in which groups, and what is deployed. */
    private List<Object> settled() {
        return database.queryForObject("select (select count(*) from act_id_user), (select sum(rev_) from act_id_user),"
                + " (select count(*) from act_id_membership), (select count(*) from act_re_deployment),"
                + " (select max(id_) from act_re_deployment), (select count(*) from act_ru_authorization),"
                + " (select sum(rev_) from act_ru_authorization)",
                (row, i) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getString(5),
                        row.getLong(6), row.getLong(7)));
    }

    private static boolean clockIsMoved() {
        long before = System.currentTimeMillis();
        while (System.currentTimeMillis() == before) {
            // A clock that stands still at now differs from one that goes only in the next millisecond.
            Thread.onSpinWait();
        }
        long now = ClockUtil.getCurrentTime().getTime();
        return now <= before || now > System.currentTimeMillis();
    }

    private record Kept(int number, Dossier dossier, List<String> tables, Date time) {
    }
}
