package nl.tweespoor.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of the seals. */
final class SealRepository {

    private static final String ALL = "select s." + Seal.COLUMNS.replace(", ", ", s.")
            + ", h.chain, h.sequence, h.hash from ledger_seal s left join ledger_seal_head h on h.seal = s.number";
    private static final String HEADS = "select seal, chain, sequence, hash from ledger_seal_head h";

    private final JdbcTemplate jdbc;

    SealRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Seal seal, List<SealedHead> grown) {
        jdbc.update("insert into ledger_seal (" + Seal.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)", seal.values());
        jdbc.batchUpdate("insert into ledger_seal_head (seal, chain, sequence, hash) values (?, ?, ?, ?)", grown.stream()
                .map(head -> new Object[] {seal.number(), head.chain(), head.sequence(), head.hash()}).toList());
    }

    Optional<Seal> last() {
        return jdbc.query("select " + Seal.COLUMNS + " from ledger_seal where number = (select max(number) from ledger_seal)",
                Seal::of).stream().findFirst();
    }

    /** How far each chain was sealed by this seal or one before it, even when another node seals meanwhile. */
    List<SealedHead> headsUpTo(long number) {
        return jdbc.query(HEADS + " where seal = (select max(seal) from ledger_seal_head later where later.chain = h.chain"
                + " and later.seal <= ?)", SealRepository::head, number);
    }

    /** How far this chain was at each seal before which it grew. */
    List<SealedHead> heads(String chain) {
        return jdbc.query(HEADS + " where chain = ?", SealRepository::head, chain);
    }

    /** Each seal with what it saw, in the order of their numbers; all of one moment, and never more than one in memory. */
    void each(Consumer<SentSeal> reader) {
        Reading reading = new Reading(reader);
        jdbc.query(ALL + " order by s.number, h.chain", reading::row);
        reading.end();
    }

    List<SentSeal> since(long number) {
        List<SentSeal> seals = new ArrayList<>();
        Reading reading = new Reading(seals::add);
        jdbc.query(ALL + " where s.number > ? order by s.number, h.chain", reading::row, number);
        reading.end();
        return seals;
    }

    /** What only someone leaves behind who takes out a seal. */
    List<SealedHead> headsWithoutSeal() {
        return jdbc.query(HEADS + " where not exists (select 1 from ledger_seal s where s.number = h.seal)", SealRepository::head);
    }

    private static SealedHead head(ResultSet result, int index) throws SQLException {
        return new SealedHead(result.getLong(1), result.getString(2), result.getLong(3), result.getString(4));
    }

    private static final class Reading {

        private final Consumer<SentSeal> reader;
        private Seal seal;
        private List<SealedHead> heads;

        Reading(Consumer<SentSeal> reader) {
            this.reader = reader;
        }

        void row(ResultSet result) throws SQLException {
            if (seal == null || seal.number() != result.getLong(1)) {
                end();
                seal = Seal.of(result, 0);
                heads = new ArrayList<>();
            }
            if (result.getString(10) != null) {
                heads.add(new SealedHead(seal.number(), result.getString(10), result.getLong(11), result.getString(12)));
            }
        }

        void end() {
            if (seal != null) {
                reader.accept(new SentSeal(seal, heads));
            }
        }
    }
}
