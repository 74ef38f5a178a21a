package nl.tweespoor.register;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.overview.DossierPolicy;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * The table of roles opens the register; here it stays closed all the same for who may not see every dossier. What belongs to no
 * dossier, such as an erasure or who stands in for whom, and the controls are for who audits or administers.
 */
@Component
class RegisterPolicy {

    private static final Set<String> AUDIT = Set.of(Group.AUDITOR.id(), Groups.CAMUNDA_ADMIN);

    private final CurrentUser currentUser;

    RegisterPolicy(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    void checkReads() {
        check(DossierPolicy.opensAll(groups()));
    }

    void checkAudits() {
        check(audits());
    }

    boolean audits() {
        return !Collections.disjoint(AUDIT, groups());
    }

    private List<String> groups() {
        return currentUser.groups();
    }

    private static void check(boolean may) {
        if (!may) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
