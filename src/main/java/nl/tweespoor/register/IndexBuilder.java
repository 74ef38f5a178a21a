package nl.tweespoor.register;

import java.util.List;
import nl.tweespoor.ledger.Ledger;
import nl.tweespoor.ledger.LedgerReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the index anew from the ledger when it was made by another version of the program, or by none: at the first start with
 * a ledger that is already there. Chain by chain, each held meanwhile, so others may go on writing; nodes start in turn.
 */
@Component
@Order(5)
class IndexBuilder implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(IndexBuilder.class);
    /** One higher when what stands in the index changes. */
    private static final int VERSION = 1;
    private static final int AT_ONCE = 100;

    private final JdbcTemplate jdbc;
    private final Ledger ledger;
    private final LedgerReader reader;
    private final DecisionIndex index;
    private final TransactionOperations transaction;

    IndexBuilder(JdbcTemplate jdbc, Ledger ledger, LedgerReader reader, DecisionIndex index,
            TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.reader = reader;
        this.index = index;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.queryForObject("select count(*) from register_version where version = ?", Integer.class, VERSION) == 0) {
            log.info("Making the index of the register anew");
            build();
            jdbc.update("update register_version set version = ?", VERSION);
        }
    }

    /** In the order in which others hold several chains: by name, and what belongs to no dossier last. */
    void build() {
        List<String> chains = reader.chainsAfter("", AT_ONCE);
        while (!chains.isEmpty()) {
            List<String> some = chains;
            transaction.executeWithoutResult(status -> some.stream().sorted(Ledger.ORDER).forEach(chain -> {
                ledger.hold(chain);
                index.reduced(chain);
            }));
            chains = reader.chainsAfter(some.get(some.size() - 1), AT_ONCE);
        }
    }
}
