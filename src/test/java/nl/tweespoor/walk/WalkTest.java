package nl.tweespoor.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.tweespoor.control.Controls;
import nl.tweespoor.decision.Decisions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The walking aid itself: every test begins with one of these steps. */
@EngineTest
@OnPostgresToo
class WalkTest {

    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Decisions decisions;
    @Autowired
    WalkedBefore before;
    @Autowired
    Controls controls;
    @Autowired
    JdbcTemplate database;

    @Test
    void oneDossierWalksFromReportToSecured() {
        walk.owned().isWaitingAt("IntermediateEvent_MomentReached")
                .timePassesUntil("IntermediateEvent_MomentReached")
                .complete("UserTask_MeasureResult", "measuredValue", "10,5", "stillStandard", "yes",
                        "ownerThere", "yes")
                .timePassesUntil("IntermediateEvent_MomentReached")
                .complete("UserTask_MeasureResult", "measuredValue", "10", "stillStandard", "yes",
                        "ownerThere", "yes")
                .timePassesUntil("IntermediateEvent_MomentReached")
                .complete("UserTask_MeasureResult", "measuredValue", "12", "stillStandard", "yes",
                        "ownerThere", "yes")
                .complete("UserTask_RecordLessons", "lessonOutcome", "none")
                .endedAt("EndEvent_HandedOver")
                .endedAt("EndEvent_Secured");
    }

    @Test
    void whatIsBroughtBackIsWhatWasWalked() {
        Dossier walked = new Walk(engine, decisions, Optional.empty()).accepted();
        Map<String, Long> rows = rows();
        List<Map<String, String>> decided = walked.decisions();
        before.emptyTables();
        walk.accepted();
        before.emptyTables();
        assertThat(rows()).isEmpty();

        Dossier again = walk.accepted();

        assertThat(again.number()).isEqualTo(walked.number());
        assertThat(again.decisions()).isEqualTo(decided);
        assertThat(rows()).isEqualTo(rows);
        assertThat(List.of("ledger-whole", "ledger-and-engine")).allSatisfy(control ->
                assertThat(controls.run(control).orElseThrow().findings()).isEmpty());
        again.chooseWeight("extended").isWaitingOnlyAt("UserTask_FormTeam");
    }

    private Map<String, Long> rows() {
        return new DossierTables(database).filled().stream().collect(Collectors.toMap(table -> table,
                table -> database.queryForObject("select count(*) from " + table, Long.class)));
    }
}
