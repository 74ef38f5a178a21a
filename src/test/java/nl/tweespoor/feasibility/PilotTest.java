package nl.tweespoor.feasibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No endless pilots: at the end date a decision is due (invariant 4). */
@EngineTest
class PilotTest {

    private static final String END_DATE = "BoundaryEvent_PilotEnded";

    @Autowired
    Walk walk;

    @BeforeEach
    void clockStandsStill() {
        walk.clockStandsStill();
    }

    private static Dossier startPilot(Dossier tested, LocalDate endDate) {
        return tested.complete("UserTask_WeighFindings", "pilotChoice", "pilot", "pilotTeam", "team-nachtzorg",
                "pilotEndDate", endDate.toString());
    }

    @Test
    @OnPostgresToo
    void endDateAsksForADecision() {
        LocalDate endDate = walk.today().plusDays(60);
        Dossier dossier = startPilot(walk.tested(), endDate);
        dossier.isWaitingOnlyAt("UserTask_RunPilot");
        assertThat(dossier.timer(END_DATE).getDuedate()).isEqualTo(walk.startOfWorkOn(endDate));
        dossier.timePassesUntil(END_DATE);
        dossier.isWaitingOnlyAt("UserTask_EvaluatePilot");
        dossier.complete("UserTask_EvaluatePilot", "pilotResult", "works").isWaitingAt("UserTask_ConcludeFeasibility");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).as("nobody of the team said what they saw")
                .isEqualTo("notFeasible");
    }

    @Test
    void pilotNeverLastsLongerThanTheLongestPeriod() {
        Dossier dossier = walk.tested();
        assertThatThrownBy(() -> startPilot(dossier, walk.today().plusDays(184)))
                .hasMessageContaining("Kies uiterlijk " + DutchTime.written(walk.today().plusDays(183)) + " bij");
        startPilot(dossier, walk.today().plusDays(183)).timePassesUntil(END_DATE).isWaitingAt("UserTask_EvaluatePilot");
    }

    @Test
    void pilotThatIsDoneEarlierIsEvaluatedAtOnce() {
        Dossier dossier = startPilot(walk.tested(), walk.today().plusDays(60)).complete("UserTask_RunPilot");
        dossier.isWaitingOnlyAt("UserTask_EvaluatePilot");
        assertThat(dossier.jobs(END_DATE)).isEmpty();
    }

    @Test
    void secondPilotStartsWithoutTheExperienceOfTheFirst() {
        Dossier dossier = startPilot(walk.tested(), walk.today().plusDays(60))
                .complete("UserTask_RunPilot", "pilotExperience", "De eerste pilot liep goed", "pilotVerdict", "works")
                .complete("UserTask_EvaluatePilot", "pilotResult", "works").complete("UserTask_ConcludeFeasibility",
                        "feasibilityConclusion", "feasible")
                .complete("UserTask_DecideByHead", "continuationOutcome", "moreResearch")
                .complete("UserTask_PrepareTest").completeTests();
        startPilot(dossier, walk.today().plusDays(90)).timePassesUntil(END_DATE);
        assertThat(dossier.history("pilot")).hasSize(2);
        assertThat(dossier.variable("pilot", "pilotExperience")).isNull();
        assertThat(dossier.variable("pilot", "pilotVerdict")).isNull();
        dossier.complete("UserTask_EvaluatePilot");
        assertThat(dossier.variable("feasibility", "pilotExperience")).isNull();
    }
}
