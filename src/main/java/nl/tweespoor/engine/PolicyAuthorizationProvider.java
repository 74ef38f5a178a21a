package nl.tweespoor.engine;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/**
 * Lets people read their own account, and gives nothing else: whose a task is stands in its groups and its assignee, see
 * {@link OwnTaskAuthorizationManager}. The engine's own provider writes rows at every change of a task.
 */
class PolicyAuthorizationProvider extends DefaultAuthorizationProvider {

    private final Rules rules;

    PolicyAuthorizationProvider(Rules rules) {
        this.rules = rules;
    }

    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(),
                rules.authorizations().onOwnAccount().toArray(Permission[]::new))};
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return null;
    }

    /** Models name groups; whoever is made owner or candidate by hand would get past the group. */
    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return null;
    }

    /** Who deploys reads what the table of roles says; deleting a deployment would take its dossiers along. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }
}
