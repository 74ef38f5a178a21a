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

    /** Of dossiers for which one of these processes runs. */
    private static final String OF_RUNNING = "select T.ID_, P.BUSINESS_KEY_, T.NAME_, T.DUE_DATE_, T.ASSIGNEE_ from ACT_RU_TASK T"
            + " join ACT_RU_EXECUTION P on P.ID_ = T.PROC_INST_ID_ where T.DUE_DATE_ < :now and P.BUSINESS_KEY_ in"
            + " (select R.BUSINESS_KEY_ from ACT_RU_EXECUTION R join ACT_RE_PROCDEF D on D.ID_ = R.PROC_DEF_ID_"
            + " where D.KEY_ in (:processes) and R.PARENT_ID_ is null) order by T.DUE_DATE_, T.ID_";
    private static final String GROUPS = "select GROUP_ID_ from ACT_RU_IDENTITYLINK where TASK_ID_ = :task and GROUP_ID_ is not null"
            + " order by GROUP_ID_";

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

    /** @param assignee null when nobody took it */
    public record Late(String dossierNumber, String name, Instant due, String assignee, List<String> groups) {
    }

    /** Of the dossiers for which one of these processes runs, longest ago first. */
    public List<Late> late(List<String> processes) {
        return jdbc.sql(OF_RUNNING).param("now", Timestamp.from(EngineClock.now())).param("processes", processes)
                .query((row, index) -> new Late(row.getString(2), row.getString(3), row.getTimestamp(4).toInstant(), row.getString(5),
                        jdbc.sql(GROUPS).param("task", row.getString(1)).query(String.class).list())).list();
    }

    /** How many tasks are open and have a date. */
    public long open() {
        return jdbc.sql("select count(*) from ACT_RU_TASK where DUE_DATE_ is not null").query(Long.class).single();
    }
}
