package nl.tweespoor.live;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import nl.tweespoor.change.ChangePages;
import nl.tweespoor.change.Reason;
import nl.tweespoor.comparison.ComparedFiles;
import nl.tweespoor.engine.DeployedFiles;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.live.ModelVersions.Version;
import nl.tweespoor.overview.Words;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.stereotype.Component;

/** Puts a version live that was live before, or proposes it: as a deployment by whoever asks it, which passes the gate as any other. */
@Component
class PreviousVersions {

    private final ModelVersions versions;
    private final DeployedFiles files;
    private final RepositoryService repository;
    private final ComparedFiles compared;

    PreviousVersions(ModelVersions versions, DeployedFiles files, RepositoryService repository, ComparedFiles compared) {
        this.versions = versions;
        this.files = files;
        this.repository = repository;
        this.compared = compared;
    }

    /** None for the current version, and for one of which the file is not there any more. */
    Optional<PreviousVersion> find(ModelKind kind, String key, int number) {
        List<Version> all = versions.of(kind, key);
        return all.stream().skip(1).filter(version -> version.number() == number).findFirst()
                .flatMap(version -> files.find(version.deployment(), version.file()).map(file -> new PreviousVersion(version,
                        Words.moment(version.since()), files.all(version.deployment()).size(),
                        files.find(all.get(0).deployment(), all.get(0).file())
                                .map(now -> compared.of(now, file)).orElse(null))));
    }

    Optional<DeployedResource> file(ModelKind kind, String key, int number) {
        return versions.of(kind, key).stream().filter(version -> version.number() == number).findFirst()
                .flatMap(version -> files.find(version.deployment(), version.file()));
    }

    /**
     * @param whole with all files that went live together with it
     * @return where it is read as a proposal, when someone reviews it first
     * @throws Refusal without a reason, or when the gate refuses it
     */
    Optional<String> makeCurrent(PreviousVersion previous, String reason, boolean whole) {
        String why = Reason.checked(reason);
        Version version = previous.version();
        DeploymentBuilder deployment = repository.createDeployment()
                .name("Terug naar versie " + version.number() + " van " + version.key() + ": " + why);
        List<DeployedResource> sent = whole ? files.all(version.deployment())
                : files.find(version.deployment(), version.file()).stream().toList();
        sent.forEach(file -> deployment.addInputStream(file.baseName(), new ByteArrayInputStream(file.content())));
        return ChangePages.address(deployment.deploy().getId());
    }
}
