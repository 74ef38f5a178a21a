package nl.tweespoor.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.Refusal;
import org.springframework.web.multipart.MultipartFile;

/** The files that someone chose on a page. */
public final class SentFiles {

    private static final String[] KINDS = {".bpmn", ".dmn", ".form"};

    private SentFiles() {
    }

    /** @throws Refusal when there are none, or one is no model, table or form */
    public static List<DeployedResource> read(List<MultipartFile> sent) {
        List<DeployedResource> files = new ArrayList<>();
        for (MultipartFile file : sent) {
            if (!file.isEmpty()) {
                files.add(read(file));
            }
        }
        if (files.isEmpty()) {
            throw Refusal.invalid("Kies bij 'Bestanden' wat u wilt wijzigen: een model (.bpmn), een tabel (.dmn) of een formulier (.form).");
        }
        return files;
    }

    private static DeployedResource read(MultipartFile file) {
        try {
            DeployedResource read = new DeployedResource(String.valueOf(file.getOriginalFilename()), file.getBytes());
            DeployedResource plain = new DeployedResource(read.baseName(), read.content());
            if (!plain.endsWithAny(KINDS)) {
                throw Refusal.invalid(plain.name() + " is geen model (.bpmn), tabel (.dmn) of formulier (.form). Kies een ander bestand.");
            }
            return plain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
