package nl.tweespoor.ledger;

import java.util.List;
import java.util.Map;

/**
 * Something that happened, as whoever saw it tells the ledger.
 *
 * @param chain    the number of the dossier, or {@link #NO_DOSSIER}: letters, digits and {@code . _ -}
 * @param kind     a word of the caller's own closed list, such as {@code task}
 * @param step     where in a process, or {@link Step#NONE}
 * @param who      from the login, never from a form
 * @param decision what came out, or {@link Decision#NONE}
 * @param basis    the exact form, model and table it rested on
 * @param facts    what the system knows besides (id of the task, name of the message); hashed as it is, so never what a
 *                 person typed and never a person's name
 * @param values   what people typed, and names of persons: hashed by a commitment only, so that each can be erased. The
 *                 reason of a decision is one of them
 */
public record Entry(String chain, String kind, Step step, Who who, Decision decision, List<Basis> basis,
        Map<String, String> values, Map<String, String> facts) {

    /** The chain of what belongs to no dossier. */
    public static final String NO_DOSSIER = "general";

    /**
     * A place in a model.
     *
     * @param name what people read on it
     */
    public record Step(String process, Integer version, String element, String name) {

        public static final Step NONE = new Step(null, null, null, null);
    }

    /**
     * Who did it.
     *
     * @param actor       the id of the account; null when a part of the system did it
     * @param groups      of the actor at that moment
     * @param standsInFor ids of the absent whose groups it was done with
     * @param system      the part of the system; null when a person did it
     */
    public record Who(String actor, List<String> groups, List<String> standsInFor, String system) {

        public static Who person(String actor, List<String> groups, List<String> standsInFor) {
            return new Who(actor, groups, standsInFor, null);
        }

        public static Who system(String part) {
            return new Who(null, List.of(), List.of(), part);
        }
    }

    /**
     * What was decided.
     *
     * @param outcome       a word of a closed list
     * @param advice        what a table or a council advised; null when nothing did
     * @param againstAdvice null when there was no advice
     */
    public record Decision(String outcome, String advice, Boolean againstAdvice) {

        public static final Decision NONE = new Decision(null, null, null);
    }

    /**
     * A file that it rested on.
     *
     * @param kind       such as {@code form}, {@code bpmn}, {@code dmn}
     * @param deployment the id of the deployment it came from
     * @param sha256     of the file, in lower-case hexadecimal digits
     */
    public record Basis(String kind, String name, String deployment, String sha256) {
    }
}
