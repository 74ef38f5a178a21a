package nl.tweespoor.handover;

import org.springframework.core.annotation.Order;
import java.util.List;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.Assignment;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.RemovalRule;
import nl.tweespoor.engine.TaskRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps invariant 2 of the domain: whoever acted as one head on a dossier never acts as the other. */
@Component
@Order(TaskRule.REFUSES + 1)
class Heads implements TaskRule, RemovalRule {

    private static final String INNOVATION = Group.HEAD_OF_INNOVATION.id();
    private static final String IMPLEMENTATION = Group.HEAD_OF_IMPLEMENTATION.id();

    private final JdbcClient jdbc;

    Heads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without a dossier nobody could remember which head acted, and whoever completed it would hear so after their work. */
    @Override
    public void appears(DossierTask task) {
        checkDossier(task);
    }

    @Override
    public void assigned(DossierTask task, Assignment to) {
        if (to.userId() != null) {
            check(task, to.userId());
        }
    }

    /** Refuses a task of one head to someone who already acted as the other. */
    private void check(DossierTask task, String userId) {
        for (String head : headsOf(task)) {
            String other = head.equals(INNOVATION) ? IMPLEMENTATION : INNOVATION;
            if (acted(task.dossierNumber(), other, userId)) {
                throw Refusal.forbidden("U trad in dit dossier al op als "
                        + (other.equals(INNOVATION) ? Group.HEAD_OF_INNOVATION : Group.HEAD_OF_IMPLEMENTATION).dutchName()
                        + ". De andere rol is voor iemand anders. Geef de taak terug aan de groep.");
            }
        }
    }

    private static void checkDossier(DossierTask task) {
        if (task.dossierNumber() == null && !headsOf(task).isEmpty()) {
            throw Refusal.conflict("Een taak van " + Group.HEAD_OF_INNOVATION.dutchName() + " of "
                    + Group.HEAD_OF_IMPLEMENTATION.dutchName() + " hoort bij een dossier."
                    + " Begin dit proces met het nummer van een dossier als kenmerk.");
        }
    }

    /** Remembers that this person acted as head, after checking that they may. */
    @Override
    public void completes(DossierTask task, Actor actor) {
        checkDossier(task);
        String userId = actor.userId();
        check(task, userId);
        for (String head : headsOf(task)) {
            if (!acted(task.dossierNumber(), head, userId)) {
                jdbc.sql("insert into dossier_head (dossier_number, head, user_id) values (:dossier, :head, :user)")
                        .param("dossier", task.dossierNumber()).param("head", head).param("user", userId).update();
            }
        }
    }

    @Override
    public void removed(String number) {
        jdbc.sql("delete from dossier_head where dossier_number = :number").param("number", number).update();
    }

    private boolean acted(String dossier, String head, String userId) {
        return jdbc.sql("select count(*) from dossier_head"
                        + " where dossier_number = :dossier and head = :head and user_id = :user")
                .param("dossier", dossier).param("head", head).param("user", userId)
                .query(Integer.class).single() > 0;
    }

    private static List<String> headsOf(DossierTask task) {
        return task.groups().stream().filter(group -> INNOVATION.equals(group) || IMPLEMENTATION.equals(group)).toList();
    }
}
