package nl.tweespoor.recording;

import java.util.List;

/** Names in an entry. A name of a variable has no hyphen, so what the engine adds is never mistaken for an answer. */
public final class Facts {

    public static final String TASK = "task-id";
    public static final String PROCESS = "process-id";
    /** The groups that may do the task, with commas in between; none for a task of one person. */
    public static final String GROUPS = "task-groups";
    /** There when whoever did the task is in none of those groups, and the model names them. */
    public static final String NAMED = "named-by-model";
    /** The name of the answer that is the reason; none when the form asks no reason for this outcome. */
    public static final String REASON = "reason-in";
    /** The name of the answer that says why it goes against the advice. */
    public static final String REASON_AGAINST = "reason-against-in";
    public static final String OUTCOME_LABEL = "outcome-label";
    /** What was advised, as the form called it. */
    public static final String ADVICE_LABEL = "advice-label";
    /** The name of the team whose task it was to do or decide; none for what is of no team. */
    public static final String TEAM = "team";
    public static final String DEPLOYMENT = "deployment";
    /** The name of who decided, and for whom they stood in. A value, so that it can be erased. */
    public static final String BY = "done-by";

    /** Before the name of the rule in the fact of an advice that tells its annotation. */
    static final String RULE = "rule ";

    private static final String BETWEEN = ", ";
    private static final String STANDS_IN = ", vervangt ";

    private Facts() {
    }

    /** A step as its form is headed. */
    static String step(String name, String team) {
        return team == null || team.isEmpty() ? name : name + ": " + team;
    }

    static String list(List<String> words) {
        return String.join(BETWEEN, words);
    }

    /** The name of who did something, with the names of the absent in whose place. */
    static String by(String name, String absent) {
        return absent.isEmpty() ? name : name + STANDS_IN + absent;
    }

    /** Who did it, and then in whose place, if that was in someone's; of {@link #BY}. */
    static List<String> doneBy(String by) {
        return List.of(by.split(STANDS_IN, 2));
    }

    /** What a fact that is a list holds; nothing when there is no such fact. */
    public static List<String> listed(String fact) {
        return fact == null ? List.of() : List.of(fact.split(BETWEEN));
    }
}
