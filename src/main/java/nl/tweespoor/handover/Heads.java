package nl.tweespoor.handover;

import java.util.List;
import nl.tweespoor.refusal.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps invariant 2 of the domain: whoever acted as one head on a dossier never acts as the other. */
@Component
public class Heads {

    private static final String INNOVATION = "head-of-innovation";
    private static final String IMPLEMENTATION = "head-of-implementation";

    private final JdbcClient jdbc;

    Heads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses a task of one head to someone who already acted as the other. */
    public void check(DelegateTask task, String userId) {
        for (String head : headsOf(task)) {
            String other = head.equals(INNOVATION) ? IMPLEMENTATION : INNOVATION;
            if (acted(dossierOf(task), other, userId)) {
                throw Refusal.forbidden("U trad in dit dossier al op als "
                        + (other.equals(INNOVATION) ? "Hoofd Innovatie" : "Hoofd Implementatie")
                        + ". De andere rol is voor iemand anders. Geef de taak terug aan de groep.");
            }
        }
    }

    /** Remembers that this person acted as head, after checking that they may. */
    public void act(DelegateTask task, String userId) {
        check(task, userId);
        for (String head : headsOf(task)) {
            if (!acted(dossierOf(task), head, userId)) {
                jdbc.sql("insert into dossier_head (dossier_number, head, user_id) values (:dossier, :head, :user)")
                        .param("dossier", dossierOf(task)).param("head", head).param("user", userId).update();
            }
        }
    }

    private boolean acted(String dossier, String head, String userId) {
        return jdbc.sql("select count(*) from dossier_head"
                        + " where dossier_number = :dossier and head = :head and user_id = :user")
                .param("dossier", dossier).param("head", head).param("user", userId)
                .query(Integer.class).single() > 0;
    }

    /** Not from the variable of that name: a caller can submit another number with the task. */
    private static String dossierOf(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }

    private static List<String> headsOf(DelegateTask task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId)
                .filter(group -> INNOVATION.equals(group) || IMPLEMENTATION.equals(group)).toList();
    }
}
