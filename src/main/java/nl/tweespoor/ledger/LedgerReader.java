package nl.tweespoor.ledger;

import java.util.List;
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

    /** The entries of this kind that have an outcome, newest first. */
    public List<Recorded> decisions(String chain, String kind) {
        return jdbc.sql("select " + Row.COLUMNS + " from ledger_entry where chain = :chain and kind = :kind"
                        + " and outcome is not null order by sequence desc")
                .param("chain", chain).param("kind", kind).query(Row::of).list().stream().map(Recorded::of).toList();
    }
}
