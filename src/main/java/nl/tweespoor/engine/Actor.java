package nl.tweespoor.engine;

import java.util.List;

/**
 * Who acts, from the login and never from a form (invariant 10 of the domain).
 *
 * @param groups the groups of this moment
 */
public record Actor(String userId, List<String> groups, Representation representation) {

    /** The ids of the users whose place this person takes in this task; none when acting for oneself. */
    public List<String> standsInFor(DossierTask task) {
        return representation.representedBy(userId, groups, task.groups());
    }
}
