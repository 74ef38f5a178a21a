package nl.tweespoor.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;

/** What the engine lets people do with a task of their group or of themselves, and with their own account. */
public interface AuthorizationPolicy {

    /** On a task whose model names this group; none closes it. */
    List<Permission> ofGroup(String groupId);

    /** On a task that this person has; none closes it. */
    List<Permission> ofAssignee(String userId);

    List<Permission> onOwnAccount();
}
