package nl.tweespoor.live;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import nl.tweespoor.change.Reason;
import nl.tweespoor.comparison.ComparedFiles;
import nl.tweespoor.engine.DeployedFiles;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentGate;
import nl.tweespoor.live.ModelVersions.Version;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import nl.tweespoor.upgrade.ShippedFile;
import nl.tweespoor.upgrade.WaitingFiles;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits since both changed it, or since it didn't fit: someone reads both sides, and takes what came along or keeps what is live. */
@Component
class UpgradeChoices {

    private final WaitingFiles waiting;
    private final DeploymentGate gate;
    private final ModelVersions versions;
    private final DeployedFiles files;
    private final RepositoryService repository;
    private final Recorder recorder;
    private final ComparedFiles compared;

    UpgradeChoices(WaitingFiles waiting, DeploymentGate gate, ModelVersions versions, DeployedFiles files, RepositoryService repository,
            Recorder recorder, ComparedFiles compared) {
        this.waiting = waiting;
        this.gate = gate;
        this.versions = versions;
        this.files = files;
        this.repository = repository;
        this.recorder = recorder;
        this.compared = compared;
    }

    UpgradePage page(ShippedFile file) {
        Optional<Live> live = live(file);
        Optional<DeployedResource> now = live.map(Live::content);
        DeployedResource offered = new DeployedResource(file.name(), file.offered());
        Optional<DeployedResource> taken = Optional.ofNullable(file.taken()).map(content -> new DeployedResource(file.name(), content));
        return new UpgradePage(file.name(), live.map(one -> LivePages.address(one.kind, one.version.key())).orElse(null),
                taken.map(then -> compared.of(then, offered)).orElse(null),
                taken.flatMap(then -> now.map(here -> compared.of(then, here))).orElse(null), compared.of(now, offered));
    }

    private record Live(ModelKind kind, Version version, DeployedResource content) {
    }

    private Optional<Live> live(ShippedFile file) {
        for (String id : gate.idsIn(new DeployedResource(file.name(), file.offered()))) {
            for (ModelKind kind : ModelKind.values()) {
                Optional<Live> live = versions.of(kind, id).stream().findFirst().flatMap(version ->
                        files.find(version.deployment(), version.file()).map(content -> new Live(kind, version, content)));
                if (live.isPresent()) {
                    return live;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Puts that of the program live, by whoever asks it: as any deployment it may be a proposal first, which then says what becomes of it.
     *
     * @throws nl.tweespoor.engine.Refusal without a reason, or when the gate refuses it
     */
    void take(ShippedFile file, String reason) {
        String why = Reason.checked(reason);
        repository.createDeployment().name(file.name() + " overgenomen zoals het meekwam: " + why)
                .addInputStream(file.name(), new ByteArrayInputStream(file.offered())).deploy();
        waiting.settle(file);
    }

    /** @throws nl.tweespoor.engine.Refusal without a reason */
    @Transactional
    public void keep(ShippedFile file, String reason) {
        String why = Reason.checked(reason);
        waiting.settle(file);
        recorder.tell(Kind.UPGRADE, "upgrade", Map.of("kept", file.name()), Map.of("reason", why));
    }
}
