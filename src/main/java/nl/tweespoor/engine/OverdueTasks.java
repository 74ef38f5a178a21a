package nl.tweespoor.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks past their date, for the system: also those that the person who asks may not see. */
@Component
public class OverdueTasks {

    /** A dossier has its number in every process that belongs to it. */
    private static final String OVERDUE = "select P.BUSINESS_KEY_, T.NAME_, T.DUE_DATE_ from ACT_RU_TASK T"
            + " join ACT_RU_EXECUTION P on P.ID_ = T.PROC_INST_ID_ where T.DUE_DATE_ < :now order by T.DUE_DATE_, T.ID_";

    private final JdbcClient jdbc;

    OverdueTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param dossierNumber null for a process that has none */
    public record Overdue(String dossierNumber, String name, Instant due) {
    }

    /** Longest ago first. Reads every open task once, of which there are as many as people have to do. */
    public List<Overdue> overdue() {
        return jdbc.sql(OVERDUE).param("now", Timestamp.from(EngineClock.now())).query((row, index) -> new Overdue(
                row.getString(1), row.getString(2), row.getTimestamp(3).toInstant())).list();
    }

    /** How many tasks are open and have a date. */
    public long open() {
        return jdbc.sql("select count(*) from ACT_RU_TASK where DUE_DATE_ is not null").query(Long.class).single();
    }
}
