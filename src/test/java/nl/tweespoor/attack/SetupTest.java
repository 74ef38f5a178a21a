package nl.tweespoor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CVE-2026-77226: while nobody is in {@code camunda-admin}, a stranger makes themselves administrator. */
@AttackTest
class SetupTest {

    private static final String SETUP = "/camunda/api/admin/setup/default/user/create";
    private static final String MALLORY = """
            {"profile": {"id": "mallory", "firstName": "M", "lastName": "M"},
             "credentials": {"password": "mallory"}}""";

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private IdentityService identityService;
    @Autowired
    private JdbcClient jdbc;

    private Target stranger;
    private Target administrator;

    @BeforeEach
    void targets(@LocalServerPort int port) {
        stranger = new Target(port, engine, null);
        administrator = stranger.as("admin:admin");
    }

    /** Other tests share these accounts, also when this one fails. */
    @AfterEach
    void oneAdministrator() {
        identityService.deleteUser("mallory");
        if (identityService.createUserQuery().userId("admin").count() == 0) {
            User admin = identityService.newUser("admin");
            admin.setPassword("admin");
            identityService.saveUser(admin);
        }
        if (identityService.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            identityService.saveGroup(identityService.newGroup(Groups.CAMUNDA_ADMIN));
        }
        if (administrators(identityService).isEmpty()) {
            identityService.createMembership("admin", Groups.CAMUNDA_ADMIN);
        }
    }

    @Test
    void nobodyMakesThemselvesAdministrator(Target unguarded) {
        assertThat(unguarded.postFromWebapp(SETUP, MALLORY).statusCode()).isEqualTo(204);
        IdentityService there = unguarded.engine().getIdentityService();
        assertThat(administrators(there)).containsExactly("mallory");
        there.deleteUser("mallory");

        assertRefused(Target::postFromWebapp);
        withoutAdministrators(() -> assertRefused(Target::postFromWebapp));
        withoutAdministrators(() -> assertRefused(Target::post));
    }

    @Test
    void lastAdministratorStays() {
        for (String path : List.of("/engine-rest/user/admin", "/engine-rest/group/camunda-admin/members/admin",
                "/engine-rest/group/camunda-admin")) {
            HttpResponse<String> answer = administrator.delete(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 499);
            assertThat(answer.body()).contains("beheer");
            assertThat(administrators(identityService)).containsExactly("admin");
        }
    }

    @Test
    void administratorLeavesWhenAnotherStays() {
        identityService.createMembership("board", Groups.CAMUNDA_ADMIN);

        assertThat(administrator.delete("/engine-rest/group/camunda-admin/members/board").statusCode()).isEqualTo(204);
        assertThat(administrators(identityService)).containsExactly("admin");
    }

    private interface Attack {

        HttpResponse<String> on(Target target, String path, String json);
    }

    private void assertRefused(Attack attack) {
        for (String path : List.of(SETUP, SETUP.replace("default", "%64efault"), SETUP.replace("/setup", "/./setup"),
                SETUP + "/", SETUP + ";x=y")) {
            for (Target target : List.of(stranger, stranger.as("employee:employee"))) {
                HttpResponse<String> answer = attack.on(target, path, MALLORY);
                assertThat(answer.statusCode()).as(path).isBetween(400, 499);
                assertThat(identityService.createUserQuery().userId("mallory").count()).as(path).isZero();
            }
        }
    }

    private void withoutAdministrators(Runnable attack) {
        jdbc.sql("delete from ACT_ID_MEMBERSHIP where GROUP_ID_ = ?").param(Groups.CAMUNDA_ADMIN).update();
        assertThat(administrators(identityService)).isEmpty();
        attack.run();
        identityService.createMembership("admin", Groups.CAMUNDA_ADMIN);
    }

    private static List<String> administrators(IdentityService identityService) {
        return identityService.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                .map(User::getId).toList();
    }
}
