package nl.tweespoor.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentAtStart;
import nl.tweespoor.engine.DeploymentGate;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test makes as if an older program had started here before, and then starts the program of today. */
@EngineTest
@ExcludeFromProcessCoverage
@ExtendWith(OutputCaptureExtension.class)
class UpgradeTest {

    private static final String FORM = "read-answer.form";
    private static final String OTHER = "report-opportunity.form";

    @Autowired
    RepositoryService repository;
    @Autowired
    DeploymentAtStart start;
    @Autowired
    ShippedFiles files;
    @Autowired
    ShippedFileRepository shipped;
    @Autowired
    LedgerReader ledger;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ResourcePatternResolver resolver;
    @Autowired
    CamundaBpmProperties properties;
    @Autowired
    DeploymentGate gate;
    @Autowired
    Recorder recorder;

    private final Set<String> deployments = new HashSet<>();

    @BeforeEach
    void remember() {
        repository.createDeploymentQuery().list().forEach(deployment -> deployments.add(deployment.getId()));
    }

    @AfterEach
    void takeBack() {
        newDeployments().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        shipped.replaceAll(files.read().stream()
                .map(file -> new ShippedFile(file.baseName(), file.content(), file.content())).toList());
    }

    @Test
    void restartLeavesWhatTheOrganisationPutLive() {
        putLive(changed(FORM, "hier"));

        restart();

        assertThat(newDeployments()).hasSize(1);
        assertThat(live(FORM)).isEqualTo(changed(FORM, "hier").content());
    }

    @Test
    void whatOnlyTheProgramChangedGoesLiveWithAllThatBelongsToIt() {
        olderProgramHad(changed(FORM, "vroeger"));
        putLive(changed(FORM, "vroeger"));

        restart();

        assertThat(live(FORM)).isEqualTo(brought(FORM).content());
        assertThat(newDeployments()).hasSize(2);
        assertThat(repository.getDeploymentResourceNames(newest().getId())).contains("innovation.bpmn", "periods.dmn", OTHER);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatOnlyTheOrganisationChangedStaysWhenTheRestIsUpgraded() {
        olderProgramHad(changed(OTHER, "vroeger"));
        putLive(changed(OTHER, "vroeger"));
        putLive(changed(FORM, "hier"));

        restart();

        assertThat(live(OTHER)).isEqualTo(brought(OTHER).content());
        assertThat(live(FORM)).isEqualTo(changed(FORM, "hier").content());
        assertThat(repository.getDeploymentResourceNames(newest().getId())).contains(FORM, OTHER, "innovation.bpmn");
        assertThat(waiting()).isEmpty();
    }

    @Test
    @OnPostgresToo
    void whatBothChangedWaitsAndIsInTheLedger() {
        olderProgramHad(changed(FORM, "vroeger"));
        putLive(changed(FORM, "hier"));

        restart();

        assertThat(newDeployments()).hasSize(1);
        assertThat(live(FORM)).isEqualTo(changed(FORM, "hier").content());
        assertThat(waiting()).containsExactly(FORM);
        assertThat(ledger.newestOfEach(Kind.UPGRADE.word())).singleElement()
                .satisfies(entry -> assertThat(entry.facts()).isEqualTo(Map.of("waits", FORM)));
        restart();
        assertThat(newDeployments()).as("after one more restart").hasSize(1);
    }

    @Test
    void whatDoesNotFitWithTheChangesOfTheOrganisationWaitsAsAWhole() {
        olderProgramHad(changed(OTHER, "vroeger"));
        putLive(changed(OTHER, "vroeger"));
        putLive(new DeployedResource("select-opportunity.form", text(brought("select-opportunity.form"))
                .replace("\"value\": \"notNow\"", "\"value\": \"later\"").getBytes(StandardCharsets.UTF_8)));

        restart();

        assertThat(newDeployments()).hasSize(2);
        assertThat(live(OTHER)).isEqualTo(changed(OTHER, "vroeger").content());
        assertThat(waiting()).containsExactly(OTHER);
    }

    /** The organisation names its files as it likes. */
    @Test
    void fileOfTheOrganisationUnderAnotherNameIsKnownByWhatIsInIt() {
        olderProgramHad(changed(OTHER, "vroeger"));
        putLive(changed(OTHER, "vroeger"));
        putLive(new DeployedResource(OTHER.replace("opportunity", "kans"), changed(FORM, "hier").content()));

        restart();

        assertThat(live(FORM)).isEqualTo(changed(FORM, "hier").content());
        assertThat(live(OTHER)).isEqualTo(brought(OTHER).content());
    }

    @Test
    void fileInTheFolderGoesLiveInThePlaceOfThatOfTheProgramAndGoesWithIt(@TempDir Path folder) throws IOException {
        // Under a name of its own, in a folder in it, beside what is no model.
        Path file = Files.createDirectories(folder.resolve("antwoorden")).resolve("antwoord.form");
        Files.write(file, changed(FORM, "map").content());
        Files.writeString(folder.resolve("README.md"), "Geen model");

        startWith(folder);

        assertThat(live(FORM)).isEqualTo(changed(FORM, "map").content());
        assertThat(repository.getDeploymentResourceNames(newest().getId())).contains("antwoord.form", "innovation.bpmn")
                .doesNotContain(FORM, "README.md");
        startWith(folder);
        assertThat(newDeployments()).as("after one more restart").hasSize(1);
        Files.delete(file);
        startWith(folder);
        assertThat(live(FORM)).isEqualTo(brought(FORM).content());
    }

    @Test
    void whatIsWrongInTheFolderLeavesAllThatIsLiveAndIsSaid(@TempDir Path folder, CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("periods.dmn"), text(brought("periods.dmn")).replace("\"P14D\"", "\"14 dagen\""));

        startWith(folder);

        assertThat(newDeployments()).isEmpty();
        assertThat(waiting()).containsExactly("periods.dmn");
        assertThat(output).contains("14 dagen");
    }

    @Test
    void folderThatIsNotThereStopsTheStart(@TempDir Path folder) {
        assertThatIllegalStateException().isThrownBy(() -> startWith(folder.resolve("weg"))).withMessageContaining("weg")
                .withMessageContaining("TWEESPOOR_MODELS");
    }

    private void restart() {
        start.afterSingletonsInstantiated();
    }

    private void startWith(Path folder) {
        start.putLive(new Upgrade(new ShippedFiles(resolver, properties, gate, folder), shipped, gate, recorder));
    }

    private void olderProgramHad(DeployedResource file) {
        shipped.replaceAll(files.read().stream().map(today -> today.baseName().equals(file.name()) ? file : today)
                .map(then -> new ShippedFile(then.baseName(), then.content(), then.content())).toList());
    }

    private void putLive(DeployedResource file) {
        repository.createDeployment().addString(file.name(), text(file)).deploy();
    }

    private DeployedResource changed(String name, String mark) {
        return new DeployedResource(name, text(brought(name)).replaceFirst("\"text\": \"", "\"text\": \"" + mark + " ")
                .getBytes(StandardCharsets.UTF_8));
    }

    private DeployedResource brought(String name) {
        return files.read().stream().filter(file -> file.baseName().equals(name)).findFirst().orElseThrow();
    }

    private static String text(DeployedResource file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    private List<String> waiting() {
        return shipped.all().values().stream().filter(ShippedFile::waits).map(ShippedFile::name).toList();
    }

    private List<Deployment> newDeployments() {
        return repository.createDeploymentQuery().orderByDeploymentTime().asc().list().stream()
                .filter(deployment -> !deployments.contains(deployment.getId())).toList();
    }

    private Deployment newest() {
        return newDeployments().get(newDeployments().size() - 1);
    }

    /** As the engine finds a form by its id. */
    private byte[] live(String form) {
        String id = form.substring(0, form.indexOf('.'));
        return jdbc.sql("""
                select b.bytes_ from act_re_camformdef f join act_ge_bytearray b
                    on b.deployment_id_ = f.deployment_id_ and b.name_ = f.resource_name_
                    where f.key_ = ? order by f.version_ desc""").param(id).query(byte[].class).list().get(0);
    }
}
