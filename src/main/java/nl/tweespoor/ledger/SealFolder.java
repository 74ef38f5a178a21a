package nl.tweespoor.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A folder on another machine, with a file for each seal. */
@Component
@ConditionalOnProperty("tweespoor.ledger.seals")
class SealFolder implements SealArchive {

    private final Path folder;

    SealFolder(LedgerSettings settings) {
        this.folder = settings.seals();
    }

    @Override
    public long newest() {
        return files().stream().mapToLong(SealFile::number).max().orElse(0);
    }

    @Override
    public List<SentSeal> kept() {
        return files().stream().map(SealFile::read).toList();
    }

    @Override
    public void send(List<SentSeal> seals) {
        seals.forEach(this::keep);
    }

    /** Whole or not at all. One that is there already stays as it is; another node may have sent it. */
    private void keep(SentSeal sent) {
        Path file = folder.resolve(SealFile.name(sent.seal()));
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                if (!SealFile.read(file).equals(sent)) {
                    throw new IllegalStateException(file + " is another seal");
                }
                return;
            }
            Path part = folder.resolve(file.getFileName() + "." + UUID.randomUUID());
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(SealFile.content(sent));
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

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(SealFile::isOne).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
