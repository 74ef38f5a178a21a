package nl.tweespoor.ledger;

import static nl.tweespoor.ledger.TestLedger.DOSSIER;
import static nl.tweespoor.ledger.TestLedger.decision;
import static nl.tweespoor.ledger.TestLedger.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import nl.tweespoor.walk.OnPostgresToo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What someone could do to a proof on its way, and what the program says of it that goes along. */
@OnPostgresToo
class LedgerProofTest {

    private static final byte[] TABLE = "<definitions/>".getBytes(StandardCharsets.UTF_8);
    private static final String ODD_NAME = "\t=1+1;\"x\"\ny";

    @TempDir
    static Path files;
    private static TestLedger house;
    private static VerifyProgram program;
    private static Path whole;
    private static Path key;
    private static Path otherKey;
    private static LedgerKey someoneElse;

    @BeforeAll
    static void open() throws Exception {
        house = new TestLedger(files);
        Mutants.fill(house);
        Entry onTable = decision(DOSSIER, "select");
        Entry.Step odd = new Entry.Step(onTable.step().process(), onTable.step().version(), onTable.step().element(), ODD_NAME);
        house.append(new Entry(DOSSIER, "task", odd, onTable.who(), onTable.decision(), List.of(new Entry.Basis("dmn",
                "selection-advice", "dep-1", HexFormat.of().formatHex(Fields.sha256().digest(TABLE)))), onTable.values(), Map.of()));
        program = new VerifyProgram(files);
        whole = files.resolve("whole.zip");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        house.proof.write(DOSSIER, List.of(new Proof.Attachment("selection-advice.dmn", TABLE)), out);
        Files.write(whole, out.toByteArray());
        key = Files.writeString(files.resolve("key.pem"), house.key.publicKeyAsPem());
        someoneElse = new LedgerKey(new LedgerSettings(files.resolve("key-of-someone-else"), List.of(), null, null));
        otherKey = Files.writeString(files.resolve("other.pem"), someoneElse.publicKeyAsPem());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aWholeProofIsWholeInEveryWayItIsAsked() throws Exception {
        assertThat(program.start(whole)).startsWith("0 Dossier I-2026-0001 is heel")
                .contains("12 regels", "Verzegeld tot en met regel 9", "1 waarde is gewist", "Na regel 9", "langs een andere weg");
        assertThat(program.start(whole, key)).startsWith("0 ").contains("die u vertrouwt");
        assertThat(program.run(whole, files.resolve("seals/seal-000000001.json"))).startsWith("0 ").contains("die u vertrouwt");
        assertThat(program.run(whole, files.resolve("seals/seal-000000002.json"), key)).startsWith("0 ");
    }

    /** So that an older seal, as someone may have it, can be held against the entries of that time too. */
    @Test
    void everySealThatSawTheDossierGrowShowsTheWayUp() throws Exception {
        assertThat(new String(contents(whole).get("seals.jsonl"), StandardCharsets.UTF_8).lines())
                .hasSize(2).allMatch(line -> line.contains("\"head\":{"));
    }

    @Test
    void anythingElseCannotBeRead() throws Exception {
        Path text = Files.writeString(files.resolve("text.zip"), "geen zip");
        assertThat(program.start(text)).startsWith("2 Dit bewijs is niet te lezen");
        assertThat(program.run(files.resolve("niets.zip"))).startsWith("2 ");
        assertThat(program.run(changed("manifest.json", content -> "{"))).startsWith("2 ");
        assertThat(program.run(changed("manifest.json", content -> null))).startsWith("2 ");
        assertThat(program.run(changed("public-key.pem", content -> "?"))).startsWith("2 ");
        assertThat(program.run(whole, text)).startsWith("2 ");
        assertThat(program.run()).startsWith("2 Zo:");
    }

    @Test
    void aChangedProofSaysWhichEntry() throws Exception {
        Path proof = changed("entries.jsonl", content -> content.replaceFirst("\"outcome\":\"reject\"", "\"outcome\":\"select\""));
        assertThat(program.start(proof)).startsWith("1 Dossier I-2026-0001 is NIET heel.").contains("- Regel 4: is veranderd");
    }

    @Test
    void everyChangeToAFileIsFound() throws Exception {
        assertNotWhole(changed("entries.jsonl", lines(all -> all.remove(4))), "Regel 5: ontbreekt");
        assertNotWhole(changed("entries.jsonl", lines(all -> all.remove(all.size() - 1))), "Regel 12: ontbreekt");
        assertNotWhole(changed("entries.jsonl", lines(all -> all.add(all.get(4)))), "Regel 5: dit nummer hoort hier niet");
        assertNotWhole(changed("entries.jsonl", lines(all -> Collections.swap(all, 3, 4))), "Regel 4: ");
        assertNotWhole(changed("entries.jsonl", lines(all -> all.set(4, "{}"))), "Regel 5: niet te lezen");
        assertNotWhole(changed("entries.jsonl", lines(all -> all.set(4, all.get(4).replaceFirst("\\{", "{\"extra\":1,")))), "Regel 5: niet te lezen");
        assertNotWhole(changed("entries.jsonl", content -> null), "entries.jsonl ontbreekt");
        assertNotWhole(changed("entries.csv", content -> content.replaceFirst("\"reject\"", "\"select\"")), "entries.csv is veranderd");
        assertNotWhole(changed("entries.csv", content -> null), "entries.csv ontbreekt");
        assertNotWhole(changed("seals.jsonl", lines(all -> all.remove(0))), "seals.jsonl is veranderd");
        assertNotWhole(changed("seals.jsonl", content -> null), "seals.jsonl ontbreekt");
        assertNotWhole(changed("Verify.java", content -> content + "\n"), "Verify.java is veranderd");
        assertNotWhole(changed("manifest.json", content -> content.replace("\"entries\" : 12", "\"entries\" : 11")), "handtekening onder dit bewijs");
        assertNotWhole(changed("extra.txt", content -> "extra"), "extra.txt hoort niet bij");
        String table = "basis/" + HexFormat.of().formatHex(Fields.sha256().digest(TABLE)) + "/selection-advice.dmn";
        assertNotWhole(changed(table, content -> content.replace("d", "e")), "selection-advice.dmn is veranderd");
        assertNotWhole(changed(table, content -> null), "selection-advice.dmn ontbreekt");
    }

    @Test
    void theTableForASpreadsheetSaysWhatTheEntriesSay() throws Exception {
        String table = new String(contents(whole).get("entries.csv"), StandardCharsets.UTF_8);
        assertThat(table).startsWith("\uFEFF\"sequence\";\"recordedAt\";").contains("\"reject\"", ";\"'\t=1+1;\"\"x\"\"\ny\";")
                .doesNotContain("salt");

        Map<String, byte[]> contents = contents(whole);
        contents.put("entries.csv", table.replaceFirst("\"reject\"", "\"select\"").getBytes(StandardCharsets.UTF_8));
        assertNotWhole(signedAgain(contents), "In entries.csv staat iets anders dan in entries.jsonl");
    }

    /** Someone who makes the list of contents anew, and signs it with a key of their own. */
    @Test
    void aProofThatWasPutTogetherAgainIsFound() throws Exception {
        Path cut = forged(content -> cut(content, 11), lines -> lines);
        assertNotWhole(cut, "andere sleutel ondertekend dan zegel 2");
        assertThat(program.run(cut, key)).startsWith("1 ").contains("een sleutel die u niet vertrouwt");
        assertNotWhole(forged(content -> cut(content, 8), lines -> lines), "Regel 9: ontbreekt. Zegel 2");
        // Without the newest seal it is as whole as it was then, but for its signature.
        Path older = forged(content -> cut(content, 6), lines -> lines.lines().limit(1).reduce("", (all, line) -> all + line + "\n"));
        assertNotWhole(older, "andere sleutel");
        assertThat(program.run(older, files.resolve("seals/seal-000000002.json"))).startsWith("1 ")
                .contains("Zegel 2: u hebt een nieuwer zegel", "Regel 9: is weg of veranderd");
        assertThat(program.run(whole, otherKey)).startsWith("1 ").contains("Zegel 1: is ondertekend met een sleutel die u niet vertrouwt");
    }

    @Test
    void oneBitInAnyFileIsFound() throws Exception {
        Random random = new Random(262);
        List<String> survivors = new ArrayList<>();
        List<String> names = List.copyOf(contents(whole).keySet());
        for (int i = 0; i < 300; i++) {
            String name = names.get(random.nextInt(names.size()));
            Map<String, byte[]> contents = contents(whole);
            byte[] content = contents.get(name);
            int at = random.nextInt(content.length);
            int bit = 1 << random.nextInt(8);
            content[at] ^= (byte) bit;
            String said = program.run(zip(contents), key);
            if (said.startsWith("0 ")) {
                survivors.add(name + " at " + at + ", bit " + bit);
            }
        }
        assertThat(survivors).isEmpty();
    }

    @Test
    void thereIsNoProofOfNothing() {
        assertThatThrownBy(() -> house.proof.write("I-2026-0404", List.of(), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> house.proof.write(DOSSIER, List.of(new Proof.Attachment("../x", TABLE)), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void beforeTheFirstSealAProofSaysSo() throws Exception {
        try (TestLedger young = new TestLedger(Files.createDirectories(files.resolve("young")))) {
            young.append(timer(DOSSIER));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            young.proof.write(DOSSIER, List.of(), out);
            assertThat(program.run(Files.write(files.resolve("young.zip"), out.toByteArray()))).startsWith("0 ")
                    .contains("Er is nog niets verzegeld");
        }
    }

    private static void assertNotWhole(Path proof, String because) {
        assertThat(program.run(proof)).startsWith("1 ").contains(because);
    }

    private static String cut(String entries, int lines) {
        return entries.lines().limit(lines).reduce("", (all, line) -> all + line + "\n");
    }

    private interface Lines {
        void change(List<String> lines);
    }

    private static UnaryOperator<String> lines(Lines change) {
        return content -> {
            List<String> lines = new ArrayList<>(content.lines().toList());
            change.change(lines);
            return String.join("\n", lines) + "\n";
        };
    }

    /** @param change gives null to take the file out */
    private static Path changed(String name, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> contents = contents(whole);
        byte[] before = contents.getOrDefault(name, new byte[0]);
        String after = change.apply(new String(before, StandardCharsets.UTF_8));
        if (after == null) {
            contents.remove(name);
        } else {
            contents.put(name, after.getBytes(StandardCharsets.UTF_8));
        }
        return zip(contents);
    }

    private static Path forged(UnaryOperator<String> entries, UnaryOperator<String> seals) throws IOException {
        Map<String, byte[]> contents = contents(whole);
        contents.compute("entries.jsonl", (name, content) -> apply(entries, content));
        contents.compute("seals.jsonl", (name, content) -> apply(seals, content));
        return signedAgain(contents);
    }

    private static Path signedAgain(Map<String, byte[]> contents) throws IOException {
        contents.put("public-key.pem", someoneElse.publicKeyAsPem().getBytes(StandardCharsets.UTF_8));
        ObjectNode manifest = (ObjectNode) Content.JSON.readTree(contents.get("manifest.json"));
        manifest.put("entries", new String(contents.get("entries.jsonl"), StandardCharsets.UTF_8).lines().count());
        for (JsonNode file : manifest.get("files")) {
            ((ObjectNode) file).put("sha256", HexFormat.of().formatHex(Fields.sha256().digest(contents.get(file.get("name").asText()))));
        }
        byte[] bytes = Content.JSON.writeValueAsBytes(manifest);
        contents.put("manifest.json", bytes);
        contents.put("manifest.signature", someoneElse.sign(new Fields().of("tweespoor-proof-1").raw(bytes).hash())
                .getBytes(StandardCharsets.UTF_8));
        return zip(contents);
    }

    private static byte[] apply(UnaryOperator<String> change, byte[] content) {
        return change.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> contents(Path proof) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(proof.toFile())) {
            zip.stream().forEach(entry -> {
                try {
                    contents.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return contents;
    }

    private static Path zip(Map<String, byte[]> contents) throws IOException {
        Path file = files.resolve("changed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(content.getKey()));
                zip.write(content.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
