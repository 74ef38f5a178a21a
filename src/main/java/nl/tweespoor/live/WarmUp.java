package nl.tweespoor.live;

import java.util.List;
import nl.tweespoor.engine.DeployedFiles;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.gate.Gate;
import nl.tweespoor.live.ModelVersions.Version;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks once at what is live, some time after the start. The first look at all models takes seconds longer than the next, and
 * Camunda Modeler gives up after five.
 */
@Component
class WarmUp {

    private final ModelVersions versions;
    private final DeployedFiles files;
    private final Gate gate;

    WarmUp(ModelVersions versions, DeployedFiles files, Gate gate) {
        this.versions = versions;
        this.files = files;
        this.gate = gate;
    }

    @Scheduled(initialDelayString = "${tweespoor.gate.warm-up-after}")
    void look() {
        List<DeployedResource> live = versions.all(ModelKind.PROCESS).values().stream().map(all -> all.get(0)).map(Version::deployment)
                .distinct().flatMap(deployment -> files.all(deployment).stream()).toList();
        gate.findings(live);
    }
}
