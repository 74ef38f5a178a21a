package nl.tweespoor.change;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.RoleHolder;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentGate;
import nl.tweespoor.engine.ProposalRule;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.StoredModels;
import nl.tweespoor.engine.WholeDeployment;
import nl.tweespoor.role.RolePages;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * What is sent to the engine becomes a proposal, whichever way it comes in. Two things go live at once: what an administrator sends,
 * for an emergency, and what was live before and is put live again as it was, unless the table says that someone reviews that too.
 */
@Component
class Proposals implements ProposalRule {

    /** Says that also an administrator only proposes. */
    static final String SOURCE = "Tweespoor, voorstel";

    private static final String PREFIX = "M-";
    private static final int OF_THE_ID = 8;
    private static final int LONGEST_TITLE = 150;

    private final RolePages roles;
    private final StoredModels stored;
    private final WholeDeployment live;
    private final ProposedFiles files;
    private final RuntimeService runtime;
    private final DecisionService decisions;
    private final DeploymentGate gate;

    Proposals(RolePages roles, StoredModels stored, WholeDeployment live, ProposedFiles files, RuntimeService runtime,
            DecisionService decisions, DeploymentGate gate) {
        this.roles = roles;
        this.stored = stored;
        this.live = live;
        this.files = files;
        this.runtime = runtime;
        this.decisions = decisions;
        this.gate = gate;
    }

    @Override
    public boolean isOnlyProposed(Actor by, String source, List<DeployedResource> sent) {
        return (SOURCE.equals(source) || !roles.letAdminister(by.groups())) && !(sent.stream().allMatch(stored::wereLive) && goBackAtOnce(sent));
    }

    private boolean goBackAtOnce(List<DeployedResource> sent) {
        String ids = changed(sent).stream().flatMap(file -> gate.idsIn(file).stream()).distinct().sorted().collect(Collectors.joining(","));
        return ids.isEmpty() || ModelIds.AT_ONCE.equals(decisions.evaluateDecisionTableByKey(ModelIds.APPROVAL)
                .variables(Variables.putValue(ModelIds.CHANGED_IDS, ids)).evaluate().getSingleResult().get(ModelIds.PUTTING_BACK));
    }

    @Override
    public String propose(Actor by, String name, List<DeployedResource> sent) {
        List<DeployedResource> changed = changed(sent);
        String number = PREFIX + UUID.randomUUID().toString().substring(0, OF_THE_ID);
        files.replace(number, changed);
        runtime.createMessageCorrelation(ModelIds.PROPOSED).processInstanceBusinessKey(number)
                .setVariable(ModelIds.DOSSIER_NUMBER, number).setVariable(ModelIds.TITLE, title(name, changed))
                .setVariable(ModelIds.REQUESTED_BY, by.userId()).setVariable(ModelIds.PROPOSER, proposer(by).written())
                .correlateStartMessage();
        return number;
    }

    /** Those that are live as they are change nothing. */
    List<DeployedResource> changed(List<DeployedResource> sent) {
        return live.differentFromLive(sent);
    }

    private static RoleHolder proposer(Actor by) {
        return new RoleHolder(by.groups().contains(Group.PROCESS_OWNER.id()) ? Group.PROCESS_OWNER.id() : by.groups().get(0), by.userId());
    }

    private static String title(String name, List<DeployedResource> changed) {
        String title = "Wijziging: " + (name == null || name.isBlank() ? changed.get(0).baseName() : name.strip());
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
    }
}
