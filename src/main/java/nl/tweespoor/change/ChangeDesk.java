package nl.tweespoor.change;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.ProcessMessages;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.WholeDeployment;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a proposal on its page. */
@Component
class ChangeDesk {

    private final RepositoryService repository;
    private final ProcessMessages messages;
    private final Recorder recorder;
    private final TaskService tasks;
    private final FormService forms;
    private final ProposedFiles files;
    private final Proposals proposals;
    private final WholeDeployment deployment;

    ChangeDesk(RepositoryService repository, ProcessMessages messages, Recorder recorder, TaskService tasks, FormService forms, ProposedFiles files,
            Proposals proposals, WholeDeployment deployment) {
        this.repository = repository;
        this.messages = messages;
        this.recorder = recorder;
        this.tasks = tasks;
        this.forms = forms;
        this.files = files;
        this.proposals = proposals;
        this.deployment = deployment;
    }

    /**
     * As a deployment by whoever asks, and offered for review at once.
     *
     * @return the number of the proposal
     * @throws Refusal with all that is wrong
     */
    String propose(String title, String reason, List<DeployedResource> sent) {
        String why = Reason.checked(reason);
        if (title.isBlank()) {
            throw Refusal.invalid("Vul bij 'Wat wijzigt u?' in hoe dit voorstel heet.");
        }
        if (proposals.changed(sent).isEmpty()) {
            throw nothingChanges();
        }
        DeploymentBuilder deploying = repository.createDeployment().name(title.strip()).source(Proposals.SOURCE);
        sent.forEach(file -> deploying.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        String number = deploying.deploy().getId();
        tasks.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(ModelIds.EXPLAIN).list().forEach(task ->
                forms.submitTaskForm(task.getId(), Variables.putValue(ModelIds.OFFER, ModelIds.OFFERED).putValue(ModelIds.REASON, why)));
        return number;
    }

    /** @throws Refusal when the gate refuses them, and then the proposal stays as it was */
    @Transactional
    public void replace(String number, List<DeployedResource> sent) {
        List<DeployedResource> changed = proposals.changed(sent);
        if (changed.isEmpty()) {
            throw nothingChanges();
        }
        deployment.check(changed);
        files.replace(number, changed);
    }

    /** @throws Refusal without a reason, or when it doesn't wait any more */
    @Transactional
    public void stop(String number, String reason) {
        String why = Reason.checked(reason);
        recorder.tellAbout(number, Kind.MESSAGE, Map.of("message", ModelIds.STOPPED), Map.of("reason", why));
        if (!messages.bring(ModelIds.STOPPED, number, Map.of(ModelIds.STOPPED_BECAUSE, why))) {
            throw Refusal.conflict("Dit voorstel wacht niet meer op zijn dag. Open de pagina opnieuw om te zien waar het staat.");
        }
    }

    private static Refusal nothingChanges() {
        return Refusal.conflict("Deze bestanden staan al zo live. Er is niets te wijzigen.");
    }
}
