package nl.tweespoor.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A seal as a file, the same wherever it goes. */
final class SealFile {

    private static final String FORMAT = "tweespoor-seal-1";
    private static final String NAME = "seal-%09d.json";

    private SealFile() {
    }

    static String name(Seal seal) {
        return NAME.formatted(seal.number());
    }

    static boolean isOne(Path file) {
        return file.getFileName().toString().matches("seal-\\d{9,18}\\.json");
    }

    static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replaceAll("\\D", ""));
    }

    static byte[] content(SentSeal sent) {
        ObjectNode json = Content.JSON.createObjectNode().put("format", FORMAT);
        json.set("seal", json(sent.seal()));
        ArrayNode heads = json.putArray("heads");
        sent.heads().forEach(head -> heads.addObject().put("chain", head.chain()).put("sequence", head.sequence())
                .put("hash", head.hash()));
        try {
            return Content.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode json(Seal seal) {
        return Content.JSON.createObjectNode().put("number", seal.number()).put("sealedAt", Moment.written(seal.sealedAt()))
                .put("entries", seal.entries()).put("chains", seal.chains()).put("root", seal.root())
                .put("previousHash", seal.previousHash()).put("publicKey", seal.publicKey()).put("hash", seal.hash())
                .put("signature", seal.signature());
    }

    static SentSeal read(Path file) {
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
