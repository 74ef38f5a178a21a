package nl.tweespoor.control;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.tweespoor.engine.StoredModels;
import nl.tweespoor.engine.StoredModels.StoredFile;
import nl.tweespoor.engine.StoredModels.StoredModel;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.Grounds;

/** What is live according to the engine, to be held against what the ledger recorded when it was put live. */
final class Live {

    private final List<StoredModel> models;
    /** By deployment, what its files are now. */
    private final Map<String, Set<Basis>> files = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Live(List<StoredModel> models) {
        this.models = models;
    }

    static Live read(StoredModels stored) {
        Live live = new Live(stored.models());
        stored.eachFile(live::add);
        return live;
    }

    private void add(StoredFile stored) {
        names.put(stored.deployment(), stored.deploymentName());
        Set<Basis> ofDeployment = files.computeIfAbsent(stored.deployment(), deployment -> new HashSet<>());
        if (stored.file() != null) {
            ofDeployment.add(Grounds.deployed(stored.deployment(), stored.file().name(), stored.file().content()));
        }
    }

    /** @param recorded by deployment; one that is only there was taken away since, as may be */
    void compare(Map<String, Recorded> recorded, Evidence evidence) {
        files.forEach((deployment, now) -> {
            evidence.examined(now.size());
            Recorded entry = recorded.get(deployment);
            if (entry == null) {
                evidence.find(Observation.of(null, "deployment " + deployment, "'" + names.get(deployment)
                        + "' staat live. In het logboek staat niet dat iemand het live zette."));
            } else {
                compare(entry, now, evidence);
            }
        });
        inOrder(recorded, evidence);
    }

    private static void compare(Recorded entry, Set<Basis> now, Evidence evidence) {
        Set<Basis> then = new HashSet<>(entry.basis());
        now.stream().filter(file -> !then.contains(file)).forEach(file -> evidence.find(Observation.of(entry,
                "'" + file.name() + "' is buiten Tweespoor om " + (named(then, file.name()) ? "veranderd" : "toegevoegd")
                        + " nadat het live ging.")));
        then.stream().filter(file -> !named(now, file.name())).forEach(file -> evidence.find(Observation.of(entry,
                "'" + file.name() + "' ging live, en is buiten Tweespoor om weggehaald.")));
    }

    private static boolean named(Set<Basis> files, String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }

    /** Who makes an old version the newest again, or gives a key another file, changes no file. */
    private void inOrder(Map<String, Recorded> recorded, Evidence evidence) {
        Map<String, List<StoredModel>> byKey = models.stream().collect(Collectors.groupingBy(
                model -> model.table() + " " + model.key(), TreeMap::new, Collectors.toList()));
        byKey.values().forEach(versions -> {
            long last = 0;
            for (StoredModel model : versions) {
                Recorded entry = recorded.get(model.deployment());
                if (entry == null ? !files.containsKey(model.deployment())
                        : entry.sequence() <= last || !named(new HashSet<>(entry.basis()), Grounds.file(model.resource()))) {
                    evidence.find(Observation.of(null, "tabel " + model.table(), "'" + model.key() + "' versie " + model.version()
                            + " is buiten Tweespoor om neergezet: zo ging het volgens het logboek niet live."));
                }
                last = entry == null ? last : entry.sequence();
            }
        });
    }
}
