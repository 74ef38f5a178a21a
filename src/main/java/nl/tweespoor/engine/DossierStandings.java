package nl.tweespoor.engine;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where many dossiers stand at once, in as many questions as there are kinds of things to know and not more with each dossier. It
 * tells all, also what the person who asks may not see: whoever shows it decides who reads it.
 */
@Component
public class DossierStandings {

    private static final int MOST_AT_ONCE = 500;
    /** Of the two tracks, in the run that began last: where it is, and how it ended. */
    private static final String RUNS = "select P.BUSINESS_KEY_, P.PROC_DEF_KEY_, P.END_ACT_ID_, A.ACT_ID_ from ACT_HI_PROCINST P"
            + " left join ACT_HI_ACTINST A on A.PROC_INST_ID_ = P.ID_ and A.END_TIME_ is null where P.BUSINESS_KEY_ in (:numbers)"
            + " and P.PROC_DEF_KEY_ in (:tracks) order by P.START_TIME_";
    private static final String VALUES = "select P.BUSINESS_KEY_, V.NAME_, V.TEXT_ from ACT_HI_VARINST V join ACT_HI_PROCINST P on P.ID_ = V.PROC_INST_ID_"
            + " where V.NAME_ in (:names) and V.ACT_INST_ID_ = V.PROC_INST_ID_ and V.TEXT_ is not null and P.BUSINESS_KEY_ in (:numbers)"
            + " order by V.CREATE_TIME_";
    private static final String OVERDUE = "select P.BUSINESS_KEY_, count(*) from ACT_RU_TASK T join ACT_RU_EXECUTION P on P.ID_ = T.PROC_INST_ID_"
            + " where T.DUE_DATE_ < :now and P.BUSINESS_KEY_ in (:numbers) group by P.BUSINESS_KEY_";
    private static final String PARTS = "select P.BUSINESS_KEY_, count(*) from ACT_HI_PROCINST P where P.PROC_DEF_KEY_ = :process"
            + " and P.END_TIME_ is null and P.BUSINESS_KEY_ in (:numbers) group by P.BUSINESS_KEY_";

    private final JdbcClient jdbc;

    DossierStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param at      ids of the elements where each track is now, by the id of its process
     * @param ends    ids of the end events at which a track ended
     * @param values  the texts that were asked for, as the processes knew them last
     * @param overdue how many tasks are past their date
     * @param parts   how many parts of the kind that was asked for run
     */
    public record StandingOf(Map<String, Set<String>> at, Map<String, String> ends, Map<String, String> values, int overdue, int parts) {
    }

    /**
     * @param tracks processes
     * @param names  of variables
     * @param part   a process of which a dossier has several
     */
    public Map<String, StandingOf> of(Collection<String> numbers, List<String> tracks, List<String> names, String part) {
        Map<String, StandingOf> all = new LinkedHashMap<>();
        List<String> sorted = numbers.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += MOST_AT_ONCE) {
            all.putAll(some(sorted.subList(from, Math.min(sorted.size(), from + MOST_AT_ONCE)), tracks, names, part));
        }
        return all;
    }

    private Map<String, StandingOf> some(List<String> numbers, List<String> tracks, List<String> names, String part) {
        Map<String, Integer> overdue = counts(jdbc.sql(OVERDUE).param("now", Timestamp.from(EngineClock.now())), numbers);
        Map<String, Integer> parts = counts(jdbc.sql(PARTS).param("process", part), numbers);
        Map<String, StandingOf> some = new LinkedHashMap<>();
        numbers.forEach(number -> some.put(number, new StandingOf(new HashMap<>(), new HashMap<>(), new HashMap<>(),
                overdue.getOrDefault(number, 0), parts.getOrDefault(number, 0))));
        jdbc.sql(RUNS).param("numbers", numbers).param("tracks", tracks).query(row -> {
            StandingOf standing = some.get(row.getString(1));
            if (row.getString(4) != null) {
                standing.at().computeIfAbsent(row.getString(2), track -> new HashSet<>()).add(row.getString(4));
            } else if (row.getString(3) != null) {
                standing.ends().put(row.getString(2), row.getString(3));
            }
        });
        jdbc.sql(VALUES).param("numbers", numbers).param("names", names)
                .query(row -> {
                    some.get(row.getString(1)).values().put(row.getString(2), row.getString(3));
                });
        return some;
    }

    private static Map<String, Integer> counts(JdbcClient.StatementSpec question, List<String> numbers) {
        Map<String, Integer> counts = new HashMap<>();
        question.param("numbers", numbers).query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }
}
