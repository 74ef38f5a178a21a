package nl.tweespoor.replay;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what the engine remembers of decisions. The ledger knows what came out and which rules held, and not what went in: of a
 * dossier of which the history was cleaned up, nothing can be decided again.
 */
@Component
class RecordedDecisions {

    private static final int AT_ONCE = 500;
    private static final String DECISION = """
            select coalesce(d.root_dec_inst_id_, d.id_) as root, d.id_, d.dec_def_id_, d.dec_def_key_, d.eval_time_, d.collect_value_, p.business_key_,
            """;
    private static final String OF = """
             v.var_type_, v.text_, v.long_, v.double_ from act_hi_decinst d left join act_hi_procinst p on p.proc_inst_id_ = d.proc_inst_id_
            """;
    private static final String SINCE = " on v.dec_inst_id_ = d.id_ where d.dec_def_key_ in (:tables) and d.eval_time_ >= :since";
    private static final String ALL = DECISION + " false as came_out, v.clause_id_, v.clause_name_ as name, 0 as place," + OF
            + " left join act_hi_dec_in v" + SINCE + " union all " + DECISION
            + " true as came_out, v.clause_id_, v.var_name_ as name, v.rule_order_ as place," + OF + " left join act_hi_dec_out v" + SINCE
            + " order by root, id_, came_out, place";

    private final JdbcClient bitByBit;
    private final TransactionTemplate reading;

    RecordedDecisions(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        // PostgreSQL gives the rows bit by bit only when asked, and only in a transaction.
        JdbcTemplate some = new JdbcTemplate(jdbc.getDataSource());
        some.setFetchSize(AT_ONCE);
        this.bitByBit = JdbcClient.create(new NamedParameterJdbcTemplate(some));
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @param reader gets, one after the other, all that one evaluation of tables that need one another remembers */
    void each(Collection<String> tables, Instant since, Consumer<List<RecordedValue>> reader) {
        reading.executeWithoutResult(transaction -> {
            try (Stream<RecordedValue> rows = bitByBit.sql(ALL).param("tables", tables).param("since", Timestamp.from(since))
                    .query(RecordedValue::of).stream()) {
                List<RecordedValue> evaluation = new ArrayList<>();
                for (Iterator<RecordedValue> each = rows.iterator(); each.hasNext();) {
                    RecordedValue row = each.next();
                    if (!evaluation.isEmpty() && !evaluation.get(0).root().equals(row.root())) {
                        reader.accept(evaluation);
                        evaluation = new ArrayList<>();
                    }
                    evaluation.add(row);
                }
                if (!evaluation.isEmpty()) {
                    reader.accept(evaluation);
                }
            }
        });
    }
}
