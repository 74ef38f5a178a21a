package nl.tweespoor.openpoint;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.tweespoor.account.Group;
import nl.tweespoor.dossier.Reporters;
import nl.tweespoor.engine.Memberships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which dossiers are someone's concern: reported by them, with a task that is or was theirs or of their groups, or in their team. */
@Component
class Concerned {

    private static final int MOST_REPORTS = 1000;
    /** Of these every dossier is the concern. */
    private static final Set<String> SEE_ALL = Set.of(Group.BOARD.id(), Group.MANAGEMENT_TEAM.id(), Group.HEAD_OF_INNOVATION.id(),
            Group.HEAD_OF_IMPLEMENTATION.id());

    private final JdbcClient jdbc;
    private final Reporters reporters;
    private final Memberships memberships;

    Concerned(JdbcClient jdbc, Reporters reporters, Memberships memberships) {
        this.jdbc = jdbc;
        this.reporters = reporters;
        this.memberships = memberships;
    }

    /** Which of these numbers are the concern of this person. */
    Set<String> among(Collection<String> numbers, String userId) {
        List<String> groups = memberships.groupsOf(userId);
        if (groups.stream().anyMatch(SEE_ALL::contains)) {
            return Set.copyOf(numbers);
        }
        Set<String> concerned = new HashSet<>(reporters.reportedBy(userId, 0, MOST_REPORTS));
        concerned.addAll(jdbc.sql("select distinct P.BUSINESS_KEY_ from ACT_HI_TASKINST T join ACT_HI_PROCINST P"
                + " on P.PROC_INST_ID_ = T.PROC_INST_ID_ where T.ASSIGNEE_ = :user").param("user", userId).query(String.class).list());
        if (!groups.isEmpty()) {
            concerned.addAll(jdbc.sql("select distinct P.BUSINESS_KEY_ from ACT_RU_IDENTITYLINK L join ACT_RU_TASK T on T.ID_ = L.TASK_ID_"
                    + " join ACT_HI_PROCINST P on P.PROC_INST_ID_ = T.PROC_INST_ID_ where L.TYPE_ = 'candidate' and L.GROUP_ID_ in (:groups)"
                    + " union select distinct P.BUSINESS_KEY_ from ACT_RU_VARIABLE V join ACT_HI_PROCINST P on P.PROC_INST_ID_ = V.PROC_INST_ID_"
                    + " where V.NAME_ = :team and V.TEXT_ in (:groups)").param("groups", groups).param("team", ModelIds.TEAM)
                    .query(String.class).list());
        }
        concerned.retainAll(numbers);
        return concerned;
    }
}
