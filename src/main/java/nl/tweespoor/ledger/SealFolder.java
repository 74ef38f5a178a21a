package nl.tweespoor.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A folder on another machine, with a file for each seal. */
@Component
@ConditionalOnProperty("tweespoor.ledger.seals")
class SealFolder implements SealDestination {

    private static final String FORMAT = "tweespoor-seal-1";
    private static final String NAME = "seal-%09d.json";

    private final Path folder;

    SealFolder(LedgerSettings settings) {
        this.folder = settings.seals();
    }

    @Override
    public long newest() {
        return files().stream().mapToLong(SealFolder::number).max().orElse(0);
    }

    /** Whole or not at all. One that is there already stays as it is; another node may have sent it. */
    @Override
    public void send(SentSeal sent) {
        Path file = folder.resolve(NAME.formatted(sent.seal().number()));
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                if (!read(file).equals(sent)) {
                    throw new IllegalStateException(file + " is another seal");
                }
                return;
            }
            Path part = folder.resolve(file.getFileName() + "." + UUID.randomUUID());
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(Content.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(sent)));
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of their numbers. */
    List<SentSeal> sent() {
        return files().stream().map(SealFolder::read).toList();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("seal-\\d{9,18}\\.json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replaceAll("\\D", ""));
    }

    static ObjectNode json(Seal seal) {
        return Content.JSON.createObjectNode().put("number", seal.number()).put("sealedAt", Moment.written(seal.sealedAt()))
                .put("entries", seal.entries()).put("chains", seal.chains()).put("root", seal.root())
                .put("previousHash", seal.previousHash()).put("publicKey", seal.publicKey()).put("hash", seal.hash())
                .put("signature", seal.signature());
    }

    private static ObjectNode json(SentSeal sent) {
        ObjectNode json = Content.JSON.createObjectNode().put("format", FORMAT);
        json.set("seal", json(sent.seal()));
        ArrayNode heads = json.putArray("heads");
        sent.heads().forEach(head -> heads.addObject().put("chain", head.chain()).put("sequence", head.sequence())
                .put("hash", head.hash()));
        return json;
    }

    private static SentSeal read(Path file) {
        try {
            JsonNode json = Content.JSON.readTree(Files.readAllBytes(file));
            JsonNode seal = json.required("seal");
            long number = seal.required("number").asLong();
            List<SealedHead> heads = new ArrayList<>();
            json.required("heads").forEach(head -> heads.add(new SealedHead(number, head.required("chain").asText(),
                    head.required("sequence").asLong(), head.required("hash").asText())));
            return new SentSeal(new Seal(number,
                    LocalDateTime.parse(seal.required("sealedAt").asText(), DateTimeFormatter.ISO_DATE_TIME),
                    seal.required("entries").asLong(), seal.required("chains").asLong(), seal.required("root").asText(),
                    seal.required("previousHash").asText(), seal.required("publicKey").asText(),
                    seal.required("hash").asText(), seal.required("signature").asText()), heads);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("Can't read the seal in " + file, e);
        }
    }
}
