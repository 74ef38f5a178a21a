package nl.tweespoor.hardening;

import java.util.List;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/**
 * The last administrator stays. Camunda Admin lets anyone make themselves administrator while there is none
 * (CVE-2026-77226), and without one nobody could put it right.
 */
class LastAdministratorIdentityService extends IdentityServiceImpl {

    @Override
    public void deleteUser(String userId) {
        refuseIfLast(userId);
        super.deleteUser(userId);
    }

    @Override
    public void deleteMembership(String userId, String groupId) {
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            refuseIfLast(userId);
        }
        super.deleteMembership(userId, groupId);
    }

    @Override
    public void deleteGroup(String groupId) {
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            throw Refusal.forbidden("De groep van beheerders kan niet weg: zonder die groep beheert niemand Tweespoor.");
        }
        super.deleteGroup(groupId);
    }

    private void refuseIfLast(String userId) {
        if (administrators().equals(List.of(String.valueOf(userId)))) {
            throw Refusal.conflict("Dit is de laatste beheerder. Maak eerst iemand anders beheerder.");
        }
    }

    private List<String> administrators() {
        return getCommandExecutor().execute(context -> context.runWithoutAuthorization(() ->
                createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream().map(User::getId).toList()));
    }
}
