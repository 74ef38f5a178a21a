package nl.tweespoor.ledger;

import static nl.tweespoor.ledger.TestLedger.DOSSIER;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how long it takes to check a chain, next to plain SHA-256 over the same bytes: of each entry what is hashed, and of
 * each value what is committed to. Run it by hand; the number of entries is its argument. With a number of chains after it,
 * it measures a ledger of that size on disk: checking, sealing and what auditors ask.
 */
public final class LedgerBenchmark {

    private static final int AT_ONCE = 500;
    private static final int ROUNDS = 12;

    private static final OperatingSystemMXBean PROCESSORS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private LedgerBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        int entries = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Path files = Files.createTempDirectory("ledger-benchmark");
        if (arguments.length > 1) {
            large(files, entries, Integer.parseInt(arguments[1]));
        } else {
            chain(files, entries);
        }
    }

    private static void chain(Path files, int entries) throws Exception {
        try (TestLedger house = new TestLedger(files)) {
            measure("append, " + AT_ONCE + " at once", 1, () -> {
                for (int i = 0; i < entries; i += AT_ONCE) {
                    List<Entry> some = new ArrayList<>();
                    for (int j = 0; j < Math.min(AT_ONCE, entries - i); j++) {
                        some.add(task(DOSSIER, i + j));
                    }
                    house.append(some.toArray(Entry[]::new));
                }
                return null;
            });
            measure("first seal", 1, () -> house.seals.seal());
            List<Row> rows = house.jdbc.query("select " + Row.COLUMNS + " from ledger_entry order by sequence", Row::of);
            List<byte[]> hashed = hashed(rows);
            System.out.printf(Locale.ROOT, "%d entries, %.1f MB is hashed%n", rows.size(),
                    hashed.stream().mapToLong(bytes -> bytes.length).sum() / 1e6);

            double plain = measure("plain SHA-256", ROUNDS, () -> {
                MessageDigest sha256 = Fields.sha256();
                byte last = 0;
                for (byte[] bytes : hashed) {
                    last ^= sha256.digest(bytes)[0];
                }
                return last;
            });
            double inMemory = measure("check of the chain, rows in memory, all cores", ROUNDS, () -> {
                List<Finding> findings = new ArrayList<>();
                ChainCheck check = new ChainCheck(DOSSIER, List.of(), new Absences(findings), findings);
                rows.parallelStream().map(RowCheck::of).forEachOrdered(check::next);
                check.end(rows.size(), rows.get(rows.size() - 1).hash());
                return whole(findings);
            });
            double inDatabase = measure("check of everything, from the database", ROUNDS, () -> whole(house.verifier.verify().findings()));
            Path zip = files.resolve("dossier.zip");
            measure("writing the proof", 1, () -> write(house, zip));
            VerifyProgram program = new VerifyProgram(files);
            double started = measure("java Verify.java, with starting and compiling", 3, () -> started(program, zip));
            System.out.printf(Locale.ROOT, "as many times plain SHA-256: in memory %.2f, from the database %.2f, java Verify.java %.2f%n",
                    inMemory / plain, inDatabase / plain, started / plain);
        } finally {
            FileSystemUtils.deleteRecursively(files);
        }
    }

    private static void large(Path files, int entries, int chains) throws IOException {
        try (TestLedger house = new TestLedger(files, "file:" + files + "/")) {
            LedgerReader reader = new LedgerReader(house.jdbc, house.transactions);
            measure("append, " + entries + " in " + chains + " chains", 1, () -> {
                for (int i = 0; i < entries; i += AT_ONCE) {
                    int first = i;
                    house.append(IntStream.range(first, Math.min(first + AT_ONCE, entries))
                            .mapToObj(number -> task("I-2026-" + number % chains, number)).toArray(Entry[]::new));
                }
                return null;
            });
            if (TestLedger.isOnPostgres()) {
                house.jdbc.execute("analyze");
            }
            measure("first seal", 1, () -> house.seals.seal());
            measure("check of everything", 2, () -> whole(house.verifier.verify().findings()));
            measure("seal after one new entry", 3, () -> {
                house.append(task("I-2026-1", 1));
                return house.seals.seal();
            });
            measure("eachByPersons", 2, () -> counted(each -> reader.eachByPersons("task", each)));
            measure("eachAt, one of a hundred", 2, () -> counted(each -> reader.eachAt("selection", List.of("UserTask_7", "UserTask_8"), each)));
            measure("eachAgainstAdvice, one of a hundred", 2, () -> counted(reader::eachAgainstAdvice));
            measure("newestOfEach, of few", 2, () -> reader.newestOfEach("end").size());
            measure("newestOfEach, of all", 2, () -> reader.newestOfEach("task").size());
        } finally {
            FileSystemUtils.deleteRecursively(files);
        }
    }

    private static Object counted(Consumer<Consumer<Recorded>> question) {
        long[] count = new long[1];
        question.accept(recorded -> count[0]++);
        return count[0];
    }

    private static Entry task(String chain, int number) {
        String text = "Dit past bij het doel over rustige nachten, en de mensen op de afdeling zien het zitten. ".repeat(1 + number % 4);
        return new Entry(chain, number % 1000 == 999 ? "end" : "task",
                new Entry.Step("selection", 3, "UserTask_" + number / 7 % 200, "Kans selecteren"),
                Entry.Who.person("hoofd.innovatie", List.of("head-of-innovation", "employee"), List.of()),
                new Entry.Decision("select", "select", number % 100 == 0),
                List.of(new Entry.Basis("form", "select-opportunity", "dep-1", "ab".repeat(32)),
                        new Entry.Basis("dmn", "selection-advice", "dep-1", "cd".repeat(32))),
                Map.of("reason", text, "actorName", "Hanna Innovatie", "priority", "high", "contribution", "{\"client\":4,\"staff\":3}"),
                Map.of("task", "5f0c0c0e-8f1b-11ef-8f3f-0242ac11000" + number % 10));
    }

    private static List<byte[]> hashed(List<Row> rows) {
        List<byte[]> hashed = new ArrayList<>();
        for (Row row : rows) {
            Fields entry = new Fields();
            row.covered(entry);
            hashed.add(entry.bytes());
            JsonReading.disclosed(row.disclosed()).values().forEach(salted -> {
                Fields value = new Fields();
                salted.commitment(value);
                hashed.add(value.bytes());
            });
        }
        return hashed;
    }

    private static Object whole(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new IllegalStateException(findings.toString());
        }
        return findings;
    }

    private static Object write(TestLedger house, Path zip) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            house.proof.write(DOSSIER, List.of(), out);
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object started(VerifyProgram program, Path zip) {
        try {
            String said = program.start(zip);
            if (!said.startsWith("0 ")) {
                throw new IllegalStateException(said);
            }
            return said;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return milliseconds of the fastest round; those of the processors hang less on what else runs */
    private static double measure(String what, int rounds, Supplier<Object> work) {
        double fastest = Double.MAX_VALUE;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            long used = PROCESSORS.getProcessCpuTime();
            work.get();
            fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e6);
            least = Math.min(least, (PROCESSORS.getProcessCpuTime() - used) / 1e6);
        }
        System.out.printf(Locale.ROOT, "%-50s %8.0f ms %8.0f ms of processors%n", what, fastest, least);
        return fastest;
    }
}
