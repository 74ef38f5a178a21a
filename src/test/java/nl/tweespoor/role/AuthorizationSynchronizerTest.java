package nl.tweespoor.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.Recorder;
import nl.tweespoor.walk.HttpTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class AuthorizationSynchronizerTest {

    private static final Permission[] ALL = {Permissions.ALL};

    @Autowired
    Recorder recorder;
    @Autowired
    AuthorizationSynchronizer rolesAtStart;
    @Autowired
    AccountAuthorizationSynchronizer ownAccounts;
    @Autowired
    AuthorizationService authorizations;
    @Autowired
    RepositoryService repository;
    @Autowired
    TaskService tasks;
    @Autowired
    ProcessEngineConfiguration engine;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    LedgerReader ledger;

    @AfterEach
    void asItWas() {
        engine.setAuthorizationEnabled(true);
        tasks.createTaskQuery().taskNameLike("of before%").list().forEach(task -> tasks.deleteTask(task.getId(), true));
        authorizations.createAuthorizationQuery().userIdIn("board").list().stream()
                .filter(given -> given.getResourceType() != Resources.USER.resourceType())
                .forEach(given -> authorizations.deleteAuthorization(given.getId()));
        rolesAtStart.run(null);
    }

    @Test
    void aSecondStartChangesNothing() {
        rolesAtStart.run(null);
        DatabaseTables tables = new DatabaseTables(jdbc);
        var before = tables.state();

        rolesAtStart.run(null);

        assertThat(tables.state()).isEqualTo(before);
    }

    @Test
    void whatTheTableDoesNotGiveToAGroupIsTakenBack() {
        give(null, "board", Resources.DEPLOYMENT, "*", Permissions.CREATE);
        give(null, "board", Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        Authorization diagrams = authorizations.createAuthorizationQuery().groupIdIn("board")
                .resourceType(Resources.PROCESS_DEFINITION).resourceId("*").singleResult();
        diagrams.setPermissions(ALL);
        authorizations.saveAuthorization(diagrams);
        assertThat(may("board", Permissions.CREATE, Resources.DEPLOYMENT, "*")).isTrue();

        rolesAtStart.run(null);

        assertThat(may("board", Permissions.CREATE, Resources.DEPLOYMENT, "*")).isFalse();
        assertThat(may("board", Permissions.ACCESS, Resources.APPLICATION, "cockpit")).isFalse();
        assertThat(may("board", ProcessDefinitionPermissions.READ_INSTANCE, Resources.PROCESS_DEFINITION, "*")).isFalse();
        assertThat(may("board", ProcessDefinitionPermissions.READ, Resources.PROCESS_DEFINITION, "*")).isTrue();
        assertThat(may("board", Permissions.ACCESS, Resources.APPLICATION, "tasklist")).isTrue();
    }

    /** A fact of the ledger can't be erased. */
    @Test
    void accountOnWhichAGroupHadSomethingIsNoFact() {
        give(null, "board", Resources.USER, "finance", Permissions.READ);

        rolesAtStart.run(null);

        Recorded takenBack = ledger.newest(Entry.NO_DOSSIER, "authorization").orElseThrow();
        assertThat(takenBack.facts()).containsEntry("event", "taken back").containsEntry("group", "board");
        assertThat(takenBack.facts().values()).noneMatch(fact -> fact.contains("finance"));
        assertThat(takenBack.values()).containsOnly(Map.entry("resource", "finance"));
    }

    @Test
    void whatAPersonGotOtherwiseStays() {
        give("board", null, Resources.BATCH, "*", Permissions.READ);

        rolesAtStart.run(null);

        assertThat(authorizations.createAuthorizationQuery().userIdIn("board").resourceType(Resources.BATCH).count())
                .isEqualTo(1);
    }

    @Test
    void anAccountMayBeReadAndGetANewPasswordAndNotBeRemovedByItsOwner() {
        Authorization own = authorizations.createAuthorizationQuery().userIdIn("finance").resourceType(Resources.USER)
                .singleResult();
        own.setPermissions(ALL);
        authorizations.saveAuthorization(own);

        rolesAtStart.run(null);

        assertThat(authorizations.isUserAuthorized("finance", List.of(), Permissions.UPDATE, Resources.USER, "finance")).isTrue();
        assertThat(authorizations.isUserAuthorized("finance", List.of(), Permissions.DELETE, Resources.USER, "finance")).isFalse();
    }

    @Test
    void aTaskIsOpenToItsGroupsAndItsAssigneeWithoutAnyAuthorizationOnIt() {
        String task = task("of before");
        tasks.addCandidateGroup(task, "finance");
        String taken = task("of before, and taken");
        tasks.setAssignee(taken, "hr");

        assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task).count()).isZero();
        assertThat(may("finance", TaskPermissions.TASK_WORK, Resources.TASK, task)).isTrue();
        assertThat(may("finance", TaskPermissions.UPDATE, Resources.TASK, task)).isFalse();
        assertThat(may("it", TaskPermissions.READ, Resources.TASK, task)).isFalse();
        assertThat(may("hr", TaskPermissions.TASK_WORK, Resources.TASK, taken)).isTrue();
        assertThat(may("hr", TaskPermissions.TASK_ASSIGN, Resources.TASK, taken)).isFalse();
    }

    @Test
    void aGroupThatNoLongerWorksOnTasksLosesTheOpenOnes() {
        String task = task("of before");
        tasks.addCandidateGroup(task, "finance");
        give(null, "auditor", Resources.TASK, task, TaskPermissions.TASK_WORK);

        rolesAtStart.run(null);

        assertThat(may("auditor", TaskPermissions.TASK_WORK, Resources.TASK, task)).isFalse();
        assertThat(may("finance", TaskPermissions.TASK_WORK, Resources.TASK, task)).isTrue();
    }

    @Test
    void aProcessThatIsNotThereStopsTheStart() {
        Roles roles = new Roles(RolesTest.csv(RolesTest.table().replace("innovation,", "inovation,")));

        assertThatThrownBy(() -> new AuthorizationSynchronizer(roles, ownAccounts, authorizations, repository, recorder).run(null))
                .hasMessage("roles.csv lets board start 'inovation', and there is no such process");
    }

    private String task(String name) {
        Task task = tasks.newTask();
        task.setName(name);
        tasks.saveTask(task);
        return task.getId();
    }

    private void give(String user, String group, Resource resource, String id, Permission permission) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }

    private boolean may(String group, Permission permission, Resource resource, String id) {
        return authorizations.isUserAuthorized(group, List.of(group), permission, resource, id);
    }
}
