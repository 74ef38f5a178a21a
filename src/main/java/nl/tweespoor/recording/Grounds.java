package nl.tweespoor.recording;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import nl.tweespoor.engine.DeployedForm;
import nl.tweespoor.engine.ModelVersion;
import nl.tweespoor.ledger.Entry.Basis;
import org.springframework.stereotype.Component;

/** The exact files that something rested on. They never change once deployed, so each is read once. */
@Component
public class Grounds {

    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<Basis, Basis> known = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Basis of(ModelVersion model) {
        return known(model.resourceName().endsWith("dmn") ? "dmn" : "bpmn", model.resourceName(), model.deploymentId(),
                model::content);
    }

    Basis of(DeployedForm form) {
        return known("form", form.name(), form.deploymentId(), form::content);
    }

    /** A file as the ledger tells of its deployment. */
    public static Basis deployed(String deployment, String name, byte[] content) {
        return new Basis(name.substring(name.lastIndexOf('.') + 1), file(name), deployment, sha256(content));
    }

    private Basis known(String kind, String name, String deployment, Supplier<InputStream> content) {
        return known.get(new Basis(kind, file(name), deployment, null), unread -> {
            try (InputStream file = content.get()) {
                return new Basis(kind, unread.name(), deployment, sha256(file.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Where the program keeps what comes with it differs from place to place; the file is the same. */
    public static String file(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
