package nl.tweespoor.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was recorded; it has no way to write. */
@Component
public class LedgerReader {

    private final JdbcClient jdbc;

    LedgerReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a chain, oldest first. */
    public List<Recorded> entries(String chain) {
        return jdbc.sql("select " + Row.COLUMNS + " from ledger_entry where chain = :chain order by sequence")
                .param("chain", chain).query(Row::of).list().stream().map(Recorded::of).toList();
    }

    /** The newest entry of this kind in a chain. */
    public Optional<Recorded> newest(String chain, String kind) {
        return jdbc.sql("select " + Row.COLUMNS + " from ledger_entry where chain = :chain and kind = :kind"
                        + " order by sequence desc fetch first 1 rows only")
                .param("chain", chain).param("kind", kind).query(Row::of).optional().map(Recorded::of);
    }

    /** The newest entry of this kind in each chain, those of longest ago first. */
    public List<Recorded> newestOfEach(String kind) {
        return jdbc.sql("select " + Row.COLUMNS + " from ledger_entry e where kind = :kind and sequence = (select max(sequence)"
                        + " from ledger_entry later where later.chain = e.chain and later.kind = :kind) order by recorded_at")
                .param("kind", kind).query(Row::of).list().stream().map(Recorded::of).toList();
    }

    /** The entries of this kind that have an outcome, newest first. */
    public List<Recorded> decisions(String chain, String kind) {
        return jdbc.sql("select " + Row.COLUMNS + " from ledger_entry where chain = :chain and kind = :kind"
                        + " and outcome is not null order by sequence desc")
                .param("chain", chain).param("kind", kind).query(Row::of).list().stream().map(Recorded::of).toList();
    }
}
