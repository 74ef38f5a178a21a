package nl.tweespoor.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.tweespoor.change.ChangePages;
import nl.tweespoor.comparison.Compared;
import nl.tweespoor.comparison.ComparedFiles;
import nl.tweespoor.engine.DeployedFiles;
import nl.tweespoor.live.Deployers.Deployed;
import nl.tweespoor.live.ModelVersions.Version;
import nl.tweespoor.overview.Words;
import nl.tweespoor.upgrade.WaitingFiles;
import org.springframework.stereotype.Component;

/** Reads what the page Processen tells. */
@Component
class LivePages {

    /** Of older ones the page says that they are there, and not what they changed. */
    private static final int COMPARED = 10;

    private final ModelVersions versions;
    private final Deployers deployers;
    private final DeployedFiles files;
    private final WaitingFiles waiting;
    private final ComparedFiles comparedFiles;
    private final ChangePages changes;

    LivePages(ModelVersions versions, Deployers deployers, DeployedFiles files, WaitingFiles waiting, ComparedFiles comparedFiles,
            ChangePages changes) {
        this.versions = versions;
        this.deployers = deployers;
        this.files = files;
        this.waiting = waiting;
        this.changes = changes;
        this.comparedFiles = comparedFiles;
    }

    LivePage live() {
        Map<String, Deployed> who = deployers.all();
        Map<String, Long> running = versions.running();
        return new LivePage(rows(ModelKind.PROCESS, who, running), rows(ModelKind.TABLE, who, running),
                rows(ModelKind.FORM, who, running), waiting.names(), changes.open());
    }

    private List<LivePage.Row> rows(ModelKind kind, Map<String, Deployed> who, Map<String, Long> running) {
        return versions.all(kind).values().stream().map(all -> {
            Version newest = all.get(0);
            return new LivePage.Row(address(kind, newest.key()), newest.name(), newest.number(), since(newest),
                    who.getOrDefault(newest.deployment(), Deployed.NOWHERE).who(), running.getOrDefault(newest.id(), 0L),
                    all.stream().skip(1).mapToLong(older -> running.getOrDefault(older.id(), 0L)).sum());
        }).sorted((one, other) -> one.name().compareToIgnoreCase(other.name())).toList();
    }

    /** None for what was never live. */
    Optional<ModelPage> model(ModelKind kind, String key, boolean changes) {
        List<Version> all = versions.of(kind, key);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Deployed> who = deployers.all();
        Map<String, Long> running = kind == ModelKind.PROCESS ? versions.running() : Map.of();
        List<ModelPage.Version> told = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            Version one = all.get(index);
            Deployed deployed = who.getOrDefault(one.deployment(), Deployed.NOWHERE);
            long instances = running.getOrDefault(one.id(), 0L);
            told.add(new ModelPage.Version(one.number(), index == 0, since(one), deployed.who(), deployed.name(), instances,
                    instances == 0 ? Map.of() : versions.waiting(one.id()),
                    index < COMPARED && index + 1 < all.size() ? compared(all.get(index + 1), one) : null));
        }
        Version newest = all.get(0);
        return Optional.of(new ModelPage(address(kind, key), newest.name(), baseName(newest.file()), switch (kind) {
            case PROCESS -> "dit proces";
            case TABLE -> "deze tabel";
            case FORM -> "dit formulier";
        }, told, changes));
    }

    private Compared compared(Version before, Version after) {
        return files.find(before.deployment(), before.file()).flatMap(old -> files.find(after.deployment(), after.file())
                .map(now -> comparedFiles.of(old, now))).orElse(null);
    }

    private static String since(Version version) {
        return version.since() == null ? "onbekend" : Words.moment(version.since());
    }

    static String address(ModelKind kind, String key) {
        return LiveController.PAGE + "/" + kind.word() + "/" + key;
    }

    private static String baseName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
