package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.tweespoor.overview.Visitor;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A goal that goes or changes reaches each dossier that rests on it, once; who may decide then depends on how far it is. */
@EngineTest
@OnPostgresToo
class DriftTest {

    private static final String COLUMNS = "adopted_at, adopted_by, starts_on, ends_on, why_now, vision_why, vision_focus, vision_progress, vision_proof,"
            + " mission, core_values, scope_in, scope_out, technology, care_technology, innovation, impact, scaling_up, quality_of_life, quality_of_care";

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    Drift drift;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void onlyTheFirstVersionIsThere() {
        jdbc.sql("delete from strategic_goal where version = 'S-2026-01-2'").update();
        jdbc.sql("delete from strategy_version where id = 'S-2026-01-2'").update();
    }

    /** The next version has every goal but D3, and D1 with another target. */
    private void adopt() {
        jdbc.sql("insert into strategy_version (id, strategy, version_number, sequence_number, reason, " + COLUMNS + ") select 'S-2026-01-2', strategy, 2,"
                + " 1 + (select max(sequence_number) from strategy_version), 'De zorgvraag is anders.', " + COLUMNS
                + " from strategy_version where id = 'S-2026-01'").update();
        jdbc.sql("insert into strategic_goal (id, version, title, for_whom, indicator, direction, baseline, target, source, deadline, owner, weight)"
                + " select replace(id, 'S-2026-01/', 'S-2026-01-2/'), 'S-2026-01-2', title, for_whom, indicator, direction, baseline,"
                + " case when id = 'S-2026-01/D1' then 'minder' else target end, source, deadline, owner, weight"
                + " from strategic_goal where version = 'S-2026-01' and id <> 'S-2026-01/D3'").update();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
            drift.adopted("S-2026-01-2");
            return null;
        });
    }

    @Test
    void eachDossierThatRestsOnAGoalIsLookedAtAgainOnce() {
        Dossier both = walk.identified().assess("otherGoals", Walk.list("S-2026-01/D1")).complete("UserTask_SelectOpportunity", "selectionOutcome", "select")
                .isWaitingAt("UserTask_PrepareTest");
        Dossier implemented = walk.accepted();
        Dossier other = walk.identified().assess("mainGoal", "S-2026-01/D2").complete("UserTask_SelectOpportunity", "selectionOutcome", "select");

        adopt();

        assertThat(both.tasks("UserTask_ReassessGoal")).singleElement();
        assertThat(both.variable("goal-reassessment", "driftWhat").toString()).contains("is vervallen", "de streefwaarde was");
        assertThat(both.variable("goal-reassessment", "driftWhy")).isEqualTo("De zorgvraag is anders.");
        assertThat(both.variable("goal-reassessment", "driftOwner")).isEqualTo("head-of-innovation");
        assertThat(implemented.tasks("UserTask_ReassessGoal")).singleElement();
        assertThat(implemented.variable("goal-reassessment", "driftOwner")).isEqualTo("head-of-implementation");
        assertThat(other.tasks("UserTask_ReassessGoal")).isEmpty();
    }

    @Test
    void headOfInnovationChoosesAnotherGoalThatIsInForce() {
        Dossier dossier = walk.beingTested();
        adopt();

        assertThatThrownBy(() -> dossier.complete("UserTask_ReassessGoal", "reassessOutcome", "otherGoal", "newGoal", "S-2026-01/D3"))
                .hasMessageContaining("Voor welk doel");
        dossier.complete("UserTask_ReassessGoal", "reassessOutcome", "otherGoal", "newGoal", "S-2026-01-2/D2")
                .endedAt("EndEvent_ReassessmentSettled");
        dossier.completeTests().isWaitingOnlyAt("UserTask_WeighFindings");
        assertThat(dossier.variable("feasibility", "mainGoal")).isEqualTo("S-2026-01-2/D2");
        assertThat(dossier.variable("innovation", "mainGoal")).isEqualTo("S-2026-01-2/D2");
    }

    /** Invariant 11. */
    @Test
    void onlyTheBoardLetsADossierGoOnWithoutAGoalAndItSaysSoEverAfter() throws Exception {
        Dossier dossier = walk.beingTested();
        adopt();

        dossier.complete("UserTask_ReassessGoal", "reassessOutcome", "withoutGoal").isWaitingAt("UserTask_DecideReassessment");
        assertThatThrownBy(() -> dossier.submit("UserTask_DecideReassessment", "reassessOutcome", "withoutGoal")).hasMessageContaining("Waarom besluit u dit");
        dossier.complete("UserTask_DecideReassessment", "reassessOutcome", "withoutGoal").endedAt("EndEvent_ReassessmentSettled");
        assertThat(dossier.variable("innovation", "selectionGround")).isEqualTo("none");
        assertThat(Visitor.loggedIn(port, "auditor").get("/dossiers/" + dossier.number()).body()).contains("badge\">Zonder strategisch doel</li>");
        // Whatever comes next.
        assertThat(Visitor.loggedIn(port, "auditor").get("/dossiers/" + dossier.completeTests().number()).body()).contains("badge\">Zonder strategisch doel</li>");
    }

    @Test
    void afterTheHandOverTheBoardDecides() {
        Dossier dossier = walk.accepted();
        adopt();

        dossier.complete("UserTask_ReassessGoal", "reassessOutcome", "otherGoal", "newGoal", "S-2026-01-2/D1")
                .complete("UserTask_DecideReassessment", "reassessOutcome", "stop", "reassessReason", "Niemand vraagt er nog om.",
                        "reassessAgainstReason", "Het nieuwe doel past niet.");
        assertThat(dossier.waitsAt()).contains("UserTask_RecordLessons").doesNotContain("UserTask_ChooseWeight");
        assertThat(dossier.decisions()).last().satisfies(decision -> assertThat(decision.get("outcome")).endsWith(" (tegen het advies)"));
        assertThat(dossier.variable("answer-reporter", "answerReason")).isEqualTo("Niemand vraagt er nog om.");
    }

    @Test
    void stoppingBeforeTheHandOverAnswersTheReporter() {
        Dossier dossier = walk.beingTested();
        adopt();

        dossier.complete("UserTask_ReassessGoal", "reassessOutcome", "stop", "reassessReason", "Niemand vraagt er nog om.").endedAt("EndEvent_NotContinued");
        assertThat(dossier.variable("answer-reporter", "answerReason")).isEqualTo("Niemand vraagt er nog om.");
        assertThat(dossier.tasks("UserTask_TestOrganisation")).isEmpty();
    }

    @Test
    void stoppingWhileAHandOverIsReviewedEndsBothTracks() {
        Dossier dossier = walk.handedOver();
        adopt();

        dossier.complete("UserTask_ReassessGoal", "reassessOutcome", "stop").endedAt("EndEvent_NotContinued");
        assertThat(dossier.running("implementation")).isEmpty();
    }

    @Test
    void parkedDossierWakesAndIsAssessedAnew() {
        Dossier dossier = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "notNowUntil", "strategyChange")
                .isWaitingAt("Gateway_Parked");
        adopt();

        assertThat(dossier.tasks("UserTask_ReassessGoal")).isEmpty();
        dossier.isWaitingAt("UserTask_AssessOpportunity");
    }

    @Test
    void dossierThatStopsOtherwiseNeedsNoReassessment() {
        Dossier dossier = walk.feasible();
        adopt();

        dossier.complete("UserTask_DecideByHead", "continuationOutcome", "stop").endedAt("EndEvent_DossierStopped");
        assertThat(dossier.tasks("UserTask_ReassessGoal")).isEmpty();
    }
}
