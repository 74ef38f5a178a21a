package nl.tweespoor.role;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A row of {@code roles.csv}: what a group may do. The columns say it in words of an auditor; {@link RoleAuthorizations} turns them
 * into the engine's.
 *
 * @param group      its id, as the models name it
 * @param name       as people read it
 * @param opens      the web applications, and our own pages by the first word of their address
 * @param starts     the ids of processes that its members start by hand
 * @param worksOn    the tasks that its members take, give back, hand to each other and complete
 * @param reads      what else its members see
 * @param deploys    whether its members put models live
 * @param administers whether its members change accounts, and repair what went wrong
 */
@JsonPropertyOrder({"group", "name", "opens", "starts", "works on", "reads", "deploys", "administers"})
record Role(String group, String name, String opens, String starts, @JsonProperty("works on") String worksOn,
        String reads, String deploys, String administers) {

    static final String EVERYTHING = "everything";
    private static final String NOTHING = "nothing";
    private static final String OWN_TASKS = "own tasks";

    Role {
        known("opens", opens, "tasklist", "welcome", "cockpit", "admin", "dossiers", "strategy", "register", "processes", NOTHING);
        known("works on", worksOn, OWN_TASKS, EVERYTHING, NOTHING);
        known("reads", reads, OWN_TASKS, "diagrams", "models", EVERYTHING, NOTHING);
        known("deploys", deploys, "yes", "no");
        known("administers", administers, "yes", "no");
        if (words(starts).isEmpty()) {
            throw new IllegalArgumentException("roles.csv says nothing in the column 'starts'");
        }
        if (isYes(administers) != EVERYTHING.equals(worksOn)) {
            throw new IllegalArgumentException("roles.csv lets only who administers work on everything");
        }
    }

    Set<String> applications() {
        return Set.copyOf(mentioned(opens));
    }

    List<String> processes() {
        return mentioned(starts);
    }

    boolean worksOnOwnTasks() {
        return words(worksOn).contains(OWN_TASKS);
    }

    boolean seesDiagrams() {
        return words(reads).contains("diagrams");
    }

    boolean readsModels() {
        return words(reads).contains("models");
    }

    boolean readsEverything() {
        return words(reads).contains(EVERYTHING);
    }

    boolean mayDeploy() {
        return isYes(deploys);
    }

    boolean isAdministrator() {
        return isYes(administers);
    }

    private static boolean isYes(String cell) {
        return "yes".equals(cell);
    }

    private static List<String> mentioned(String cell) {
        return words(cell).stream().filter(word -> !NOTHING.equals(word)).toList();
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    /** A word that means nothing to us could be meant to take something away. */
    private static void known(String column, String cell, String... words) {
        List<String> unknown = words(cell).stream().filter(word -> !List.of(words).contains(word)).toList();
        if (!unknown.isEmpty() || words(cell).isEmpty()) {
            throw new IllegalArgumentException("roles.csv says '" + cell + "' in the column '" + column
                    + "', which knows only: " + String.join(", ", words));
        }
    }
}
