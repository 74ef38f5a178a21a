package nl.tweespoor.dossier;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.RemovalRule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows who reported a dossier, so that nobody decides alone on what they reported. Not from the variable of that name,
 * and also who reported another dossier that was joined to it. Who they are stands here only, and not among what tasks show: the
 * name of who keeps it back is for the answer alone.
 */
@Component("reporters")
public class Reporters implements RemovalRule {

    private static final String KEPT_BACK = "colleague";

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Memberships memberships;

    Reporters(JdbcClient jdbc, CurrentUser currentUser, Memberships memberships) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.memberships = memberships;
    }

    /**
     * Whoever is logged in when a dossier opens reported it; a process without a login has no reporter.
     *
     * @param shown how others read of them; who chose nothing keeps the name back
     */
    void remember(String dossierNumber, String shown) {
        currentUser.id().ifPresent(userId ->
                jdbc.sql("insert into dossier_reporter (dossier_number, user_id, reported_at, shown) values (:dossier, :user, :now, :shown)")
                        .param("dossier", dossierNumber).param("user", userId)
                        .param("now", Timestamp.from(EngineClock.now()))
                        .param("shown", ModelIds.BY_NAME.equals(shown) ? ModelIds.BY_NAME : KEPT_BACK).update());
    }

    /** The report goes on in another dossier, and so do its reporters. */
    public void join(DelegateExecution dossier) {
        jdbc.sql("insert into dossier_reporter (dossier_number, user_id, reported_at, shown)"
                        + " select :joined, mine.user_id, mine.reported_at, mine.shown"
                        + " from dossier_reporter mine where mine.dossier_number = :dossier and not exists (select 1"
                        + " from dossier_reporter there where there.dossier_number = :joined"
                        + " and there.user_id = mine.user_id)")
                .param("joined", dossier.getVariable(ModelIds.JOINED_DOSSIER))
                .param("dossier", dossier.getProcessBusinessKey()).update();
    }

    /** The numbers of what this person reported, newest first; by {@code dossier_reporter_by_user}. */
    public List<String> reportedBy(String userId, int skipped, int most) {
        return jdbc.sql("select dossier_number from dossier_reporter where user_id = :user order by user_id, reported_at desc,"
                        + " dossier_number desc offset :skipped rows fetch next :most rows only").param("user", userId)
                .param("skipped", skipped).param("most", most).query(String.class).list();
    }

    /** For the models: who can still be answered, the first who reported first. */
    public List<String> withAccount(DelegateExecution dossier) {
        return of(dossier.getProcessBusinessKey()).stream().filter(memberships::hasAccount).toList();
    }

    /** Those whose name others read too. */
    public List<String> named(String dossierNumber) {
        Set<String> keptBack = keptBack(dossierNumber);
        return of(dossierNumber).stream().filter(reporter -> !keptBack.contains(reporter)).toList();
    }

    /** Those whose name others don't read. */
    public Set<String> keptBack(String dossierNumber) {
        return Set.copyOf(jdbc.sql("select user_id from dossier_reporter where dossier_number = :dossier and shown = :shown")
                .param("dossier", dossierNumber).param("shown", KEPT_BACK).query(String.class).list());
    }

    public boolean include(String dossierNumber, String userId) {
        return of(dossierNumber).contains(userId);
    }

    /** Whether the person who completes this step is one of them. */
    public boolean isActing(DelegateExecution step) {
        return currentUser.id().filter(userId -> include(step.getProcessBusinessKey(), userId)).isPresent();
    }

    public boolean areIn(DelegateExecution step, String groupId) {
        return areIn(step.getProcessBusinessKey(), List.of(groupId));
    }

    /** Whether one of them is a member of one of these groups. */
    boolean areIn(String dossierNumber, List<String> groupIds) {
        return of(dossierNumber).stream().anyMatch(reporter ->
                memberships.groupsOf(reporter).stream().anyMatch(groupIds::contains));
    }

    @Override
    public void removed(String number) {
        jdbc.sql("delete from dossier_reporter where dossier_number = :number").param("number", number).update();
    }

    List<String> of(String dossierNumber) {
        return jdbc.sql("select user_id from dossier_reporter where dossier_number = :dossier order by reported_at, user_id")
                .param("dossier", dossierNumber).query(String.class).list();
    }
}
