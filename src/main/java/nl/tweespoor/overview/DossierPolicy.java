package nl.tweespoor.overview;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import nl.tweespoor.account.Group;
import nl.tweespoor.dossier.Reporters;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.DossierProgress.Progress;
import nl.tweespoor.recording.RecordedDossier;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/** Who sees a dossier: its reporters, whoever has or had a task in it, and those whose work it is to see all. */
@Component
public class DossierPolicy {

    private static final Set<String> SEE_ALL = Set.of(Group.BOARD.id(), Group.MANAGEMENT_TEAM.id(),
            Group.HEAD_OF_INNOVATION.id(), Group.HEAD_OF_IMPLEMENTATION.id(), Group.AUDITOR.id(), Groups.CAMUNDA_ADMIN);

    private final Reporters reporters;
    private final DossierProgress processes;

    DossierPolicy(Reporters reporters, DossierProgress processes) {
        this.reporters = reporters;
        this.processes = processes;
    }

    /** Whether who is in these groups sees every dossier. */
    public static boolean opensAll(Collection<String> groups) {
        return !Collections.disjoint(SEE_ALL, groups);
    }

    boolean opens(String number, RecordedDossier dossier, Progress progress, Reader reader) {
        return opensAll(reader.groups())
                || dossier.actors().contains(reader.userId())
                || reporters.include(number, reader.userId())
                || progress.tasks().stream().anyMatch(reader::has)
                || processes.hadTask(number, reader.userId());
    }
}
