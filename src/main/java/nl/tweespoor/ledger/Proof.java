package nl.tweespoor.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes one chain to a file that anyone can check without Tweespoor: the entries, the seals over them, the files that its
 * decisions rested on, and the program that checks it. It writes what is there; judging is up to who reads it.
 */
@Component
public class Proof {

    private static final String DOMAIN = "tweespoor-proof-1";
    private static final int AT_ONCE = 1000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final LedgerKey key;
    private final InstantSource clock;

    Proof(JdbcTemplate jdbc, PlatformTransactionManager transactions, LedgerKey key, InstantSource clock) {
        this.jdbc = new JdbcTemplate(jdbc.getDataSource());
        this.jdbc.setFetchSize(AT_ONCE);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.key = key;
        this.clock = clock;
    }

    /**
     * A model, form or table that an entry rests on.
     *
     * @param name as its file is called: letters, digits and {@code . _ -}
     */
    public record Attachment(String name, byte[] content) {
    }

    /**
     * Writes the proof as a zip, and leaves the stream open.
     *
     * @throws IllegalArgumentException when the chain has no entries, or an attachment has another name than it may
     * @throws UncheckedIOException     when it can't be written
     */
    public void write(String chain, List<Attachment> basis, OutputStream out) {
        reading.executeWithoutResult(transaction -> {
            try {
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                new Writing(zip).everything(chain, basis);
                zip.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private interface FileContent {
        void to(OutputStream out) throws IOException;
    }

    private final class Writing {

        private final ZipOutputStream zip;
        private final ArrayNode files = Content.JSON.createArrayNode();
        private Row last;

        Writing(ZipOutputStream zip) {
            this.zip = zip;
        }

        void everything(String chain, List<Attachment> basis) throws IOException {
            // Seals first: whatever they saw, is among the entries that are read after them.
            List<ObjectNode> seals = seals(chain);
            ProofTable table = new ProofTable();
            file("entries.jsonl", out -> jdbc.query("select " + Row.COLUMNS + " from ledger_entry where chain = ?"
                    + " order by sequence", result -> {
                last = Row.of(result, 0);
                line(out, json(last));
                table.add(last);
            }, chain));
            if (last == null) {
                throw new IllegalArgumentException("Nothing is known of " + chain);
            }
            file("entries.csv", table::writeTo);
            file("seals.jsonl", out -> seals.forEach(seal -> line(out, seal)));
            Set<String> written = new TreeSet<>();
            for (Attachment one : basis) {
                String name = nameOf(one);
                if (written.add(name)) {
                    file(name, out -> out.write(one.content()));
                }
            }
            file("public-key.pem", out -> out.write(key.publicKeyAsPem().getBytes(StandardCharsets.US_ASCII)));
            for (String ours : List.of("FORMAT.md", "Verify.java")) {
                file(ours, out -> {
                    try (InputStream in = Proof.class.getResourceAsStream("/ledger/" + ours)) {
                        in.transferTo(out);
                    }
                });
            }
            manifest(chain);
        }

        /** From the first seal that saw this chain to the newest, with the way up where it grew, and in the newest. */
        private List<ObjectNode> seals(String chain) {
            List<ObjectNode> lines = new ArrayList<>();
            MerkleTree tree = new MerkleTree();
            new SealRepository(jdbc).each(saw -> {
                saw.heads().forEach(tree::put);
                SealedHead head = tree.head(chain);
                if (head != null) {
                    ObjectNode line = Content.JSON.createObjectNode();
                    line.set("seal", SealFile.json(saw.seal()));
                    line.set("head", head.seal() == saw.seal().number() ? path(tree, head) : null);
                    lines.add(line);
                }
            });
            if (!lines.isEmpty()) {
                lines.get(lines.size() - 1).set("head", path(tree, tree.head(chain)));
            }
            return lines;
        }

        private static ObjectNode path(MerkleTree tree, SealedHead head) {
            ObjectNode json = Content.JSON.createObjectNode().put("sequence", head.sequence()).put("hash", head.hash())
                    .put("index", tree.index(head.chain()));
            ArrayNode path = json.putArray("path");
            tree.path(head.chain()).forEach(path::add);
            return json;
        }

        private void manifest(String chain) throws IOException {
            ObjectNode manifest = Content.JSON.createObjectNode().put("format", DOMAIN).put("chain", chain)
                    .put("madeAt", Moment.written(Moment.of(clock.instant()))).put("entries", last.sequence());
            manifest.set("files", files);
            removed(chain).ifPresent(removed -> manifest.putObject("removed").put("sequence", removed.sequence())
                    .put("hash", removed.hash()));
            byte[] bytes = Content.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
            String signature = key.sign(new Fields().of(DOMAIN).raw(bytes).hash());
            file("manifest.json", out -> out.write(bytes));
            file("manifest.signature", out -> out.write(signature.getBytes(StandardCharsets.US_ASCII)));
        }

        /** What the chain of what belongs to no dossier says was removed of this one before it went on. */
        private Optional<Content.Removed> removed(String chain) {
            return jdbc.query("select content from ledger_entry where chain = ? and kind = ? order by sequence desc",
                            (row, index) -> JsonReading.content(row.getString(1)).removes(), Entry.NO_DOSSIER, Ledger.REMOVAL)
                    .stream().filter(removed -> removed != null && chain.equals(removed.chain())).findFirst();
        }

        private void file(String name, FileContent content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            MessageDigest digest = Fields.sha256();
            content.to(new DigestOutputStream(zip, digest));
            zip.closeEntry();
            files.addObject().put("name", name).put("sha256", HexFormat.of().formatHex(digest.digest()));
        }

        private static void line(OutputStream out, ObjectNode json) {
            try {
                out.write(Content.JSON.writeValueAsBytes(json));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String nameOf(Attachment attachment) {
        if (!NAME.matcher(attachment.name()).matches()) {
            throw new IllegalArgumentException("No name for a file in a proof: " + attachment.name());
        }
        return "basis/" + HexFormat.of().formatHex(Fields.sha256().digest(attachment.content())) + "/" + attachment.name();
    }

    private static ObjectNode json(Row row) {
        return Content.JSON.createObjectNode().put("chain", row.chain()).put("sequence", row.sequence())
                .put("recordedAt", Moment.written(row.recordedAt())).put("kind", row.kind()).put("process", row.process())
                .put("processVersion", row.processVersion()).put("element", row.element())
                .put("elementName", row.elementName()).put("actor", row.actor()).put("outcome", row.outcome())
                .put("againstAdvice", row.againstAdvice()).put("content", row.content()).put("disclosed", row.disclosed())
                .put("previousHash", row.previousHash()).put("hash", row.hash());
    }
}
