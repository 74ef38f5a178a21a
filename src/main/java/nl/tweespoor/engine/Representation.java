package nl.tweespoor.engine;

import java.util.List;

/** Knows who stands in for whom. */
public interface Representation {

    /**
     * The ids of the users for whom this person does a task of these groups; none when it is a task of their own.
     *
     * @param actorGroups the groups that the person is in now, lent ones too
     */
    List<String> representedBy(String userId, List<String> actorGroups, List<String> taskGroups);
}
