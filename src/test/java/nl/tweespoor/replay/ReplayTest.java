package nl.tweespoor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.replay.Replayed.Case;
import nl.tweespoor.replay.Replayed.Outcome;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Decisions that the engine took, put to a table that is proposed. */
@EngineTest
@ExcludeFromProcessCoverage
class ReplayTest {

    @Autowired
    Replay replay;
    @Autowired
    DecisionService decisions;
    @Autowired
    HistoryService history;
    @Autowired
    RepositoryService repository;
    @Autowired
    Walk walk;
    @Autowired
    JdbcTemplate jdbc;

    @Test
    @OnPostgresToo
    void changedThresholdShowsExactlyTheDecisionsThatChange() throws Exception {
        mandate(45_000, "low");
        mandate(60_000, "low");
        mandate(80_000, "low");
        mandate(60_000, "high");
        Replayed same = replayed("mandate.dmn", "", "");
        assertThat(same).isEqualTo(new Replayed(same.table(), 4, 0, 0, List.of(), Map.of()));

        Replayed replayed = replayed("mandate.dmn", "&gt; 50000", "&gt; 70000", "[0..50000]", "[0..70000]");

        assertThat(replayed.cases()).isEqualTo(4);
        assertThat(replayed.different()).isEqualTo(1);
        assertThat(replayed.failed()).isZero();
        assertThat(replayed.shown()).singleElement().satisfies(one -> {
            assertThat(one.dossier()).isNull();
            assertThat(one.at()).isCloseTo(EngineClock.now(), within(Duration.ofMinutes(1)));
            assertThat(one.changed()).containsExactly(new Outcome("Wie beslist", "board", "head"));
        });
    }

    @Test
    void decisionOfAProcessIsToldWithItsDossierAndNothingIsWritten() throws Exception {
        String number = walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn").assess().number();
        long remembered = history.createHistoricDecisionInstanceQuery().count();
        long entries = count("ledger_entry");

        String text = text("selection-advice.dmn");
        int decision = text.indexOf("<decision id=\"selection-advice\"");
        List<Replayed> all = replay.of(file("selection-advice.dmn", text.substring(0, decision) + text.substring(decision)
                .replaceAll("(<outputEntry id=\"[^\"]+\">\\s*<text>\")[A-Za-z]+\"", "$1other\"")));

        assertThat(all).hasSize(4).allSatisfy(replayed -> assertThat(replayed.cases()).isEqualTo(1)).filteredOn(replayed -> replayed.different() == 1)
                .isNotEmpty().allSatisfy(replayed -> assertThat(replayed.shown()).extracting(Case::dossier).containsOnly(number));
        assertThat(history.createHistoricDecisionInstanceQuery().count()).isEqualTo(remembered);
        assertThat(count("ledger_entry")).isEqualTo(entries);
    }

    @Test
    void tableWithANewQuestionCanNotBePutToWhatWasDecidedBefore() throws Exception {
        mandate(45_000, "low");

        Replayed replayed = replayed("mandate.dmn", "<text>reportedBy</text>", "<text>favouriteColour</text>", "label=\"Gemeld door\"",
                "label=\"Lievelingskleur\"");

        assertThat(replayed).isEqualTo(new Replayed(replayed.table(), 0, 0, 1, List.of(),
                Map.of("«Lievelingskleur»: deze vraag was er toen niet.", 1L)));
    }

    @Test
    void renamedOutputIsNoOtherOutcome() throws Exception {
        mandate(45_000, "low");
        mandate(60_000, "low");

        Replayed replayed = replayed("mandate.dmn", "name=\"mandate\" typeRef", "name=\"whoDecides\" typeRef", "label=\"Wie beslist\"",
                "label=\"Beslisser\"", "&gt; 50000", "&gt; 70000", "[0..50000]", "[0..70000]");

        assertThat(replayed.shown()).singleElement().satisfies(one ->
                assertThat(one.changed()).containsExactly(new Outcome("Beslisser", "board", "head")));
    }

    @Test
    void columnThatStillAsksTheSameSumGetsTheAnswerOfThen() throws Exception {
        decide("more-budget", Map.of("askedAmount", 15_000d, "budgetAmount", 10_000d));

        assertThat(replayed("more-budget.dmn", "", "")).satisfies(replayed -> {
            assertThat(replayed.failures()).isEmpty();
            assertThat(replayed.cases()).isEqualTo(1);
            assertThat(replayed.different()).isZero();
        });
        assertThat(replayed("more-budget.dmn", "askedAmount - budgetAmount", "budgetAmount * 2").failed()).isEqualTo(1);
    }

    @Test
    void otherDecisionOlderThanAYearOrNothingAtAllGivesNothing() throws Exception {
        assertThat(replayed("mandate.dmn", "", "")).satisfies(replayed -> assertThat(replayed.cases() + replayed.failed()).isZero());
        decide("dpia", Map.of("dataApplies", "no"));
        EngineClock.stopAt(Instant.now().minus(Duration.ofDays(366)));
        mandate(60_000, "low");
        EngineClock.reset();

        assertThat(replayed("mandate.dmn", "", "")).satisfies(replayed -> assertThat(replayed.cases() + replayed.failed()).isZero());
        assertThat(replay.of(file("mandate.dmn", "no table"))).isEmpty();
    }

    @Test
    void decisionThatIsASumCanNotBeReplayed() throws Exception {
        String sum = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="sums" name="Sums" namespace="x">
                  <decision id="sum" name="Som" camunda:historyTimeToLive="P365D"><variable id="v" name="sum" />
                    <literalExpression id="l"><text>amount * 2</text></literalExpression></decision>
                </definitions>""";
        String deployment = repository.createDeployment().addString("sum.dmn", sum).deploy().getId();
        try {
            decide("sum", Map.of("amount", 4));
            assertThat(replay.of(file("sum.dmn", sum))).singleElement().satisfies(one -> assertThat(one.failures())
                    .containsOnlyKeys("«Som»: van een berekening is niet vastgelegd wat erin ging."));
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void whatIsNotFeelDoesNotRun() throws Exception {
        mandate(60_000, "low");

        Replayed replayed = replayed("mandate.dmn", "<outputEntry id=\"", "<outputEntry expressionLanguage=\"juel\" id=\"");

        assertThat(replayed.failures()).containsExactly(Map.entry("De voorgestelde tabel geeft hierop een fout, en geen antwoord.", 1L));
    }

    @Test
    void decisionsAreReplayedAtAHundredThousandAMinute() throws Exception {
        mandate(60_000, "low");
        String id = history.createHistoricDecisionInstanceQuery().singleResult().getId();
        copies("act_hi_decinst", "id_", id, 20_000);
        copies("act_hi_dec_in", "dec_inst_id_", id, 20_000);
        copies("act_hi_dec_out", "dec_inst_id_", id, 20_000);

        Instant began = Instant.now();
        Replayed replayed = replayed("mandate.dmn", "&gt; 50000", "&gt; 70000", "[0..50000]", "[0..70000]");

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(12));
        assertThat(replayed.different()).isEqualTo(20_000);
        assertThat(replayed.shown()).hasSize(100);
    }

    /** Makes it as many as asked, with ids of their own. */
    private void copies(String table, String column, String id, int many) {
        List<String> columns = jdbc.queryForList("select lower(column_name) from information_schema.columns where lower(table_schema) = 'public'"
                + " and lower(table_name) = ? order by ordinal_position", String.class, table).stream().distinct().toList();
        String numbers = columns.stream().map(name -> name.equals(column) ? "c.n" : name.equals("id_") ? "concat(c.n, '-', t.id_)" : "t." + name)
                .reduce((one, other) -> one + ", " + other).orElseThrow();
        jdbc.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + numbers + " from " + table
                + " t cross join (select cast(x as varchar) as n from system_range(2, " + many + ")) c where t." + column + " = ?", id);
    }

    private void mandate(int cost, String risk) {
        Map<String, Object> given = new HashMap<>(Map.of("totalCostAmount", cost, "privacyRisk", risk, "continuationAdvice", "proceed", "reportedBy", "other"));
        decide("mandate", given);
    }

    private void decide(String table, Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(given);
        List.of("onDpiaList", "dpiaCriteriaCount", "healthData", "advice").forEach(name -> all.putIfAbsent(name, null));
        decisions.evaluateDecisionByKey(table).variables(all).evaluate();
    }

    private Replayed replayed(String name, String... changes) throws IOException {
        String text = text(name);
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = changes[i].isEmpty() ? text : text.replace(changes[i], changes[i + 1]);
        }
        List<Replayed> all = replay.of(file(name, text));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static DeployedResource file(String name, String text) {
        return new DeployedResource(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) throws IOException {
        return Files.readString(Path.of("processes", name));
    }

    private long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }
}
