package nl.tweespoor.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks at each file by itself, once: of what goes live most was live already. */
@Component
class FileChecks implements ModelCheck {

    private static final int MOST = 1_000;

    private final List<FileCheck> checks;
    private final Cache<Seen, List<Finding>> known = Caffeine.newBuilder().maximumSize(MOST).build();

    /** All that a check of one file can read. */
    private record Seen(FileKey file, boolean ours) {
    }

    FileChecks(List<FileCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void check(Models models, Findings findings) {
        models.files().forEach(file -> findings.addAll(known.get(new Seen(file.key(), models.areOurs()), seen -> look(file, seen.ours()))));
    }

    private List<Finding> look(ModelFile file, boolean ours) {
        Findings findings = new Findings();
        checks.forEach(check -> check.check(file, ours, findings));
        return findings.all();
    }
}
