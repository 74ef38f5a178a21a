package nl.tweespoor.upgrade;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What came with the program and was not put live, since the organisation had changed it too. */
@Component
public class WaitingFiles {

    private final ShippedFileRepository repository;

    WaitingFiles(ShippedFileRepository repository) {
        this.repository = repository;
    }

    public List<String> names() {
        return repository.all().values().stream().filter(ShippedFile::waits).map(ShippedFile::name).sorted().toList();
    }

    public Optional<ShippedFile> find(String name) {
        return Optional.ofNullable(repository.all().get(name)).filter(ShippedFile::waits);
    }

    /** Someone chose; what the program brings next is held against this. */
    public void settle(ShippedFile file) {
        repository.settle(file.name());
    }
}
