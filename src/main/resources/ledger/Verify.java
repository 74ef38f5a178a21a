import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Controleert een bewijs van Tweespoor, met niets dan Java 17:
 *
 * <pre>java Verify.java dossier.zip [sleutel.pem of zegelbestand ...]</pre>
 *
 * <p>Says in Dutch whether the proof is whole, and ends with status 0 when it is, 1 when it isn't and 2 when it can't be read.
 * It was written from FORMAT.md and shares no code with Tweespoor, so that both would have to be wrong in the same way.
 */
public final class Verify {

    private static final HexFormat HEX = HexFormat.of();
    private static final Set<String> ENTRY_NAMES = Set.of("chain", "sequence", "recordedAt", "kind", "process", "processVersion",
            "element", "elementName", "actor", "outcome", "againstAdvice", "content", "disclosed", "previousHash", "hash");
    private static final Set<String> SEAL_NAMES = Set.of("number", "sealedAt", "entries", "chains", "root", "previousHash",
            "publicKey", "hash", "signature");
    private static final Set<String> UNLISTED = Set.of("manifest.json", "manifest.signature");

    private final List<String> findings = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> keys = new TreeSet<>();
    private String proofKey;
    private final Set<String> trustedKeys = new TreeSet<>();
    private final List<Map<String, Object>> trustedSeals = new ArrayList<>();
    private final Bytes bytes = new Bytes();
    private final MessageDigest sha256 = sha256();

    /** Of what has to be in entries.csv. */
    private final MessageDigest table = sha256();

    private String chain;
    /** The hash of each entry that was read. */
    private final Map<Long, String> hashes = new HashMap<>();
    private final Map<Long, Set<String>> missing = new TreeMap<>();
    private final Set<String> restedOn = new HashSet<>();
    private final Set<String> present = new HashSet<>();
    private long last;
    private String lastHash;
    private String firstMoment;
    private String lastMoment;
    private long erased;
    /** How far the beginning of this dossier was removed; 0 when it is all there. */
    private long removedUntil;
    private long removals;
    private Map<String, Object> newestSeal;
    private long lastSeal;
    private String lastSealHash;
    private long sealedEntries;

    private Verify() {
        row("\uFEFF", "sequence", "recordedAt", "kind", "process", "processVersion", "elementName", "actor", "outcome",
                "againstAdvice", "disclosed");
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /** The same without ending Java. */
    static int run(String[] arguments, PrintStream out) {
        if (arguments.length == 0) {
            out.println("Zo: java Verify.java dossier.zip [sleutel.pem of zegelbestand ...]");
            return 2;
        }
        Verify verify = new Verify();
        try {
            for (int i = 1; i < arguments.length; i++) {
                verify.trust(Path.of(arguments[i]));
            }
            verify.proof(Path.of(arguments[0]));
        } catch (IOException | RuntimeException e) {
            out.println("Dit bewijs is niet te lezen: " + e.getMessage());
            return 2;
        }
        return verify.report(out);
    }

    // What the one who checks knows already.

    private void trust(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (text.startsWith("{")) {
            Map<String, Object> sent = object(Json.read(text));
            Map<String, Object> seal = object(sent.get("seal"));
            seal(seal, "Het zegelbestand " + file.getFileName());
            trustedSeals.add(sent);
            trustedKeys.add(text(seal, "publicKey"));
        } else {
            trustedKeys.add(pem(text));
        }
    }

    private static String pem(String text) throws IOException {
        String begin = "-----BEGIN PUBLIC KEY-----";
        String end = "-----END PUBLIC KEY-----";
        if (!text.startsWith(begin) || !text.strip().endsWith(end)) {
            throw new IOException("dit is geen sleutel");
        }
        try {
            return HEX.formatHex(Base64.getMimeDecoder().decode(text.substring(begin.length(), text.lastIndexOf(end))));
        } catch (IllegalArgumentException e) {
            throw new IOException("dit is geen sleutel");
        }
    }

    // The proof as a whole.

    private void proof(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] manifestBytes = bytes(zip, "manifest.json");
            Map<String, Object> manifest = object(Json.read(utf8(manifestBytes)));
            if (!"tweespoor-proof-1".equals(manifest.get("format"))) {
                throw new IOException("dit programma kent alleen bewijzen van de soort tweespoor-proof-1");
            }
            chain = text(manifest, "chain");
            lastHash = hash(bytes.start("tweespoor-ledger-chain-1").text(chain));
            removed(manifest);
            signature(zip, manifestBytes);
            Map<String, String> listed = listed(zip, manifest);
            lines(zip, "entries.jsonl", listed, this::entry);
            endEntries(manifest);
            if (!HEX.formatHex(table.digest()).equals(listed.get("entries.csv"))) {
                findings.add("In entries.csv staat iets anders dan in entries.jsonl.");
            }
            lines(zip, "seals.jsonl", listed, this::sealLine);
            endSeals();
            for (String name : listed.keySet()) {
                if (!name.equals("entries.jsonl") && !name.equals("seals.jsonl")) {
                    file(name, listed.get(name), bytes(zip, name));
                }
            }
        }
        remarkOnBasis();
    }

    /** What came before is gone, as its ledger was kept long enough; this dossier then went on. */
    private void removed(Map<String, Object> manifest) {
        if (manifest.get("removed") != null) {
            Map<String, Object> removed = object(manifest.get("removed"));
            removedUntil = number(removed, "sequence");
            last = removedUntil;
            lastHash = text(removed, "hash");
            hashes.put(last, lastHash);
            remarks.add("Regel 1 tot en met " + removedUntil + " zijn verwijderd. Het bewijs van 'general' zegt waarom.");
        }
    }

    private void signature(ZipFile zip, byte[] manifest) throws IOException {
        proofKey = pem(utf8(bytes(zip, "public-key.pem")));
        String signed = hash(bytes.start("tweespoor-proof-1").field(manifest));
        if (!signatureHolds(proofKey, signed, utf8(bytes(zip, "manifest.signature")))) {
            findings.add("De handtekening onder dit bewijs klopt niet: er is iets veranderd nadat het gemaakt is.");
        }
        key(proofKey, "Dit bewijs");
    }

    /** What the manifest says there is, held against what there is. */
    private Map<String, String> listed(ZipFile zip, Map<String, Object> manifest) {
        Map<String, String> listed = new LinkedHashMap<>();
        for (Object one : list(manifest.get("files"))) {
            listed.put(text(object(one), "name"), text(object(one), "sha256"));
        }
        Set<String> found = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!found.add(entry.getName())) {
                findings.add("Bestand " + entry.getName() + " zit er twee keer in.");
            } else if (!listed.containsKey(entry.getName()) && !UNLISTED.contains(entry.getName())) {
                findings.add("Bestand " + entry.getName() + " hoort niet bij dit bewijs.");
            }
        }
        for (String name : List.of("entries.jsonl", "seals.jsonl", "public-key.pem")) {
            if (!listed.containsKey(name)) {
                findings.add("De inhoudsopgave noemt " + name + " niet.");
            }
        }
        List.copyOf(listed.keySet()).stream().filter(name -> !found.contains(name)).forEach(name -> {
            findings.add("Bestand " + name + " ontbreekt.");
            listed.remove(name);
        });
        return listed;
    }

    private void file(String name, String expected, byte[] content) {
        String actual = HEX.formatHex(sha256.digest(content));
        if (!actual.equals(expected)) {
            findings.add("Bestand " + name + " is veranderd.");
        }
        if (name.startsWith("basis/")) {
            String[] parts = name.split("/");
            if (parts.length != 3 || !parts[1].equals(actual) || !restedOn.contains(actual)) {
                findings.add("Op bestand " + name + " berust geen enkele regel.");
            }
            present.add(actual);
        }
    }

    private void remarkOnBasis() {
        if (!restedOn.isEmpty()) {
            remarks.add("De regels berusten op " + count(restedOn.size(), "model, formulier of tabel", "modellen, formulieren en tabellen")
                    + "; " + present.size() + " daarvan zitten in dit bewijs.");
        }
    }

    private interface Line {
        void read(long number, Map<String, Object> json);
    }

    private void lines(ZipFile zip, String name, Map<String, String> listed, Line reader) throws IOException {
        if (zip.getEntry(name) == null) {
            return;
        }
        MessageDigest digest = sha256();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new DigestInputStream(
                zip.getInputStream(zip.getEntry(name)), digest), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)), 1 << 16)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    reader.read(number, object(Json.read(line)));
                } catch (IllegalArgumentException e) {
                    findings.add((name.startsWith("e") ? "Regel " : "Zegel op regel ") + number + ": niet te lezen.");
                }
            }
        }
        if (!HEX.formatHex(digest.digest()).equals(listed.get(name))) {
            findings.add("Bestand " + name + " is veranderd.");
        }
    }

    // Entries.

    private void entry(long line, Map<String, Object> entry) {
        if (!entry.keySet().equals(ENTRY_NAMES)) {
            throw new IllegalArgumentException("names");
        }
        long sequence = number(entry, "sequence");
        String content = text(entry, "content");
        String hash = text(entry, "hash");
        if (sequence <= last) {
            found(sequence, "dit nummer hoort hier niet.");
        } else if (sequence > last + 1) {
            absent(last + 1, sequence - 1, "");
        } else if (!text(entry, "previousHash").equals(lastHash)) {
            found(sequence, last == 0 ? "sluit niet aan op het begin van dit dossier."
                    : "sluit niet aan op regel " + last + ": een van beide is veranderd of vervangen.");
        }
        if (!chain.equals(entry.get("chain"))) {
            found(sequence, "is van een ander dossier: " + entry.get("chain") + ".");
        }
        bytes.start("tweespoor-ledger-entry-1").text(text(entry, "chain")).text(Long.toString(sequence))
                .text(text(entry, "recordedAt")).text(text(entry, "kind")).text(optional(entry, "process"));
        bytes.text(entry.get("processVersion") == null ? null : Long.toString(number(entry, "processVersion")));
        bytes.text(optional(entry, "element")).text(optional(entry, "elementName")).text(optional(entry, "actor"))
                .text(optional(entry, "outcome")).text(yesOrNo(entry.get("againstAdvice")))
                .text(content).text(text(entry, "previousHash"));
        if (!hash(bytes).equals(hash)) {
            found(sequence, "is veranderd: de vingerafdruk past niet bij de inhoud.");
        }
        hashes.put(sequence, hash);
        last = Math.max(last, sequence);
        lastHash = hash;
        lastMoment = text(entry, "recordedAt");
        firstMoment = firstMoment == null ? lastMoment : firstMoment;
        Map<String, Object> disclosed = object(Json.read(text(entry, "disclosed")));
        row("", entry.get("sequence"), entry.get("recordedAt"), entry.get("kind"), entry.get("process"), entry.get("processVersion"),
                entry.get("elementName"), entry.get("actor"), entry.get("outcome"), entry.get("againstAdvice"),
                disclosed.entrySet().stream().map(one -> one.getKey() + ": " + shown(object(one.getValue()).get("value")))
                        .collect(Collectors.joining("\n")));
        values(sequence, text(entry, "kind"), object(Json.read(content)), disclosed);
    }

    private void row(String before, Object... cells) {
        StringBuilder line = new StringBuilder(before);
        for (Object cell : cells) {
            String text = shown(cell);
            line.append(line.length() == before.length() ? "" : ";").append('"')
                    .append(text.matches("(?s)[ \\t\\r\\n]*[=+@-].*") ? "'" : "").append(text.replace("\"", "\"\"")).append('"');
        }
        table.update(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String shown(Object cell) {
        return cell == null ? "" : cell.toString();
    }

    private void values(long sequence, String kind, Map<String, Object> content, Map<String, Object> disclosed) {
        Map<String, Object> commitments = content.get("commitments") == null ? Map.of() : object(content.get("commitments"));
        disclosed.forEach((name, one) -> {
            Map<String, Object> salted = object(one);
            if (!salted.keySet().equals(Set.of("salt", "value")) || !text(salted, "salt").matches("[0-9a-f]{32}")) {
                found(sequence, "de waarde '" + name + "' is niet te lezen.");
            } else if (!commitments.containsKey(name)) {
                found(sequence, "de waarde '" + name + "' hoort niet bij deze regel.");
            } else if (!hash(bytes.start("tweespoor-ledger-value-1").field(HEX.parseHex(text(salted, "salt")))
                    .text(optional(salted, "value"))).equals(commitments.get(name))) {
                found(sequence, "de waarde '" + name + "' is veranderd.");
            }
        });
        for (String name : commitments.keySet()) {
            if (!disclosed.containsKey(name)) {
                missing.computeIfAbsent(sequence, none -> new TreeSet<>()).add(name);
            }
        }
        if (content.get("basis") != null) {
            list(content.get("basis")).forEach(basis -> restedOn.add(text(object(basis), "sha256")));
        }
        erasure(sequence, kind, content.get("erases"));
        removal(sequence, kind, content.get("removes"));
    }

    private void removal(long sequence, String kind, Object removes) {
        boolean right = kind.equals("removal") == (removes != null);
        if (removes != null) {
            Map<String, Object> removed = object(removes);
            right &= chain.equals("general") && removed.keySet().equals(Set.of("chain", "sequence", "hash"))
                    && !text(removed, "chain").equals("general") && number(removed, "sequence") > 0
                    && text(removed, "hash").length() == 64;
            removals++;
        }
        if (!right) {
            found(sequence, "zegt niet goed wat er verwijderd is.");
        }
    }

    private void erasure(long sequence, String kind, Object erases) {
        if (kind.equals("erasure") != (erases != null)) {
            found(sequence, "zegt niet goed wat er gewist is.");
        } else if (erases != null) {
            long where = number(object(erases), "sequence");
            String name = text(object(erases), "name");
            Set<String> gone = missing.get(where);
            if (gone != null && gone.remove(name)) {
                erased++;
            } else {
                found(where, "de waarde '" + name + "' hoort gewist te zijn volgens regel " + sequence
                        + ", maar is er nog of is er nooit geweest.");
            }
        }
    }

    private void endEntries(Map<String, Object> manifest) {
        missing.forEach((sequence, names) -> names.forEach(name -> found(sequence,
                "de waarde '" + name + "' is weg, en nergens staat dat die gewist is.")));
        long expected = number(manifest, "entries");
        if (expected > last) {
            absent(last + 1, expected, " Volgens de inhoudsopgave horen die er te zijn.");
        } else if (expected < last) {
            found(last, "staat niet in de inhoudsopgave.");
        }
    }

    // Seals.

    private void sealLine(long line, Map<String, Object> json) {
        Map<String, Object> seal = object(json.get("seal"));
        long number = number(seal, "number");
        String where = "Zegel " + number;
        if (lastSealHash != null && number != lastSeal + 1) {
            findings.add(where + ": volgt niet op zegel " + lastSeal + ".");
        } else if (lastSealHash != null && !lastSealHash.equals(seal.get("previousHash"))
                || number == 1 && !"0".repeat(64).equals(seal.get("previousHash"))) {
            findings.add(where + ": sluit niet aan op het vorige zegel.");
        }
        seal(seal, where);
        key(text(seal, "publicKey"), where);
        lastSeal = number;
        lastSealHash = text(seal, "hash");
        newestSeal = seal;
        sealedEntries = json.get("head") == null ? -1 : head(seal, object(json.get("head")));
        for (Map<String, Object> trusted : trustedSeals) {
            Map<String, Object> other = object(trusted.get("seal"));
            if (number(other, "number") == number && !text(other, "hash").equals(lastSealHash)) {
                findings.add(where + ": het zegelbestand dat u hebt, is een ander zegel.");
            }
        }
    }

    private void seal(Map<String, Object> seal, String where) {
        if (!seal.keySet().equals(SEAL_NAMES)) {
            throw new IllegalArgumentException("names");
        }
        String hash = hash(bytes.start("tweespoor-ledger-seal-1").text(Long.toString(number(seal, "number")))
                .text(text(seal, "sealedAt")).text(Long.toString(number(seal, "entries")))
                .text(Long.toString(number(seal, "chains"))).text(text(seal, "root")).text(text(seal, "previousHash"))
                .text(text(seal, "publicKey")));
        if (!hash.equals(text(seal, "hash"))) {
            findings.add(where + ": is veranderd, de vingerafdruk past niet bij de inhoud.");
        } else if (!signatureHolds(text(seal, "publicKey"), hash, text(seal, "signature"))) {
            findings.add(where + ": de handtekening klopt niet.");
        }
    }

    /** The inclusion proof of RFC 9162, 2.1.3.2. */
    private long head(Map<String, Object> seal, Map<String, Object> head) {
        long sequence = number(head, "sequence");
        String where = "Zegel " + number(seal, "number");
        if (sequence >= removedUntil && !text(head, "hash").equals(hashes.get(sequence))) {
            found(sequence, hashes.containsKey(sequence) ? where + " zag hier een andere regel."
                    : "ontbreekt. " + where + " heeft die gezien.");
        }
        byte[] node = tree(0, bytes.empty().text(chain).text(Long.toString(sequence)).text(text(head, "hash")).bytes());
        long index = number(head, "index");
        long end = number(seal, "chains") - 1;
        boolean holds = index >= 0 && index <= end;
        for (Object step : list(head.get("path"))) {
            byte[] beside = HEX.parseHex((String) step);
            holds &= end > 0;
            if (index % 2 == 1 || index == end) {
                node = tree(1, beside, node);
                while (index % 2 == 0 && index != 0) {
                    index /= 2;
                    end /= 2;
                }
            } else {
                node = tree(1, node, beside);
            }
            index /= 2;
            end /= 2;
        }
        if (!holds || end != 0 || !HEX.formatHex(node).equals(text(seal, "root"))) {
            findings.add(where + ": dat dit dossier er met regel " + sequence + " onder valt, klopt niet.");
        }
        return sequence;
    }

    private void endSeals() {
        if (newestSeal != null && sealedEntries < 0) {
            findings.add("Zegel " + lastSeal + ": zegt niets over dit dossier.");
        }
        if (newestSeal != null && !proofKey.equals(newestSeal.get("publicKey"))) {
            findings.add("Dit bewijs is met een andere sleutel ondertekend dan zegel " + lastSeal + ".");
        }
        for (Map<String, Object> trusted : trustedSeals) {
            long number = number(object(trusted.get("seal")), "number");
            for (Object one : list(trusted.get("heads"))) {
                Map<String, Object> head = object(one);
                long sequence = number(head, "sequence");
                if (chain.equals(head.get("chain")) && sequence >= removedUntil && !text(head, "hash").equals(hashes.get(sequence))) {
                    found(sequence, "is weg of veranderd: zegel " + number + ", dat u hebt, zag een andere.");
                }
            }
            if (number > lastSeal) {
                findings.add("Zegel " + number + ": u hebt een nieuwer zegel dan er in dit bewijs zit. Vraag een nieuw bewijs.");
            }
        }
    }

    // The report.

    private int report(PrintStream out) {
        boolean whole = findings.isEmpty();
        out.println("Dossier " + chain + (whole ? " is heel: er is niets aan veranderd." : " is NIET heel."));
        findings.forEach(finding -> out.println("- " + finding));
        long read = hashes.size() - (removedUntil > 0 ? 1 : 0);
        out.println("Dit bewijs gaat over " + count(read, "regel", "regels")
                + (read == 0 ? "." : ", van " + firstMoment + " tot en met " + lastMoment + " (UTC)."));
        if (newestSeal == null) {
            out.println("Er is nog niets verzegeld. Alleen de handtekening onder dit bewijs beschermt de regels.");
        } else {
            out.println("Verzegeld tot en met regel " + sealedEntries + ", door zegel " + lastSeal + " van "
                    + newestSeal.get("sealedAt") + " (UTC).");
            if (last > sealedEntries) {
                out.println("Na regel " + sealedEntries + " is nog niets verzegeld. Alleen de handtekening onder dit bewijs"
                        + " beschermt die regels.");
            }
        }
        if (erased > 0) {
            out.println(count(erased, "waarde is", "waarden zijn") + " gewist. In het dossier staat door wie en waarom.");
        }
        if (removals > 0) {
            out.println("Er staat in dat " + count(removals, "ander dossier", "andere dossiers")
                    + " uit het logboek verwijderd is, en op welke grond.");
        }
        remarks.forEach(out::println);
        for (String key : keys) {
            out.println("Ondertekend met sleutel " + key + (trustedKeys.contains(key) ? ", die u vertrouwt."
                    : ". Vraag Tweespoor langs een andere weg of dit de goede sleutel is."));
        }
        return whole ? 0 : 1;
    }

    private void found(long sequence, String problem) {
        findings.add("Regel " + sequence + ": " + problem);
    }

    private void absent(long from, long to, String why) {
        findings.add((from == to ? "Regel " + from + ": ontbreekt." : "Regel " + from + " tot en met " + to + ": ontbreken.") + why);
    }

    private static String count(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }

    private void key(String key, String where) {
        keys.add(key);
        if (!trustedKeys.isEmpty() && !trustedKeys.contains(key)) {
            findings.add(where + (where.startsWith("Z") ? ":" : "") + " is ondertekend met een sleutel die u niet vertrouwt: " + key);
        }
    }

    // Hashes and signatures.

    private String hash(Bytes fields) {
        sha256.update(fields.buffer, 0, fields.length);
        return HEX.formatHex(sha256.digest());
    }

    private byte[] tree(int prefix, byte[]... parts) {
        sha256.update((byte) prefix);
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return sha256.digest();
    }

    private static boolean signatureHolds(String publicKey, String hash, String signature) {
        if (!signature.matches("[0-9a-f]{128}")) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(HEX.parseHex(publicKey))));
            check.update(HEX.parseHex(hash));
            return check.verify(HEX.parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fields with their length before them; all ones for one that isn't there. */
    private static final class Bytes {

        private byte[] buffer = new byte[4096];
        private int length;

        Bytes start(String domain) {
            return empty().text(domain);
        }

        Bytes empty() {
            length = 0;
            return this;
        }

        Bytes text(String text) {
            if (text == null) {
                return size(-1, 0);
            }
            return field(text.getBytes(StandardCharsets.UTF_8));
        }

        Bytes field(byte[] field) {
            size(field.length, field.length);
            System.arraycopy(field, 0, buffer, length, field.length);
            length += field.length;
            return this;
        }

        byte[] bytes() {
            return Arrays.copyOf(buffer, length);
        }

        private Bytes size(int size, int room) {
            if (buffer.length < length + room + 4) {
                buffer = Arrays.copyOf(buffer, 2 * (length + room + 4));
            }
            buffer[length++] = (byte) (size >>> 24);
            buffer[length++] = (byte) (size >>> 16);
            buffer[length++] = (byte) (size >>> 8);
            buffer[length++] = (byte) size;
            return this;
        }
    }

    // Reading.

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("bestand " + name + " ontbreekt");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            in.transferTo(all);
            return all.toByteArray();
        }
    }

    private static String utf8(byte[] text) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(text)).toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object json) {
        if (json instanceof Map) {
            return (Map<String, Object>) json;
        }
        throw new IllegalArgumentException("hier hoort een object te staan");
    }

    private static List<?> list(Object json) {
        if (json instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("hier hoort een lijst te staan");
    }

    private static String text(Map<String, Object> json, String name) {
        if (json.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " hoort een tekst te zijn");
    }

    private static String optional(Map<String, Object> json, String name) {
        return json.get(name) == null ? null : text(json, name);
    }

    private static String yesOrNo(Object json) {
        if (json == null || json instanceof Boolean) {
            return json == null ? null : json.toString();
        }
        throw new IllegalArgumentException("hier hoort ja of nee te staan");
    }

    private static long number(Map<String, Object> json, String name) {
        if (json.get(name) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(name + " hoort een geheel getal te zijn");
    }

    /** As much of JSON as a proof needs; a name that comes twice is an error, since readers differ about it. */
    private static final class Json {

        private static final int DEEPEST = 50;

        private final String text;
        private int at;
        private int depth;

        private Json(String text) {
            this.text = text;
        }

        static Object read(String text) {
            Json json = new Json(text);
            Object value = json.value();
            json.space();
            if (json.at != text.length()) {
                throw json.wrong();
            }
            return value;
        }

        private Object value() {
            space();
            switch (peek()) {
                case '{':
                    return object();
                case '[':
                    return list();
                case '"':
                    return string();
                case 't':
                    return word("true", Boolean.TRUE);
                case 'f':
                    return word("false", Boolean.FALSE);
                case 'n':
                    return word("null", null);
                default:
                    return number();
            }
        }

        private Map<String, Object> object() {
            Map<String, Object> object = new LinkedHashMap<>();
            open();
            if (!closes('}')) {
                do {
                    space();
                    String name = string();
                    space();
                    expect(':');
                    if (object.containsKey(name)) {
                        throw wrong();
                    }
                    object.put(name, value());
                } while (more('}'));
            }
            depth--;
            return object;
        }

        private List<Object> list() {
            List<Object> list = new ArrayList<>();
            open();
            if (!closes(']')) {
                do {
                    list.add(value());
                } while (more(']'));
            }
            depth--;
            return list;
        }

        private void open() {
            at++;
            if (++depth > DEEPEST) {
                throw wrong();
            }
        }

        private boolean closes(char end) {
            space();
            if (peek() == end) {
                at++;
                return true;
            }
            return false;
        }

        private boolean more(char end) {
            if (closes(end)) {
                return false;
            }
            expect(',');
            return true;
        }

        private String string() {
            expect('"');
            int start = at;
            while (peek() != '"' && peek() != '\\') {
                if (text.charAt(at++) < ' ') {
                    throw wrong();
                }
            }
            if (peek() == '"') {
                return text.substring(start, at++);
            }
            StringBuilder all = new StringBuilder(text.length() - start);
            while (peek() != '"') {
                if (text.charAt(at) == '\\') {
                    all.append(text, start, at++).append(escaped());
                    start = at;
                } else if (text.charAt(at++) < ' ') {
                    throw wrong();
                }
            }
            return all.append(text, start, at++).toString();
        }

        private char escaped() {
            char kind = peek();
            at++;
            switch (kind) {
                case '"', '\\', '/':
                    return kind;
                case 'b':
                    return '\b';
                case 'f':
                    return '\f';
                case 'n':
                    return '\n';
                case 'r':
                    return '\r';
                case 't':
                    return '\t';
                case 'u':
                    if (at + 4 > text.length()) {
                        throw wrong();
                    }
                    at += 4;
                    return (char) HexFormat.fromHexDigits(text, at - 4, at);
                default:
                    throw wrong();
            }
        }

        private Object number() {
            int start = at;
            while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String digits = text.substring(start, at);
            if (digits.matches("-?(0|[1-9][0-9]{0,17})")) {
                return Long.parseLong(digits);
            }
            if (digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                return Double.parseDouble(digits);
            }
            throw wrong();
        }

        private Object word(String word, Object value) {
            if (!text.startsWith(word, at)) {
                throw wrong();
            }
            at += word.length();
            return value;
        }

        private char peek() {
            if (at >= text.length()) {
                throw wrong();
            }
            return text.charAt(at);
        }

        private void expect(char expected) {
            if (peek() != expected) {
                throw wrong();
            }
            at++;
        }

        private void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("geen goede JSON bij teken " + at);
        }
    }
}
