package nl.tweespoor.standin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.RemovalRule;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Makes a stand-in a member of the groups of who is absent, in the engine's own identity service, so that all that
 * reads groups follows. The table knows which memberships are lent, and by whom: taking back leaves what a colleague has
 * of their own, or still has from someone else.
 */
@Component
class LentGroups implements RemovalRule {

    /** Not to be given away: whoever may do everything, and whoever must change nothing. */
    private static final Set<String> NEVER_LENT = Set.of(Groups.CAMUNDA_ADMIN, Group.AUDITOR.id());
    private static final String NUMBER = "V-";
    private static final String RUNNING = " from stand_in s join stand_in_group g on g.stand_in_id = s.id"
            + " where s.ended_at is null and s.stand_in = :user";

    private final JdbcClient jdbc;
    private final IdentityService identityService;
    private final Memberships memberships;

    LentGroups(JdbcClient jdbc, IdentityService identityService, Memberships memberships) {
        this.jdbc = jdbc;
        this.identityService = identityService;
        this.memberships = memberships;
    }

    /** @return the number of the stand-in */
    String plan(String processInstanceId, String absent, LocalDate firstDay, LocalDate lastDay) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into stand_in (process_instance_id, absent, first_day, last_day)"
                        + " values (:process, :absent, :first, :last)")
                .param("process", processInstanceId).param("absent", absent)
                .param("first", firstDay).param("last", lastDay).update(key, "id");
        return NUMBER + key.getKey();
    }

    /** @return false when there is nothing to lend any more, because the last day has passed or it was ended */
    boolean lend(String processInstanceId, String standIn) {
        int begun = jdbc.sql("update stand_in set stand_in = :user, begun_at = :now where process_instance_id = :process"
                        + " and begun_at is null and ended_at is null and last_day >= :today")
                .param("user", standIn).param("now", now()).param("process", processInstanceId)
                .param("today", DutchTime.today()).update();
        if (begun == 0) {
            return false;
        }
        String absent = jdbc.sql("select absent from stand_in where process_instance_id = :process")
                .param("process", processInstanceId).query(String.class).single();
        Set<String> has = groupsOf(standIn);
        Set<String> own = ownGroupsOf(standIn);
        for (String group : ownGroupsOf(absent)) {
            if (own.contains(group)) {
                continue;
            }
            if (!has.contains(group)) {
                identityService.createMembership(standIn, group);
            }
            jdbc.sql("insert into stand_in_group (stand_in_id, group_id)"
                            + " select id, :group from stand_in where process_instance_id = :process")
                    .param("group", group).param("process", processInstanceId).update();
        }
        return true;
    }

    /** The groups that this stand-in has from who is absent. */
    List<String> lentBy(String processInstanceId) {
        return jdbc.sql("select g.group_id from stand_in s join stand_in_group g on g.stand_in_id = s.id"
                        + " where s.process_instance_id = :process order by g.group_id")
                .param("process", processInstanceId).query(String.class).list();
    }

    /** @return the groups that the stand-in is no longer in */
    List<String> takeBack(String processInstanceId) {
        record Loan(String standIn, String group) {
        }
        List<Loan> loans = jdbc.sql("select s.stand_in, g.group_id from stand_in s join stand_in_group g"
                        + " on g.stand_in_id = s.id where s.process_instance_id = :process and s.ended_at is null")
                .param("process", processInstanceId)
                .query((row, i) -> new Loan(row.getString("stand_in"), row.getString("group_id"))).list();
        jdbc.sql("update stand_in set ended_at = :now where process_instance_id = :process and ended_at is null")
                .param("now", now()).param("process", processInstanceId).update();
        List<Loan> over = loans.stream().filter(loan -> !lentTo(loan.standIn()).contains(loan.group())).toList();
        over.forEach(loan -> identityService.deleteMembership(loan.standIn(), loan.group()));
        return over.stream().map(Loan::group).toList();
    }

    @Override
    public void removed(String number) {
        String over = " in (select id from stand_in where '" + NUMBER + "' || id = :number and ended_at is not null)";
        jdbc.sql("delete from stand_in_group where stand_in_id" + over).param("number", number).update();
        jdbc.sql("delete from stand_in where id" + over).param("number", number).update();
    }

    /** What this person may lend to another: not what they have from someone else. */
    Set<String> ownGroupsOf(String userId) {
        Set<String> own = groupsOf(userId);
        own.removeAll(lentTo(userId));
        own.removeAll(NEVER_LENT);
        return own;
    }

    /** Who lent this person one of these groups; nobody when they have one of these groups of their own. */
    List<String> lendersOf(String userId, List<String> groupIds) {
        Set<String> lent = lentTo(userId);
        if (groupIds.isEmpty() || lent.isEmpty()) {
            return List.of();
        }
        Set<String> own = groupsOf(userId);
        own.removeAll(lent);
        if (groupIds.stream().anyMatch(own::contains)) {
            return List.of();
        }
        return jdbc.sql("select distinct s.absent" + RUNNING + " and g.group_id in (:groups) order by s.absent")
                .param("user", userId).param("groups", groupIds).query(String.class).list();
    }

    boolean isLending(String userId) {
        return jdbc.sql("select count(*) from stand_in where absent = :user and begun_at is not null and ended_at is null")
                .param("user", userId).query(Long.class).single() > 0;
    }

    private Set<String> lentTo(String userId) {
        return jdbc.sql("select g.group_id" + RUNNING).param("user", userId).query(String.class).set();
    }

    private Set<String> groupsOf(String userId) {
        return new HashSet<>(memberships.groupsOf(userId));
    }

    private static LocalDateTime now() {
        return DutchTime.now().toLocalDateTime();
    }
}
