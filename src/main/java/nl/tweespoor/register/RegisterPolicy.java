package nl.tweespoor.register;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.overview.DossierPolicy;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.Reading.Kind;
import nl.tweespoor.reading.Reading.Subject;
import nl.tweespoor.reading.ReadingLog;
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
    private final ReadingLog readings;

    RegisterPolicy(CurrentUser currentUser, ReadingLog readings) {
        this.currentUser = currentUser;
        this.readings = readings;
    }

    /** Who asks this gets it, and that is on record first; or it isn't there for them, and that they tried is. */
    void checkReads(Action action, Map<String, String> asked) {
        check(DossierPolicy.opensAll(groups()), action, asked.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue()).collect(Collectors.joining("&")));
    }

    void checkAudits() {
        check(audits(), Action.READ, "controls");
    }

    boolean audits() {
        return !Collections.disjoint(AUDIT, groups());
    }

    private List<String> groups() {
        return currentUser.groups();
    }

    private void check(boolean may, Action action, String detail) {
        Subject subject = new Subject(Kind.REGISTER, detail, null);
        if (!may) {
            readings.refuses(action, subject);
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        readings.gives(action, subject);
    }
}
