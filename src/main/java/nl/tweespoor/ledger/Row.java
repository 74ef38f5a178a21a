package nl.tweespoor.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** An entry as the table holds it. */
record Row(String chain, long sequence, LocalDateTime recordedAt, String kind, String process, Integer processVersion,
        String element, String elementName, String actor, String outcome, Boolean againstAdvice, String content,
        String disclosed, String previousHash, String hash) {

    static final String COLUMNS = "chain, sequence, recorded_at, kind, process, process_version, element, element_name,"
            + " actor, outcome, against_advice, content, disclosed, previous_hash, hash";

    private static final String ENTRY = "tweespoor-ledger-entry-1";
    private static final String ORIGIN = "tweespoor-ledger-chain-1";

    /** The result's first columns are {@link #COLUMNS}. */
    static Row of(ResultSet result, int index) throws SQLException {
        return new Row(result.getString(1), result.getLong(2), result.getObject(3, LocalDateTime.class),
                result.getString(4), result.getString(5), (Integer) result.getObject(6), result.getString(7),
                result.getString(8), result.getString(9), result.getString(10), (Boolean) result.getObject(11),
                result.getString(12), result.getString(13), result.getString(14), result.getString(15));
    }

    Object[] values() {
        return new Object[] {chain, sequence, recordedAt, kind, process, processVersion, element, elementName, actor,
                outcome, againstAdvice, content, disclosed, previousHash, hash};
    }

    boolean hashHolds(Fields fields) {
        return covered(fields).hashIs(hash);
    }

    /** What its hash is of: everything but itself and what may be erased. */
    Fields covered(Fields fields) {
        return fields.of(ENTRY).text(chain).number(sequence).text(recordedAt == null ? null : Moment.written(recordedAt)).text(kind).text(process)
                .number(processVersion).text(element).text(elementName).text(actor).text(outcome)
                .text(againstAdvice == null ? null : againstAdvice.toString()).text(content).text(previousHash);
    }

    Row hashed(Fields fields) {
        return new Row(chain, sequence, recordedAt, kind, process, processVersion, element, elementName, actor, outcome,
                againstAdvice, content, disclosed, previousHash, covered(fields).hash());
    }

    /** What the first entry of a chain follows: bound to the name, so that no beginning fits elsewhere. */
    static String origin(String chain) {
        return new Fields().of(ORIGIN).text(chain).hash();
    }
}
