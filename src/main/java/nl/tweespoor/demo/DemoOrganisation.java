package nl.tweespoor.demo;

import java.util.Map;
import javax.sql.DataSource;
import nl.tweespoor.startup.DemoMode;
import nl.tweespoor.strategy.AdoptedRows;
import nl.tweespoor.team.Teams;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The teams and the strategy of the demo. */
@Component
@Order(20)
class DemoOrganisation implements ApplicationRunner {

    private static final Map<String, String> TEAMS = Map.of(
            "team-de-linde", "De Linde (verpleeghuis)",
            "team-het-kompas", "Het Kompas (kleinschalig wonen)",
            "team-zonnehof", "Zonnehof (revalidatie)",
            "team-wijk-noord", "Wijkteam Noord",
            "team-wijk-zuid", "Wijkteam Zuid",
            "team-nachtzorg", "Nachtzorg");

    private final DemoMode demo;
    private final IdentityService identityService;
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final AdoptedRows rows;
    private final TransactionOperations transaction;

    DemoOrganisation(DemoMode demo, IdentityService identityService, JdbcClient jdbc, DataSource dataSource,
            AdoptedRows rows, TransactionOperations transaction) {
        this.demo = demo;
        this.identityService = identityService;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.rows = rows;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (!demo.isOn()) {
            return;
        }
        TEAMS.forEach(this::createTeam);
        if (jdbc.sql("select count(*) from strategy_version").query(Integer.class).single() == 0) {
            var script = new ResourceDatabasePopulator(new ClassPathResource("demo/strategy.sql"));
            script.setSqlScriptEncoding("UTF-8");
            transaction.executeWithoutResult(status -> {
                script.execute(dataSource);
                rows.tell("S-2026-01", "demo");
            });
        }
    }

    private void createTeam(String id, String name) {
        if (identityService.createGroupQuery().groupId(id).count() == 0) {
            var team = identityService.newGroup(id);
            team.setName(name);
            team.setType(Teams.TYPE);
            identityService.saveGroup(team);
        }
    }
}
