package nl.tweespoor.engine;

import java.util.List;

/**
 * Who acts, from the login and never from a form (invariant 10 of the domain).
 *
 * @param groups those of the login
 */
public record Actor(String userId, List<String> groups, StandInLookup standIns) {

    /** The ids of the users whose place this person takes in this task; none when acting for oneself. */
    public List<String> standsInFor(DossierTask task) {
        return standIns.representedBy(userId, task.groups());
    }
}
