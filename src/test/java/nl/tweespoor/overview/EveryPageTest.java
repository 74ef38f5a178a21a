package nl.tweespoor.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each of our own pages as each group, as a stranger, and as someone who just lost the right. */
@EngineTest
class EveryPageTest {

    private static final String ADMINISTRATOR = "admin";
    private static final Set<String> ALL = new TreeSet<>(Stream.concat(Stream.of(Group.values()).map(Group::id),
            Stream.of(ADMINISTRATOR)).toList());
    /** The reporter is the employee, and the Head of Innovation did the tasks. */
    private static final Set<String> READ_DOSSIER = Set.of("employee", "head-of-innovation", "head-of-implementation", "board",
            "management-team", "auditor", ADMINISTRATOR);
    private static final Set<String> READ_REGISTER = Set.of("head-of-innovation", "head-of-implementation", "board", "auditor",
            ADMINISTRATOR);
    private static final Set<String> READ_LOG = Set.of("board", "auditor", ADMINISTRATOR);
    private static final Set<String> READ_MODELS = Set.of("process-owner", "head-of-innovation", "head-of-implementation", "board",
            "management-team", "auditor", ADMINISTRATOR);
    private static final Set<String> DEPLOY = Set.of("process-owner", ADMINISTRATOR);
    private static final String ASKED = "00000000-0000-0000-0000-000000000001";
    private static final Set<String> AUDIT = Set.of("auditor", ADMINISTRATOR);

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    DecisionHistory history;
    @Autowired
    IdentityService identity;
    @Autowired
    RepositoryService repository;
    @Autowired
    JdbcClient jdbc;

    private String deployment;

    /** There is another version to go to, and someone asked that. */
    @BeforeEach
    void twoVersions() {
        walk.login("process-owner");
        deployment = repository.createDeployment().addClasspathResource("processes/innovation.bpmn").deploy().getId();
        identity.clearAuthentication();
        jdbc.sql("insert into version_move (id, process, from_version, to_version, from_number, to_number, asked_by, reason, asked_at)"
                + " values (?, 'innovation', 'a', 'b', 1, 2, 'process-owner', 'Zo werkt iedereen.', current_timestamp)").param(ASKED).update();
    }

    @AfterEach
    void oneVersion() {
        repository.deleteDeployment(deployment, true);
    }

    /** Who may open what. */
    private Map<String, Set<String>> pages() throws IOException {
        Dossier dossier = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "selectionDeviationReason",
                "Te druk.");
        String address = "/dossiers/" + dossier.number();
        Map<String, Set<String>> pages = new LinkedHashMap<>();
        pages.put("/", ALL);
        pages.put(address, READ_DOSSIER);
        pages.put(address + "?print", READ_DOSSIER);
        pages.put(address + "/besluit/" + history.of(dossier.number()).get(0).sequence(), READ_DOSSIER);
        pages.put(address + "/standing", READ_DOSSIER);
        pages.put(address + "/pdf", READ_DOSSIER);
        pages.put(address + "/gelezen", READ_LOG);
        pages.put(address + "/gelezen.csv", READ_LOG);
        pages.put(address + "/bewijs", AUDIT);
        for (String page : List.of("/strategy", "/strategy/S-2026-01", "/strategy/S-2026-01/pdf")) {
            pages.put(page, ALL);
        }
        pages.put("/register", READ_REGISTER);
        pages.put("/register?advice=against", READ_REGISTER);
        for (String format : List.of("csv", "xlsx", "xes")) {
            pages.put("/register/export." + format, READ_REGISTER);
        }
        pages.put("/register/controls", AUDIT);
        for (String page : List.of("", "/process/innovation", "/table/mandate", "/form/report-opportunity",
                "/process/innovation/1/file", "/guide", "/guide/pictures/question.png")) {
            pages.put("/processes" + page, READ_MODELS);
        }
        pages.put("/processes/process/innovation/1/move", READ_MODELS);
        pages.put("/processes/moves/" + ASKED, READ_MODELS);
        for (String page : List.of("/propose", "/process/innovation/edit", "/table/mandate/edit", "/form/report-opportunity/edit", "/new-form")) {
            pages.put("/processes" + page, DEPLOY);
        }
        Dossier change = walk.changeProposed("mandate.dmn", new ClassPathResource("processes/mandate.dmn")
                .getContentAsString(StandardCharsets.UTF_8).replace("50000", "60000"));
        for (String page : List.of("", "/proposed/mandate.dmn", "/live/mandate.dmn")) {
            pages.put("/processes/changes/" + change.number() + page, READ_MODELS);
        }
        return pages;
    }

    private static Set<String> opened(Visitor visitor, Set<String> pages) throws Exception {
        Set<String> opened = new TreeSet<>();
        for (String page : pages) {
            int status = visitor.getFile(page).statusCode();
            assertThat(status).as(page).isIn(200, 404);
            if (status == 200) {
                opened.add(page);
            }
        }
        return opened;
    }

    private static Set<String> open(Map<String, Set<String>> pages, String account) {
        return new TreeSet<>(pages.keySet().stream().filter(page -> pages.get(page).contains(account)).toList());
    }

    @Test
    void eachGroupOpensWhatIsForThatGroupAndNothingElse() throws Exception {
        Map<String, Set<String>> pages = pages();
        for (String account : ALL) {
            assertThat(opened(Visitor.loggedIn(port, account), pages.keySet())).as(account).isEqualTo(open(pages, account));
        }
    }

    @Test
    void aStrangerLogsInFirstOnEachOfThem() throws Exception {
        Visitor stranger = new Visitor(port);
        for (String page : pages().keySet()) {
            var answer = stranger.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).as(page).endsWith("/login");
        }
    }

    @Test
    void whoJustLostTheRightOpensNothingOfItAnyMoreInTheSameSession() throws Exception {
        Map<String, Set<String>> pages = pages();
        Visitor hr = Visitor.loggedIn(port, "hr");
        Set<String> before = opened(hr, pages.keySet());
        for (String group : List.of("auditor", "board", "management-team")) {
            identity.createMembership("hr", group);
            try {
                assertThat(opened(hr, pages.keySet())).as(group).isEqualTo(open(pages, group));
            } finally {
                identity.deleteMembership("hr", group);
            }
            assertThat(opened(hr, pages.keySet())).as(group).isEqualTo(before).containsExactly("/", "/strategy", "/strategy/S-2026-01",
                    "/strategy/S-2026-01/pdf");
        }
    }
}
