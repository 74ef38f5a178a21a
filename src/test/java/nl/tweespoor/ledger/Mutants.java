package nl.tweespoor.ledger;

import static nl.tweespoor.ledger.TestLedger.DOSSIER;
import static nl.tweespoor.ledger.TestLedger.OTHER;
import static nl.tweespoor.ledger.TestLedger.decision;
import static nl.tweespoor.ledger.TestLedger.timer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What someone with SQL could do to a ledger of two dossiers, each thing alone, and which entry or seal it does it to. All
 * keys and constraints are gone: whoever changes rows can also drop those.
 */
final class Mutants {

    /** Where a seal is meant instead of an entry, as in {@link Finding}. */
    private static final String SEAL = null;

    /**
     * One of them.
     *
     * @param chain   of the entry concerned, null for a seal
     * @param inProof whether a proof of that chain shows it too
     */
    record Mutant(String name, String chain, long number, boolean inProof, Consumer<TestLedger> change) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Mutant> all = new ArrayList<>();

    /** Entries 1 to 6 and 1 to 2 are in the first seal, 7 to 9 in the second, 10 and 11 in none. Entry 6 erases one in 3. */
    static void fill(TestLedger house) {
        house.append(decision(DOSSIER, "select"), timer(DOSSIER), decision(DOSSIER, "notNow"), decision(DOSSIER, "reject"),
                timer(DOSSIER), decision(OTHER, "select"), timer(OTHER));
        house.inTransaction(() -> house.ledger.erase(DOSSIER, 3, "actorName",
                Entry.Who.person("privacy", List.of("privacy-quality"), List.of()), "Op verzoek"));
        house.seals.seal().orElseThrow();
        house.append(decision(DOSSIER, "select"), timer(DOSSIER), decision(DOSSIER, "select"));
        house.seals.seal().orElseThrow();
        house.append(timer(DOSSIER), decision(DOSSIER, "reject"));
    }

    /** Drops what would keep the mutants from being made. */
    static void unlock(TestLedger house) {
        for (String type : List.of("FOREIGN KEY", "UNIQUE", "PRIMARY KEY")) {
            house.jdbc.query("select table_name, constraint_name from information_schema.table_constraints where constraint_type = '"
                    + type + "' and lower(table_name) like 'ledger%'", result -> {
                house.jdbc.execute("alter table " + result.getString(1) + " drop constraint \"" + result.getString(2) + "\"");
            });
        }
    }

    static List<Mutant> all() {
        Mutants mutants = new Mutants();
        mutants.columns();
        mutants.rows();
        mutants.values();
        mutants.heads();
        mutants.seals();
        mutants.wholeChains();
        mutants.bits();
        return mutants.all;
    }

    /** Applies it, looks, and takes it back. */
    static <T> T during(TestLedger house, Mutant mutant, Supplier<T> look) {
        return new TransactionTemplate(house.transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            mutant.change().accept(house);
            return look.get();
        });
    }

    private void columns() {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("kind", "'message'");
        others.put("process", "'innovation'");
        others.put("process_version", "4");
        others.put("element", "'UserTask_Other'");
        others.put("element_name", "'Iets anders'");
        others.put("actor", "'hoofd.implementatie'");
        others.put("outcome", "'renew'");
        others.put("against_advice", "false");
        others.put("content", "replace(content, 'head-of-innovation', 'board')");
        others.put("disclosed", "replace(disclosed, 'Jansen', 'Pietersen')");
        others.put("recorded_at", "recorded_at + interval '1' second");
        // Moves the entry to where it isn't expected; what is missing is the entry concerned.
        others.put("chain", "'I-2026-0099'");
        others.put("sequence", "99");
        others.put("previous_hash", "hash");
        others.put("hash", "previous_hash");
        for (long number : new long[] {1, 7, 11}) {
            // A proof carries what there is: that the newest entry, still unsealed, is gone shows in the database only.
            others.forEach((column, value) -> add(column + " of entry " + number + " changed", DOSSIER, number,
                    !column.equals("chain") || number < 11, executing("update ledger_entry set " + column + " = " + value
                            + " where chain = '" + DOSSIER + "' and sequence = " + number)));
        }
        for (String column : List.of("process", "process_version", "element", "element_name", "actor", "outcome", "against_advice")) {
            entry(column + " taken out", 4, "update ledger_entry set " + column + " = null where chain = '" + DOSSIER + "' and sequence = 4");
            entry(column + " filled in", 5, "update ledger_entry set " + column + " = " + others.get(column)
                    + " where chain = '" + DOSSIER + "' and sequence = 5");
        }
        for (String column : List.of("process", "element", "element_name", "actor", "outcome")) {
            entry(column + " made empty", 5, "update ledger_entry set " + column + " = '' where chain = '" + DOSSIER + "' and sequence = 5");
        }
        entry("a microsecond later", 5, "update ledger_entry set recorded_at = recorded_at + interval '0.000001' second"
                + " where chain = '" + DOSSIER + "' and sequence = 5");
        entry("text moved to the next column", 4, "update ledger_entry set process = 'selectionUser', element = 'Task_SelectOpportunity'"
                + " where chain = '" + DOSSIER + "' and sequence = 4");
    }

    private void rows() {
        for (long number : new long[] {1, 4, 7}) {
            entry("entry " + number + " deleted", number, "delete from ledger_entry where chain = '" + DOSSIER + "' and sequence = " + number);
        }
        database("newest entry deleted", DOSSIER, 11, "delete from ledger_entry where chain = '" + DOSSIER + "' and sequence = 11");
        entry("two swapped", 5, "update ledger_entry set sequence = 9 - sequence where chain = '" + DOSSIER + "' and sequence in (4, 5)");
        add("two swapped but for their hashes", DOSSIER, 4, true, house -> swap(house, 4, 7));
        entry("renumbered after a deletion", 4, "delete from ledger_entry where chain = '" + DOSSIER + "' and sequence = 4",
                "update ledger_entry set sequence = sequence - 1 where chain = '" + DOSSIER + "' and sequence > 4");
        entry("entry twice", 4, copy(DOSSIER, 4, DOSSIER, "4"));
        entry("entry copied to the end", 12, copy(DOSSIER, 4, DOSSIER, "12"));
        add("copied to another dossier", OTHER, 3, true, house -> house.jdbc.update(copy(DOSSIER, 3, OTHER, "3")));
        add("entry inserted in front", DOSSIER, 0, true, house -> house.jdbc.update(copy(DOSSIER, 4, DOSSIER, "0")));
        database("entry appended without the head", DOSSIER, 12, house -> forgeAfter(house, DOSSIER));
        add("in a dossier that has no head", "I-2026-0099", 1, true, house -> house.jdbc.update(copy(DOSSIER, 1, "I-2026-0099", "1")));
        database("all entries of a dossier deleted", OTHER, 2, "delete from ledger_entry where chain = '" + OTHER + "'");
        database("a dossier deleted, head and all", OTHER, 2, "delete from ledger_entry where chain = '" + OTHER + "'",
                "delete from ledger_head where chain = '" + OTHER + "'");
    }

    private void values() {
        add("value deleted without a word", DOSSIER, 1, true, house -> disclosed(house, 1, text -> Disclosed.read(text).without("reason").written()));
        add("all values deleted", DOSSIER, 1, true, house -> disclosed(house, 1, text -> "{}"));
        add("value that never was", DOSSIER, 5, true, house -> disclosed(house, 5,
                text -> "{\"reason\":{\"salt\":\"" + "0".repeat(32) + "\",\"value\":\"verzonnen\"}}"));
        add("erased value back", DOSSIER, 3, true, house -> disclosed(house, 3, text -> text.replaceFirst("}$",
                ",\"actorName\":{\"salt\":\"" + "0".repeat(32) + "\",\"value\":\"Hanna Innovatie\"}}")));
        add("values of two entries swapped", DOSSIER, 1, true, house -> {
            String first = disclosed(house, 1);
            String other = disclosed(house, 4);
            disclosed(house, 1, text -> other);
            disclosed(house, 4, text -> first);
        });
        add("names of two values swapped", DOSSIER, 1, true, house -> disclosed(house, 1, text -> text.replace("reason", "?")
                .replace("actorName", "reason").replace("?", "actorName")));
        add("value twice", DOSSIER, 1, true, house -> disclosed(house, 1, text -> "{\"reason\":{\"salt\":\"" + "0".repeat(32)
                + "\",\"value\":\"anders\"}," + text.substring(1)));
        add("something beside a value", DOSSIER, 1, true, house -> disclosed(house, 1, text -> text.replaceFirst("\\{\"salt\"",
                "{\"note\":\"anders\",\"salt\"")));
        add("values unreadable", DOSSIER, 1, true, house -> disclosed(house, 1, text -> text + "}"));
        add("values null", DOSSIER, 1, true, house -> disclosed(house, 1, text -> "null"));
        add("erased again", DOSSIER, 3, true, house -> {
            forge(house, DOSSIER, 12, Ledger.ERASURE, "{\"erases\":{\"sequence\":3,\"name\":\"actorName\"}}");
        });
        add("said to be erased, but there", DOSSIER, 1, true, house -> {
            forge(house, DOSSIER, 12, Ledger.ERASURE, "{\"erases\":{\"sequence\":1,\"name\":\"reason\"}}");
        });
        add("erasure of nothing", DOSSIER, 12, true, house -> forge(house, DOSSIER, 12, Ledger.ERASURE, "{}"));
        add("erasure under another name", DOSSIER, 12, true, house -> {
            disclosed(house, 1, text -> Disclosed.read(text).without("reason").written());
            forge(house, DOSSIER, 12, "task", "{\"erases\":{\"sequence\":1,\"name\":\"reason\"}}");
        });
        add("content unreadable", DOSSIER, 12, true, house -> forge(house, DOSSIER, 12, "task", "{"));
        add("content says something twice", DOSSIER, 12, true, house -> forge(house, DOSSIER, 12, "task", "{\"advice\":\"a\",\"advice\":\"b\"}"));
    }

    private void heads() {
        String head = "update ledger_head set ";
        String where = " where chain = '" + DOSSIER + "'";
        database("head further", DOSSIER, 12, head + "sequence = 12" + where);
        database("head back", DOSSIER, 11, head + "sequence = 10" + where);
        database("head with another hash", DOSSIER, 11, head + "hash = (select hash from ledger_entry where chain = '" + DOSSIER
                + "' and sequence = 10)" + where);
        database("head gone", DOSSIER, 11, "delete from ledger_head" + where);
        database("head renamed", DOSSIER, 11, head + "chain = 'I-2026-0099'" + where);
        database("head of a dossier that isn't there", "I-2026-0099", 3,
                "insert into ledger_head (chain, sequence, hash) values ('I-2026-0099', 3, '" + "0".repeat(64) + "')");
    }

    private void seals() {
        Map<String, String> others = Map.of("sealed_at", "sealed_at - interval '1' day", "entries", "entries + 1", "chains", "chains + 1",
                "root", "hash", "previous_hash", "root", "hash", "root", "signature", "root || hash", "public_key",
                "'" + "3".repeat(88) + "'");
        for (long number : new long[] {1, 2}) {
            others.forEach((column, value) -> seal(column + " of seal " + number + " changed", number, true,
                    "update ledger_seal set " + column + " = " + value + " where number = " + number));
        }
        seal("signature in capitals", 1, true, "update ledger_seal set signature = upper(signature) where number = 1");
        seal("number of the newest seal changed", 2, false, "update ledger_seal set number = 3 where number = 2");
        seal("number and heads of the newest seal changed", 2, false, "update ledger_seal set number = 3 where number = 2",
                "update ledger_seal_head set seal = 3 where seal = 2");
        seal("first seal deleted", 1, false, "delete from ledger_seal where number = 1");
        seal("first seal deleted with its heads", 1, false, "delete from ledger_seal where number = 1", "delete from ledger_seal_head where seal = 1");
        // The proof then has only the first; only a seal from outside tells.
        seal("newest seal deleted", 2, false, "delete from ledger_seal where number = 2");
        seal("newest seal deleted with its heads", 2, false, "delete from ledger_seal where number = 2", "delete from ledger_seal_head where seal = 2");
        seal("all seals deleted", 1, false, "delete from ledger_seal", "delete from ledger_seal_head");
        seal("sealed head further", 1, true, "update ledger_seal_head set sequence = 4 where seal = 1 and chain = '" + DOSSIER + "'");
        seal("sealed head with another hash", 2, true, "update ledger_seal_head set hash = '" + "0".repeat(64) + "' where seal = 2");
        seal("sealed head of another dossier", 1, true, "update ledger_seal_head set chain = 'I-2026-0099' where seal = 1 and chain = '" + OTHER + "'");
        seal("sealed head of another seal", 1, true, "update ledger_seal_head set seal = 2 where seal = 1 and chain = '" + OTHER + "'");
        seal("sealed head deleted", 1, true, "delete from ledger_seal_head where seal = 1 and chain = '" + OTHER + "'");
        seal("sealed head added", 2, true, "insert into ledger_seal_head (seal, chain, sequence, hash) values (2, 'I-2026-0099', 1, '"
                + "0".repeat(64) + "')");
        // As on two nodes with the same key and databases that went apart; the seal after it knows better.
        seal("sealed anew with our own key", 2, true, house -> {
            house.jdbc.update("update ledger_seal set sealed_at = sealed_at - interval '1' day where number = 1");
            resign(house, 1, house.key);
        });
        seal("signed with another key", 2, true, house -> reseal(house, 2));
    }

    private void wholeChains() {
        // Right in itself, so only the entry after it shows that something is wrong.
        add("changed, with a hash that fits", DOSSIER, 5, true, house -> {
            house.jdbc.update("update ledger_entry set outcome = 'select' where chain = ? and sequence = 4", DOSSIER);
            Row changed = rows(house, DOSSIER, 4).get(0).hashed(new Fields());
            house.jdbc.update("update ledger_entry set hash = ? where chain = ? and sequence = 4", changed.hash(), DOSSIER);
        });
        add("a dossier that begins as another", "I-2026-0099", 1, true, house -> {
            Row forged = new Row("I-2026-0099", 1, rows(house, DOSSIER, 1).get(0).recordedAt(), "task", null, null, null, null, "x",
                    null, null, "{}", "{}", Row.origin(DOSSIER), null).hashed(new Fields());
            insert(house, forged);
            house.jdbc.update("insert into ledger_head (chain, sequence, hash) values (?, 1, ?)", forged.chain(), forged.hash());
        });
        add("rewritten from entry 4, head and all", DOSSIER, 6, true, house -> {
            house.jdbc.update("update ledger_entry set outcome = 'select' where chain = ? and sequence = 4", DOSSIER);
            rehash(house, 4);
        });
        seal("rewritten, and sealed anew with another key", 2, true, house -> {
            house.jdbc.update("update ledger_entry set outcome = 'reject' where chain = ? and sequence = 7", DOSSIER);
            rehash(house, 7);
            house.jdbc.update("update ledger_seal_head set hash = (select hash from ledger_entry where chain = ? and sequence = 9)"
                    + " where seal = 2", DOSSIER);
            reseal(house, 2);
        });
        // As after a restore of yesterday's dump: whole in itself, but outside they know better.
        database("the newest cut off, seal, head and all", DOSSIER, 9, "delete from ledger_entry where chain = '" + DOSSIER + "' and sequence > 6",
                "update ledger_head set sequence = 6, hash = (select hash from ledger_entry where chain = '" + DOSSIER
                        + "' and sequence = 6) where chain = '" + DOSSIER + "'",
                "delete from ledger_seal_head where seal = 2", "delete from ledger_seal where number = 2");
        database("everything gone", DOSSIER, 9, "delete from ledger_entry", "delete from ledger_head", "delete from ledger_seal_head",
                "delete from ledger_seal");
    }

    /** One bit of one character, anywhere in any text of an entry. */
    private void bits() {
        Random random = new Random(8);
        for (String column : List.of("kind", "process", "element", "element_name", "actor", "outcome", "content", "disclosed",
                "previous_hash", "hash")) {
            for (int i = 0; i < (column.length() > 6 ? 25 : 3); i++) {
                double place = random.nextDouble();
                int bit = 1 << random.nextInt(5);
                add("bit " + bit + " at " + place + " of " + column, DOSSIER, 9, true, house -> update(house, column, 9, text -> {
                    char[] chars = text.toCharArray();
                    chars[(int) (place * chars.length)] ^= (char) bit;
                    return new String(chars);
                }));
            }
        }
    }

    private void add(String name, String chain, long number, boolean inProof, Consumer<TestLedger> change) {
        all.add(new Mutant(name, chain, number, inProof, change));
    }

    private void entry(String name, long number, String... sql) {
        add(name, DOSSIER, number, true, executing(sql));
    }

    private void database(String name, String chain, long number, String... sql) {
        add(name, chain, number, false, executing(sql));
    }

    private void database(String name, String chain, long number, Consumer<TestLedger> change) {
        add(name, chain, number, false, change);
    }

    private void seal(String name, long number, boolean inProof, String... sql) {
        add(name, SEAL, number, inProof, executing(sql));
    }

    private void seal(String name, long number, boolean inProof, Consumer<TestLedger> change) {
        add(name, SEAL, number, inProof, change);
    }

    private static Consumer<TestLedger> executing(String... sql) {
        return house -> {
            for (String one : sql) {
                if (house.jdbc.update(one) == 0) {
                    throw new IllegalStateException("Changes nothing: " + one);
                }
            }
        };
    }

    private static String copy(String from, long number, String to, String sequence) {
        return "insert into ledger_entry (" + Row.COLUMNS + ") select '" + to + "', " + sequence
                + Row.COLUMNS.substring("chain, sequence".length()) + " from ledger_entry where chain = '" + from + "' and sequence = " + number;
    }

    private static void swap(TestLedger house, long one, long other) {
        house.jdbc.update("update ledger_entry set sequence = ? where chain = ? and sequence = ?", -1, DOSSIER, one);
        house.jdbc.update("update ledger_entry set sequence = ? where chain = ? and sequence = ?", one, DOSSIER, other);
        house.jdbc.update("update ledger_entry set sequence = ? where chain = ? and sequence = ?", other, DOSSIER, -1);
        String first = hash(house, one);
        house.jdbc.update("update ledger_entry set hash = ? where chain = ? and sequence = ?", hash(house, other), DOSSIER, one);
        house.jdbc.update("update ledger_entry set hash = ? where chain = ? and sequence = ?", first, DOSSIER, other);
    }

    private static String hash(TestLedger house, long number) {
        return house.jdbc.queryForObject("select hash from ledger_entry where chain = ? and sequence = ?", String.class, DOSSIER, number);
    }

    private static String disclosed(TestLedger house, long number) {
        return house.jdbc.queryForObject("select disclosed from ledger_entry where chain = ? and sequence = ?", String.class, DOSSIER, number);
    }

    private static void disclosed(TestLedger house, long number, UnaryOperator<String> change) {
        update(house, "disclosed", number, change);
    }

    private static void update(TestLedger house, String column, long number, UnaryOperator<String> change) {
        String before = house.jdbc.queryForObject("select " + column + " from ledger_entry where chain = ? and sequence = ?",
                String.class, DOSSIER, number);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("Changes nothing: " + column);
        }
        house.jdbc.update("update ledger_entry set " + column + " = ? where chain = ? and sequence = ?", after, DOSSIER, number);
    }

    private static List<Row> rows(TestLedger house, String chain, long from) {
        return house.jdbc.query("select " + Row.COLUMNS + " from ledger_entry where chain = ? and sequence >= ? order by sequence",
                Row::of, chain, from);
    }

    /** With a right hash, as someone can who knows the format; the head isn't told. */
    private static void forgeAfter(TestLedger house, String chain) {
        Row last = rows(house, chain, 1).stream().reduce((before, after) -> after).orElseThrow();
        insert(house, new Row(chain, last.sequence() + 1, last.recordedAt(), "task", null, null, null, null, "x", null, null, "{}",
                "{}", last.hash(), null).hashed(new Fields()));
    }

    private static void forge(TestLedger house, String chain, long number, String kind, String content) {
        Row last = rows(house, chain, number - 1).get(0);
        Row forged = new Row(chain, number, last.recordedAt(), kind, null, null, null, null, "x", null, null, content, "{}",
                last.hash(), null).hashed(new Fields());
        insert(house, forged);
        house.jdbc.update("update ledger_head set sequence = ?, hash = ? where chain = ?", number, forged.hash(), chain);
    }

    private static void insert(TestLedger house, Row row) {
        house.jdbc.update("insert into ledger_entry (" + Row.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row.values());
    }

    private static void rehash(TestLedger house, long from) {
        String previous = from == 1 ? Row.origin(DOSSIER) : hash(house, from - 1);
        for (Row row : rows(house, DOSSIER, from)) {
            Row hashed = new Row(row.chain(), row.sequence(), row.recordedAt(), row.kind(), row.process(), row.processVersion(),
                    row.element(), row.elementName(), row.actor(), row.outcome(), row.againstAdvice(), row.content(),
                    row.disclosed(), previous, null).hashed(new Fields());
            house.jdbc.update("update ledger_entry set previous_hash = ?, hash = ? where chain = ? and sequence = ?", previous,
                    hashed.hash(), DOSSIER, row.sequence());
            previous = hashed.hash();
        }
        house.jdbc.update("update ledger_head set hash = ? where chain = ?", previous, DOSSIER);
    }

    /** Over the heads as they are now in the table, with a key that someone else made. */
    private static void reseal(TestLedger house, long number) {
        MerkleTree tree = new MerkleTree();
        new SealRepository(house.jdbc).each(saw -> saw.heads().forEach(tree::put));
        house.jdbc.update("update ledger_seal set root = ? where number = ?", tree.root(), number);
        resign(house, number, new LedgerKey(new LedgerSettings(house.settings.key().resolveSibling("key-of-someone-else"), List.of(), null, null)));
    }

    private static void resign(TestLedger house, long number, LedgerKey key) {
        Seal seal = house.jdbc.queryForObject("select " + Seal.COLUMNS + " from ledger_seal where number = ?", Seal::of, number);
        Seal forged = new Seal(seal.number(), seal.sealedAt(), seal.entries(), seal.chains(), seal.root(), seal.previousHash(),
                key.publicKey(), null, null).signed(key);
        house.jdbc.update("update ledger_seal set public_key = ?, hash = ?, signature = ? where number = ?", forged.publicKey(),
                forged.hash(), forged.signature(), number);
    }
}
