package nl.tweespoor.engine;

import java.util.List;

/** Knows who stands in for whom. */
public interface StandInLookup {

    /**
     * The ids of the users for whom this person does a task of these groups; none when it is a task of their own.
     */
    List<String> representedBy(String userId, List<String> taskGroups);

    /** Whether a colleague does the tasks of this person now. */
    boolean isAway(String userId);
}
