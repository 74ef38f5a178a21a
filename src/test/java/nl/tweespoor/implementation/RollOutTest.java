package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class RollOutTest {

    @Autowired
    Walk walk;
    @Autowired
    DecisionHistory history;
    @Autowired
    TaskService tasks;

    @BeforeEach
    void itIsMonday() {
        Calendar.itIsMonday();
    }

    @Test
    void fiveTeamsStartEachAtTheirOwnPace() {
        Dossier dossier = walk.rollingOutIn("team-de-linde", "team-het-kompas", "team-zonnehof", "team-wijk-noord",
                "team-nachtzorg");

        assertThat(dossier.tasks("UserTask_PrepareTeam")).extracting(task -> tasks.getVariable(task.getId(), "teamName"))
                .containsExactlyInAnyOrder("De Linde (verpleeghuis)", "Het Kompas (kleinschalig wonen)",
                        "Zonnehof (revalidatie)", "Wijkteam Noord", "Nachtzorg");

        Task first = dossier.tasks("UserTask_PrepareTeam").get(0);
        Object team = tasks.getVariable(first.getId(), "teamName");
        dossier.makeTeamReady(first, "project-lead").complete("UserTask_GoLive", "goLiveOutcome", "live");
        assertThat(dossier.tasks("UserTask_PrepareTeam")).hasSize(4);
        assertThat(tasks.getVariable(dossier.task("UserTask_GiveFeedback").getId(), "teamName")).isEqualTo(team);

        dossier.complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier").complete("UserTask_MeasureUse", "usersCount", "9").endedAt("EndEvent_TeamLive");
        assertThat(dossier.tasks("UserTask_EvaluateInterim")).isEmpty();

        dossier.makeTeamsReady().completeEach("UserTask_GoLive", "goLiveOutcome", "live")
                .completeEach("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .completeEach("UserTask_MeasureUse", "usersCount", "9");
        assertThat(dossier.timesPassed("EndEvent_TeamLive")).isEqualTo(5);
        dossier.isWaitingAt("UserTask_EvaluateInterim");
    }

    @Keeps("team-comes-back")
    @Test
    void teamThatIsNotReadyComesBackOnItsDay() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").complete("UserTask_PrepareTeam",
                "teamReadiness", "notYet", "readyAgainOn", Calendar.dayAfterMonday(40));

        assertThat(dossier.timer("IntermediateEvent_LookAgain").getDuedate())
                .isEqualTo(Calendar.morningAfterMonday(40));
        dossier.timePassesUntil("IntermediateEvent_LookAgain");
        assertThat(tasks.getVariables(dossier.task("UserTask_PrepareTeam").getId()))
                .containsEntry("teamReadiness", null).containsEntry("readyAgainOn", null);
        dossier.makeTeamsReady().isWaitingAt("UserTask_GoLive");
    }

    @Test
    void teamThatIsNotReadyComesBackWithinTheLongestPeriod() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof");
        assertThatThrownBy(() -> dossier.submit("UserTask_PrepareTeam", "teamReadiness", "notYet",
                "readyAgainOn", Calendar.dayAfterMonday(92))).hasMessageContaining("Kies uiterlijk 01-06-2026 bij");
        dossier.complete("UserTask_PrepareTeam", "teamReadiness", "notYet", "readyAgainOn", Calendar.dayAfterMonday(91))
                .timePassesUntil("IntermediateEvent_LookAgain").isWaitingAt("UserTask_PrepareTeam");
    }

    @Test
    void teamThatIsNotReadyNamesADay() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof");

        assertThatThrownBy(() -> dossier.submit("UserTask_PrepareTeam", "floorReady", "Nee.",
                "teamReadiness", "notYet", "missing", "De training."))
                .hasMessageContaining("Wanneer bekijkt u dit opnieuw");
    }

    @Test
    void teamThatIsNotReadyDoesNotHoldUpAnother() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof", "team-nachtzorg");
        dossier.complete(dossier.tasks("UserTask_PrepareTeam").get(0), "project-lead", "teamReadiness", "notYet")
                .makeTeamsReady()
                .complete("UserTask_GoLive", "goLiveOutcome", "live").complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .complete("UserTask_MeasureUse", "usersCount", "9");

        dossier.endedAt("EndEvent_TeamLive").isWaitingAt("IntermediateEvent_LookAgain");
    }

    @Test
    void barrierInTheFirstExperiencesGoesToItsOwner() {
        Dossier dossier = live().complete("UserTask_GiveFeedback", "feedbackOutcome", "barrier",
                "barrierDescription", "Het bereik is slecht.", "barrierOwner", "it",
                "barrierDate", Calendar.dayAfterMonday(10));

        assertThat(dossier.task("UserTask_HandleOpenPoint")).hasCandidateGroup("it")
                .hasDueDate(Calendar.morningAfterMonday(10));
        assertThat(tasks.getVariables(dossier.task("UserTask_HandleOpenPoint").getId()))
                .containsEntry("pointText", "Het bereik is slecht.")
                .containsEntry("teamName", "Zonnehof (revalidatie)");
        assertThat(dossier.hasPassed("EndEvent_TeamLive")).isFalse();
        dossier.complete("UserTask_HandleOpenPoint", "pointOutcome", "done")
                .complete("UserTask_MeasureUse", "usersCount", "9").endedAt("EndEvent_TeamLive").isWaitingAt("UserTask_EvaluateInterim");
    }

    @Test
    void teamWithoutABarrierWorksWithIt() {
        Dossier dossier = live().complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .complete("UserTask_MeasureUse", "usersCount", "9");

        dossier.endedAt("EndEvent_TeamLive");
        assertThat(dossier.history("open-point")).isEmpty();
    }

    private Dossier live() {
        return walk.rollingOutIn("team-zonnehof").makeTeamsReady()
                .complete("UserTask_GoLive", "goLiveOutcome", "live");
    }

    // Nobody lets a team start that isn't ready

    @Keeps("start-is-decided-above")
    @ParameterizedTest
    @CsvSource({"0, yes", "7, yes", "10, no"})
    void whoIsNotTrainedOrHasNothingThatWorksStartsOnlyByTheHead(String trained, String works) {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").makeTeamsReady("trainedCount", trained, "floorWorks", works)
                .isWaitingOnlyAt("UserTask_AllowStart");

        assertThat(dossier.task("UserTask_AllowStart")).hasCandidateGroup("head-of-implementation");
        assertThatThrownBy(() -> dossier.submit("UserTask_AllowStart", "startOutcome", "start")).hasMessageContaining("Waarom besluit u dit");
        dossier.complete("UserTask_AllowStart", "startOutcome", "start").isWaitingAt("UserTask_GoLive");
        assertThat(history.of(dossier.number()).get(0).advice()).hasValueSatisfying(advice -> assertThat(advice.followed()).isFalse());
    }

    /** Who leads the project puts a team off twice; the third time the head decides, also to start without a count. */
    @Keeps("third-delay-is-decided")
    @Test
    @OnPostgresToo
    void teamThatIsPutOffAgainAndAgainIsForTheHead() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof");
        for (int time = 1; time <= 2; time++) {
            dossier.complete("UserTask_PrepareTeam", "teamReadiness", "notYet").timePassesUntil("IntermediateEvent_LookAgain");
        }
        dossier.complete("UserTask_PrepareTeam", "teamReadiness", "notYet", "missing", "De wifi").isWaitingOnlyAt("UserTask_AllowStart");
        assertThat(tasks.getVariables(dossier.task("UserTask_AllowStart").getId())).containsEntry("missing", "De wifi")
                .extractingByKey("startByReason").asString().contains("voor de derde keer");

        dossier.complete("UserTask_AllowStart", "startOutcome", "wait").timePassesUntil("IntermediateEvent_LookAgain")
                .complete("UserTask_PrepareTeam", "teamReadiness", "notYet").complete("UserTask_AllowStart", "startOutcome", "start")
                .complete("UserTask_GoLive", "goLiveOutcome", "live");
        assertThat(tasks.getVariable(dossier.task("UserTask_HandleOpenPoint").getId(), "pointText").toString())
                .contains("0 van de 9 mensen zijn getraind. Niemand heeft geteld.");
    }

    @ParameterizedTest
    @CsvSource({"partly, yes", "no, yes", "yes, no"})
    void teamWithoutItsConditionsOrHelpStartsOnlyByTheHead(String conditions, String support) {
        walk.rollingOutIn("team-zonnehof").makeTeamsReady("trainedCount", "10", "conditionsMet", conditions, "supportArranged", support)
                .isWaitingOnlyAt("UserTask_AllowStart");
    }

    @Test
    void helpThatIsThereHasAName() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof");

        assertThatThrownBy(() -> dossier.submit("UserTask_PrepareTeam", "teamReadiness", "ready",
                "floorWorks", "yes", "conditionsMet", "yes", "supportArranged", "yes"))
                .hasMessageContaining("Wie helpt er, en wanneer");
    }

    // A day to start is a day

    @Keeps("planned-day-is-waited-for")
    @Test
    void dayToComeIsWaitedForAndThenSomeoneSaysWhetherItWorked() {
        Dossier dossier = ready().complete("UserTask_GoLive", "goLiveOutcome", "planned", "plannedLiveOn",
                Calendar.dayAfterMonday(20)).isWaitingOnlyAt("IntermediateEvent_LiveDay");

        assertThat(dossier.timer("IntermediateEvent_LiveDay").getDuedate()).isEqualTo(Calendar.morningAfterMonday(20));
        dossier.timePassesUntil("IntermediateEvent_LiveDay");
        assertThat(tasks.getVariable(dossier.task("UserTask_ConfirmStart").getId(), "goLiveOutcome")).isNull();
        dossier.complete("UserTask_ConfirmStart", "goLiveOutcome", "live").isWaitingOnlyAt("UserTask_GiveFeedback");
    }

    /** Nothing is arranged before the line confirmed the plan, so nothing started before it either. */
    @Test
    void noTeamStartedBeforeThePlanWasConfirmed() {
        Dossier dossier = ready();
        assertThatThrownBy(() -> dossier.complete("UserTask_GoLive", "goLiveOutcome", "live", "liveOn", Calendar.dayAfterMonday(-1)))
                .hasMessageContaining("Kies " + DutchTime.written(LocalDate.parse(Calendar.dayAfterMonday(0))) + " of een latere dag bij")
                .hasMessageContaining("Op welke dag is het team gestart");
        dossier.complete("UserTask_GoLive", "goLiveOutcome", "planned", "plannedLiveOn", Calendar.dayAfterMonday(20))
                .timePassesUntil("IntermediateEvent_LiveDay");
        assertThatThrownBy(() -> dossier.complete("UserTask_ConfirmStart", "goLiveOutcome", "live", "liveOn", Calendar.dayAfterMonday(-1)))
                .hasMessageContaining("Op welke dag is het team gestart");
        dossier.complete("UserTask_ConfirmStart", "goLiveOutcome", "live", "liveOn", Calendar.dayAfterMonday(0)).isWaitingOnlyAt("UserTask_GiveFeedback");
    }

    @Test
    void dayThatPassedIsNotPutOffWithoutTheProjectLead() {
        Dossier dossier = ready().complete("UserTask_GoLive", "goLiveOutcome", "planned").timePassesUntil("IntermediateEvent_LiveDay");

        assertThatThrownBy(() -> dossier.complete("UserTask_ConfirmStart", "goLiveOutcome", "planned"))
                .hasMessageContaining("Is het team gestart");
        dossier.complete("UserTask_ConfirmStart", "goLiveOutcome", "later").isWaitingOnlyAt("UserTask_DecideLaterStart");
    }

    @Keeps("later-start-is-for-the-lead")
    @Test
    void teamManagerAsksForALaterStartAndTheProjectLeadDecides() {
        Dossier dossier = ready().complete("UserTask_GoLive", "goLiveOutcome", "later", "readyAgainOn",
                Calendar.dayAfterMonday(30), "goLiveReason", "Er is te weinig vast personeel.")
                .isWaitingOnlyAt("UserTask_DecideLaterStart");

        assertThat(dossier.task("UserTask_DecideLaterStart")).isAssignedTo("project-lead");
        assertThat(tasks.getVariable(dossier.task("UserTask_DecideLaterStart").getId(), "goLiveReason"))
                .isEqualTo("Er is te weinig vast personeel.");
        dossier.complete("UserTask_DecideLaterStart", "laterStartOutcome", "later").isWaitingOnlyAt("IntermediateEvent_LookAgain");
        assertThat(dossier.timer("IntermediateEvent_LookAgain").getDuedate()).isEqualTo(Calendar.morningAfterMonday(30));
        dossier.timePassesUntil("IntermediateEvent_LookAgain").isWaitingOnlyAt("UserTask_PrepareTeam");
    }

    @Test
    void laterStartNeedsAReasonAndADay() {
        Dossier dossier = ready();

        assertThatThrownBy(() -> dossier.submit("UserTask_GoLive", "goLiveOutcome", "later"))
                .hasMessageContaining("Vanaf wanneer kan het wel").hasMessageContaining("Waarom start het team later");
    }

    @Keeps("no-to-a-later-start-is-read")
    @Test
    void projectLeadWhoDoesNotPostponeGivesTheTaskBackWithTheReason() {
        Dossier dossier = ready().complete("UserTask_GoLive", "goLiveOutcome", "later")
                .complete("UserTask_DecideLaterStart", "laterStartOutcome", "asPlanned", "laterStartReason", "Er is extra hulp.");

        dossier.isWaitingOnlyAt("UserTask_ConfirmStart");
        assertThat(tasks.getVariable(dossier.task("UserTask_ConfirmStart").getId(), "laterStartReason")).isEqualTo("Er is extra hulp.");
    }

    // The share of a team that works with it

    @Test
    void useIsMeasuredUntilItIsHighEnough() {
        Dossier dossier = used("5").isWaitingOnlyAt("IntermediateEvent_MeasureAgain");

        assertThat(dossier.timer("IntermediateEvent_MeasureAgain").getDuedate()).isEqualTo(Calendar.mondayPlus("P28D"));
        dossier.timePassesUntil("IntermediateEvent_MeasureAgain").complete("UserTask_MeasureUse", "usersCount", "8")
                .endedAt("EndEvent_TeamLive");
    }

    @Keeps("use-is-measured-again")
    @Test
    void useThatStaysLowIsDecidedOnByTheHead() {
        Dossier dossier = used("5").timePassesUntil("IntermediateEvent_MeasureAgain").complete("UserTask_MeasureUse", "usersCount", "6")
                .timePassesUntil("IntermediateEvent_MeasureAgain").complete("UserTask_MeasureUse", "usersCount", "7")
                .isWaitingOnlyAt("UserTask_DecideUse");

        assertThat(dossier.task("UserTask_DecideUse")).hasCandidateGroup("head-of-implementation");
        assertThatThrownBy(() -> dossier.submit("UserTask_DecideUse", "useOutcome", "accept"))
                .hasMessageContaining("Waarom besluit u dit");
        dossier.complete("UserTask_DecideUse", "useOutcome", "again");
        assertThat(history.of(dossier.number()).get(0).advice()).hasValueSatisfying(advice -> assertThat(advice.followed()).isTrue());
        dossier.timePassesUntil("IntermediateEvent_MeasureAgain")
                .complete("UserTask_MeasureUse", "usersCount", "7").complete("UserTask_DecideUse", "useOutcome", "accept")
                .endedAt("EndEvent_TeamLive");
        assertThat(history.of(dossier.number()).get(0).advice()).hasValueSatisfying(advice -> assertThat(advice.followed()).isFalse());
    }

    @Test
    void noMoreWorkWithItThanThereAre() {
        assertThatThrownBy(() -> used("11")).hasMessageContaining("Vul hoogstens 10 in bij: Hoeveel van deze mensen werken er nu mee");
    }

    private Dossier ready() {
        return walk.rollingOutIn("team-zonnehof").makeTeamsReady();
    }

    private Dossier used(String users) {
        return live().complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .complete("UserTask_MeasureUse", "usersCount", users);
    }

    @Test
    void headWhoSaysNoGivesADateOnWhichTheTeamComesBack() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").makeTeamsReady("trainedCount", "1").complete("UserTask_AllowStart", "startOutcome", "wait",
                "readyAgainOn", walk.today().plusDays(14).toString());

        assertThat(dossier.waitsAt()).contains("IntermediateEvent_LookAgain").doesNotContain("UserTask_GoLive");
        dossier.timePassesUntil("IntermediateEvent_LookAgain").isWaitingAt("UserTask_PrepareTeam");
    }
}
