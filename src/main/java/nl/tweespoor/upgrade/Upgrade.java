package nl.tweespoor.upgrade;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentGate;
import nl.tweespoor.engine.LiveFiles;
import nl.tweespoor.engine.ModelsAtStart;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * At a start: nothing, when the program brings what it brought the last time. Else its files go live, except those that the
 * organisation changed, and as a whole they pass the gate; what both changed waits.
 */
@Component
class Upgrade implements ModelsAtStart {

    private static final Logger log = LoggerFactory.getLogger(Upgrade.class);

    private final ShippedFiles files;
    private final ShippedFileRepository repository;
    private final DeploymentGate gate;
    private final Recorder recorder;

    Upgrade(ShippedFiles files, ShippedFileRepository repository, DeploymentGate gate, Recorder recorder) {
        this.files = files;
        this.repository = repository;
        this.gate = gate;
        this.recorder = recorder;
    }

    @Override
    public List<DeployedResource> toPutLive(LiveFiles live) {
        return toPutLive(files.read(), live);
    }

    List<DeployedResource> toPutLive(List<DeployedResource> brought, LiveFiles live) {
        Map<String, ShippedFile> before = repository.all();
        if (before.size() == brought.size() && brought.stream().allMatch(file -> before.containsKey(file.baseName())
                && Arrays.equals(before.get(file.baseName()).offered(), file.content()))) {
            return List.of();
        }
        Merge merge = new Merge(gate, brought, before, live);
        List<ShippedFile> shipped = merge.shipped();
        List<DeployedResource> whole = merge.changesWhatIsLive() ? merge.whole() : List.of();
        if ((merge.keepsOfTheOrganisation() || files.haveAFolder()) && !whole.isEmpty()) {
            try {
                gate.check(whole);
            } catch (Refusal refusal) {
                if (!merge.somethingIsLive()) {
                    throw refusal;
                }
                log.warn("Wat met deze versie of uit de map met modellen meekwam past niet bij wat hier live is, en wacht. {}",
                        refusal.getMessage());
                shipped = merge.shippedWithoutTakingAny();
                whole = List.of();
            }
        }
        repository.replaceAll(shipped);
        tell(shipped.stream().filter(ShippedFile::waits).map(ShippedFile::name).toList());
        return whole;
    }

    private void tell(List<String> waiting) {
        if (!waiting.isEmpty()) {
            String names = waiting.stream().collect(Collectors.joining(", "));
            log.warn("Niet live gezet, want ook hier gewijzigd of niet passend: {}. Zie de pagina Processen.", names);
            recorder.tell(Kind.UPGRADE, "start", Map.of("waits", names), Map.of());
        }
    }
}
