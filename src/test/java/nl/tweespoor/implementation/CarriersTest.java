package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** With more than one person in a group: the work of a dossier goes to who was chosen for it. */
@EngineTest
class CarriersTest {

    @Autowired
    Walk walk;
    @Autowired
    IdentityService identities;
    @Autowired
    TaskService tasks;

    @BeforeEach
    void begin() {
        account("lead-a", "Lead A", "project-lead");
        account("lead-b", "Lead B", "project-lead");
        account("owner-a", "Owner A", "line-manager");
        account("owner-b", "Owner B", "it");
        account("many", "Many Roles", "project-lead", "board", "line-manager");
    }

    @AfterEach
    void end() {
        identities.clearAuthentication();
        List.of("lead-a", "lead-b", "owner-a", "owner-b", "many").forEach(identities::deleteUser);
    }

    private void account(String id, String name, String... groups) {
        var user = identities.newUser(id);
        user.setFirstName(name);
        user.setPassword(id + "-password");
        identities.saveUser(user);
        List.of(groups).forEach(group -> identities.createMembership(id, group));
    }

    private Dossier ledBy(String lead, Object... answers) {
        return walk.accepted().chooseWeight("extended").formTeam(with(answers, "projectLead", lead)).grantRoom();
    }

    private static Object[] with(Object[] answers, Object... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(more), java.util.Arrays.stream(answers)).toArray();
    }

    private static String assignee(Dossier dossier, String step) {
        return dossier.task(step).getAssignee();
    }

    private Dossier planned(Dossier dossier) {
        return dossier.analysePractice().complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies")
                .plan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded", "itChoice", "notNeeded")
                .complete("UserTask_ArrangeCommunication");
    }

    private Dossier evaluated(Dossier dossier) {
        return planned(dossier).makeTeamsReady()
                .complete("UserTask_GoLive", "goLiveOutcome", "live").complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .complete("UserTask_MeasureUse", "usersCount", "9").evaluate("evaluationOutcome", "goOn");
    }

    @Test
    @Keeps("work-goes-to-the-chosen-lead")
    void everyTaskOfTheProjectLeadIsOfTheOneWhoWasChosen() {
        Dossier dossier = ledBy("project-lead/lead-a");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isEqualTo("lead-a");
        dossier.analysePractice();
        assertThat(assignee(dossier, "UserTask_AnalyseTargetGroups")).isEqualTo("lead-a");
        dossier.complete("UserTask_AnalyseTargetGroups");
        assertThat(assignee(dossier, "UserTask_ChooseStrategies")).isEqualTo("lead-a");
        dossier.complete("UserTask_ChooseStrategies");
        assertThat(assignee(dossier, "UserTask_PlanImplementation")).isEqualTo("lead-a");
        dossier.plan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded",
                "itChoice", "notNeeded").complete("UserTask_ArrangeCommunication");
        assertThat(assignee(dossier, "UserTask_PrepareTeam")).isEqualTo("lead-a");
        dossier.timePassesUntil("StartEvent_StandUpDue");
        assertThat(assignee(dossier, "UserTask_HoldStandUp")).isEqualTo("lead-a");
    }

    @Test
    void colleagueReadsTheTaskOfTheChosenLeadAndCanNotCompleteIt() {
        Dossier dossier = ledBy("project-lead/lead-a");
        assertThatThrownBy(() -> dossier.completeAs("lead-b", "UserTask_AnalysePractice", "normDirection", "higher", "baselineValue", "2",
                "targetValue", "12", "normValue", "10")).hasMessageContaining("Deze taak is van Lead A");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isEqualTo("lead-a");
    }

    @Test
    void leadIsNeitherSponsorNorOwnerAlsoInAnotherGroup() {
        Dossier dossier = walk.accepted().chooseWeight("extended");
        assertThatThrownBy(() -> dossier.formTeam("projectLead", "project-lead/many", "sponsor", "board/many", "lineOwner", "it/owner-b"))
                .isInstanceOf(Refusal.class).hasMessageContaining(
                        "Kies iemand anders dan bij \u2018Wie wordt projectleider?\u2019, bij: Wie staat er zichtbaar achter");
        assertThatThrownBy(() -> dossier.formTeam("projectLead", "project-lead/many", "sponsor", "board/board", "lineOwner", "line-manager/many"))
                .isInstanceOf(Refusal.class).hasMessageContaining("bij: Wie wordt later eigenaar in de lijn");
        dossier.formTeam("projectLead", "project-lead/lead-a", "sponsor", "board/many", "lineOwner", "line-manager/many");
    }

    @Test
    void leadDoesNotBecomeOwnerLaterEither() {
        Dossier dossier = evaluated(ledBy("project-lead/many", "sponsor", "board/board", "lineOwner", "it/owner-b"));
        assertThatThrownBy(() -> dossier.secure("lineOwner", "line-manager/many"))
                .hasMessageContaining("Kies iemand die in dit dossier niet al iets anders draagt, bij: Wie wordt eigenaar in de lijn");
    }

    @Test
    void whoIsNotOfTheGroupCanNotBeChosen() {
        Dossier dossier = walk.accepted().chooseWeight("extended");
        for (String other : List.of("project-lead/it", "project-lead", "it/it", "lead-a", "board/board")) {
            assertThatThrownBy(() -> dossier.formTeam("projectLead", other)).as(other)
                    .hasMessageContaining("Kies uit de lijst bij: Wie wordt projectleider");
        }
    }

    @Test
    @Keeps("chosen-owner-looks-back")
    void ownerWhoWasChosenAcceptsMeasuresAndLooksBackAndNextYearTheNextOne() {
        Dossier dossier = evaluated(ledBy("project-lead/lead-a", "lineOwner", "line-manager/owner-a"));
        assertThat(dossier.shownAt("UserTask_SecureInnovation", "carriers")).contains("Lead A (Projectleider)", "Owner A (Teammanager)");
        dossier.secure("lineOwner", "it/owner-b");
        Task accept = dossier.task("UserTask_AcceptOwnership");
        assertThat(accept.getAssignee()).isEqualTo("owner-b");
        assertThatThrownBy(() -> dossier.completeAs("it", "UserTask_AcceptOwnership", "ownershipOutcome", "accept"))
                .hasMessageContaining("Deze taak is van Owner B");
        dossier.complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept");
        for (int moment = 1; moment <= 3; moment++) {
            dossier.timePassesUntil("IntermediateEvent_MomentReached");
            assertThat(assignee(dossier, "UserTask_MeasureResult")).isEqualTo("owner-b");
            dossier.complete("UserTask_MeasureResult", "measuredValue", "12", "stillStandard", "yes", "ownerThere", "yes");
        }
        assertThat(assignee(dossier, "UserTask_RecordLessons")).isEqualTo("lead-a");
        dossier.complete("UserTask_RecordLessons", "lessonOutcome", "none").timePassesUntil("IntermediateEvent_YearPassed");
        assertThat(assignee(dossier, "UserTask_LookBack")).isEqualTo("owner-b");
        dossier.complete("UserTask_LookBack", "stillStandard", "yes", "ownerThere", "yes", "nextOwner", "line-manager/owner-a",
                "yearlyOutcome", "holds").timePassesUntil("IntermediateEvent_YearPassed");
        assertThat(assignee(dossier, "UserTask_LookBack")).isEqualTo("owner-a");
        dossier.complete("UserTask_LookBack", "stillStandard", "yes", "ownerThere", "no", "yearlyOutcome", "holds");
    }

    // Who leaves, and who is away

    @Test
    void whoLeavesTheGroupLeavesNoTaskAndGetsItBackOnReturn() {
        Dossier dossier = ledBy("project-lead/lead-a");
        identities.deleteMembership("lead-a", "project-lead");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isNull();
        identities.createMembership("lead-a", "project-lead");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isEqualTo("lead-a");
    }

    @Test
    void taskOfWhoseAccountIsGoneIsForTheGroup() {
        Dossier dossier = ledBy("project-lead/lead-a");
        identities.deleteUser("lead-a");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isNull();
        dossier.completeAs("lead-b", "UserTask_AnalysePractice", "normDirection", "higher", "baselineValue", "2", "targetValue", "12",
                "normValue", "10");
        assertThat(assignee(dossier, "UserTask_AnalyseTargetGroups")).isNull();
    }

    @Test
    void whatAColleagueTookMeanwhileStaysWithThem() {
        Dossier dossier = ledBy("project-lead/lead-a");
        identities.deleteMembership("lead-a", "project-lead");
        identities.setAuthentication("lead-b", List.of("project-lead"));
        tasks.claim(dossier.task("UserTask_AnalysePractice").getId(), "lead-b");
        identities.clearAuthentication();
        identities.createMembership("lead-a", "project-lead");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isEqualTo("lead-b");
        identities.deleteMembership("lead-b", "project-lead");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isEqualTo("lead-a");
    }

    @Test
    void taskOfWhoIsAwayIsForTheGroupUntilTheyAreBack() {
        Dossier dossier = ledBy("project-lead/lead-a");
        Dossier absence = walk.absent("lead-a", walk.today(), walk.today().plusDays(3))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", "it")
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept").timePassesUntil("BoundaryEvent_FirstDayReached");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isNull();
        absence.complete("UserTask_StopStandIn");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isEqualTo("lead-a");
    }

    // Who takes over

    @Test
    @OnPostgresToo
    @Keeps("open-work-moves-to-successor")
    void openWorkAndWhatComesGoToTheSuccessorOfTheLead() {
        Dossier dossier = ledBy("project-lead/lead-a");
        Dossier change = walk.otherCarrierWanted(dossier.number())
                .complete("UserTask_ChooseCarrier", "carrierOutcome", "change", "carrierRole", "projectLead", "newProjectLead", "project-lead/lead-b");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isEqualTo("lead-b");
        assertThat(assignee(change, "UserTask_ReadCarrierChange")).isEqualTo("lead-b");
        assertThat(change.shownAt("UserTask_ReadCarrierChange", "carriers")).contains("Lead B (Projectleider)").doesNotContain("Lead A");
        change.complete("UserTask_ReadCarrierChange").endedAt("EndEvent_CarrierChanged");
        dossier.analysePractice();
        assertThat(assignee(dossier, "UserTask_AnalyseTargetGroups")).isEqualTo("lead-b");
    }

    @Test
    void ownerOfAnotherGroupGetsTheTaskAndTheGroupBeforeDoesNotSeeItAnyMore() {
        Dossier dossier = evaluated(ledBy("project-lead/lead-a", "lineOwner", "line-manager/owner-a"));
        dossier.secure("lineOwner", "line-manager/owner-a");
        walk.otherCarrierWanted(dossier.number())
                .complete("UserTask_ChooseCarrier", "carrierOutcome", "change", "carrierRole", "lineOwner", "newLineOwner", "it/owner-b");
        Task accept = dossier.task("UserTask_AcceptOwnership");
        assertThat(accept.getAssignee()).isEqualTo("owner-b");
        assertThat(tasks.getIdentityLinksForTask(accept.getId()).stream().map(link -> link.getGroupId()).filter(group -> group != null))
                .containsExactly("it");
        dossier.completeAs("owner-b", "UserTask_AcceptOwnership", "ownershipOutcome", "accept");
    }

    @Test
    void leaderOfOneTeamIsReplacedAndOfNoOther() {
        Dossier dossier = inTwoTeams();
        getsReady(dossier, "team-zonnehof", "line-manager/owner-a");
        getsReady(dossier, "team-nachtzorg", "line-manager/owner-a");
        walk.otherCarrierWanted(dossier.number()).complete("UserTask_ChooseCarrier", "carrierOutcome", "change", "carrierRole",
                "teamLeader-of-team-zonnehof", "newTeamLeader", "line-manager/many");
        assertThat(ofTeam(dossier, "UserTask_GoLive", "team-zonnehof").getAssignee()).isEqualTo("many");
        assertThat(ofTeam(dossier, "UserTask_GoLive", "team-nachtzorg").getAssignee()).isEqualTo("owner-a");
    }

    @Test
    void successorDoesNotHoldWhatTheLeadMayNotHoldBeside() {
        Dossier dossier = ledBy("project-lead/lead-a", "sponsor", "board/many");
        Dossier change = walk.otherCarrierWanted(dossier.number());
        assertThatThrownBy(() -> change.complete("UserTask_ChooseCarrier", "carrierOutcome", "change", "carrierRole", "projectLead",
                "newProjectLead", "project-lead/many")).hasMessageContaining("niet al iets anders draagt, bij: Wie wordt projectleider");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isEqualTo("lead-a");
    }

    @Test
    void headIsAskedOncePerDossierWhoTakesOverFromWhoLeaves() {
        Dossier dossier = ledBy("project-lead/lead-a");
        identities.deleteMembership("lead-a", "project-lead");
        identities.deleteUser("lead-a");
        assertThat(dossier.tasks("UserTask_ChooseCarrier")).singleElement().satisfies(task -> {
            assertThat(tasks.getVariable(task.getId(), "carriersGone")).asString().contains("(Projectleider)");
            assertThat(tasks.getVariable(task.getId(), "carrierRole")).isEqualTo("projectLead");
        });
        dossier.complete("UserTask_ChooseCarrier", "carrierOutcome", "change", "carrierRole", "projectLead", "newProjectLead", "project-lead/lead-b");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isEqualTo("lead-b");
    }

    @Test
    void milestoneIsHandedOnWhenItsOwnerLeaves() {
        Dossier dossier = ledBy("project-lead/lead-a").analysePractice().complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies")
                .makePlan("milestone1Owner", "it/owner-b");
        identities.deleteMembership("owner-b", "it");
        assertThat(tasks.getVariable(dossier.task("UserTask_ChooseCarrier").getId(), "carrierRole")).isEqualTo("milestone1Owner");
        dossier.complete("UserTask_ChooseCarrier", "carrierOutcome", "change", "carrierRole", "milestone1Owner",
                "newMilestoneOwner", "line-manager/owner-a");
        assertThat(dossier.shownAt("UserTask_ApprovePlan", "milestones")).contains("Owner A").doesNotContain("Owner B");
    }

    @Keeps("milestones-go-along")
    @Test
    @OnPostgresToo
    void headIsAskedOnceForAllMilestonesOfWhoLeaves() {
        Dossier dossier = ledBy("project-lead/lead-a").analysePractice().complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies")
                .makePlan("milestone1Owner", "it/owner-b", "milestone1Date", walk.today().plusDays(20).toString(),
                        "milestone2Name", "Klaar", "milestone2Goal", "Iedereen kan het", "milestone2Owner", "it/owner-b",
                        "milestone2Date", walk.today().plusDays(30).toString(),
                        "milestone3Name", "Over", "milestone3Goal", "Iedereen werkt ermee", "milestone3Owner", "hr/hr",
                        "milestone3Date", walk.today().plusDays(40).toString());
        identities.deleteMembership("owner-b", "it");

        assertThat(tasks.getVariable(dossier.task("UserTask_ChooseCarrier").getId(), "carrierRole")).isEqualTo("milestone1Owner");
        dossier.complete("UserTask_ChooseCarrier", "carrierOutcome", "change", "carrierRole", "milestone1Owner",
                "newMilestoneOwner", "line-manager/owner-a");
        assertThat(dossier.shownAt("UserTask_ApprovePlan", "milestones")).contains("Owner A", "HR").doesNotContain("Owner B");
    }

    @Test
    @OnPostgresToo
    void headMayLeaveTheWorkToTheGroup() {
        Dossier dossier = ledBy("project-lead/lead-a");
        identities.deleteMembership("lead-a", "project-lead");
        dossier.complete("UserTask_ChooseCarrier", "carrierOutcome", "keep").endedAt("EndEvent_CarrierStays");
        assertThat(assignee(dossier, "UserTask_AnalysePractice")).isNull();
    }

    @Test
    @OnPostgresToo
    void nobodyIsAskedForWhatIsOverOrWasNeverTheirs() {
        Dossier dossier = ledBy("project-lead/lead-a", "sponsor", "board/board", "lineOwner", "it/owner-b");
        identities.deleteUser("lead-b");
        identities.deleteMembership("many", "board");
        assertThat(dossier.waitsAt()).doesNotContain("UserTask_ChooseCarrier");
        assertThatThrownBy(() -> walk.otherCarrierWanted("I-1999-0001")).hasMessageContaining("Controleer het nummer");
    }

    @Test
    void taskOfAWholeGroupThatIsDeletedIsNobodysAnyMore() {
        identities.saveGroup(identities.newGroup("some-group"));
        identities.createMembership("lead-a", "some-group");
        Task task = tasks.newTask();
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), "some-group");
        tasks.setAssignee(task.getId(), "lead-a");
        identities.deleteGroup("some-group");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isNull();
        tasks.deleteTask(task.getId(), true);
    }

    // The leader of a team

    private Dossier inTwoTeams() {
        return ledBy("project-lead/lead-a").analysePractice().complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies")
                .plan("planTeams", Walk.list("team-zonnehof", "team-nachtzorg"), "trainingChoice", "notNeeded",
                        "procurementChoice", "notNeeded", "itChoice", "notNeeded").complete("UserTask_ArrangeCommunication");
    }

    private void getsReady(Dossier dossier, String team, String leader) {
        Task task = ofTeam(dossier, "UserTask_PrepareTeam", team);
        dossier.makeTeamReady(task, "lead-a", "teamLeader", leader);
    }

    private Task ofTeam(Dossier dossier, String step, String team) {
        return dossier.tasks(step).stream().filter(task -> team.equals(tasks.getVariable(task.getId(), "teamId"))).findFirst().orElseThrow();
    }

    @Test
    @Keeps("leader-does-own-team")
    void leaderGetsTheTasksOfTheirOwnTeamAndOfNoOther() {
        Dossier dossier = inTwoTeams();
        getsReady(dossier, "team-zonnehof", "line-manager/owner-a");
        getsReady(dossier, "team-nachtzorg", "line-manager/many");
        Task zonnehof = ofTeam(dossier, "UserTask_GoLive", "team-zonnehof");
        Task nachtzorg = ofTeam(dossier, "UserTask_GoLive", "team-nachtzorg");
        assertThat(zonnehof.getAssignee()).isEqualTo("owner-a");
        assertThat(nachtzorg.getAssignee()).isEqualTo("many");
        assertThatThrownBy(() -> dossier.complete(nachtzorg, "owner-a", "goLiveOutcome", "live")).hasMessageContaining("Deze taak is van Many Roles");
        dossier.complete(zonnehof, "owner-a", "goLiveOutcome", "live").complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier");
        assertThat(ofTeam(dossier, "UserTask_MeasureUse", "team-zonnehof").getAssignee()).isEqualTo("owner-a");
        dossier.complete("UserTask_MeasureUse", "usersCount", "9").timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", "adjust", "adjustStep", "plan").complete("UserTask_ReadAdjustment")
                .plan("planTeams", Walk.list("team-zonnehof", "team-nachtzorg"), "trainingChoice", "notNeeded",
                        "procurementChoice", "notNeeded", "itChoice", "notNeeded").complete("UserTask_ArrangeCommunication");
        assertThat(ofTeam(dossier, "UserTask_ReadChange", "team-zonnehof").getAssignee()).as("who led it already").isEqualTo("owner-a");
    }

    @Test
    void whatIsAskedOfATeamIsForItsOwnPeople() {
        identities.createMembership("owner-a", "care-professional");
        identities.createMembership("owner-b", "care-professional");
        identities.createMembership("owner-a", "team-zonnehof");
        Dossier dossier = inTwoTeams();
        for (String team : List.of("team-zonnehof", "team-nachtzorg")) {
            getsReady(dossier, team, "line-manager/many");
            dossier.complete(ofTeam(dossier, "UserTask_GoLive", team), "many", "goLiveOutcome", "live");
        }
        Task asked = ofTeam(dossier, "UserTask_GiveFeedback", "team-zonnehof");
        assertThatThrownBy(() -> dossier.complete(asked, "owner-b", "feedbackOutcome", "noBarrier"))
                .hasMessageContaining("aan mensen van het team zelf");
        identities.setAuthentication("owner-b", List.of("care-professional"));
        assertThatThrownBy(() -> tasks.claim(asked.getId(), "owner-b")).hasMessageContaining("aan mensen van het team zelf");
        identities.clearAuthentication();
        dossier.complete(asked, "owner-a", "feedbackOutcome", "noBarrier");
        // Nobody who gives care is in that team.
        dossier.complete(ofTeam(dossier, "UserTask_GiveFeedback", "team-nachtzorg"), "owner-b", "feedbackOutcome", "noBarrier");
    }

    // The head of the roll-out

    @Test
    void headDecidesToAdjustAndToStopAndTheLeadOnlyToGoOn() {
        Dossier dossier = planned(ledBy("project-lead/lead-a")).timePassesUntil("StartEvent_EvaluationDue")
                .propose("evaluationOutcome", "adjust", "adjustStep", "plan");
        assertThat(dossier.waitsAt()).contains("UserTask_DecideCourse").doesNotContain("UserTask_ReadAdjustment");
        assertThat(tasks.getVariables(dossier.task("UserTask_DecideCourse").getId())).containsEntry("evaluationOutcome", null)
                .containsEntry("proposedCourse", "adjust").containsEntry("proposedStep", "plan");
        dossier.complete("UserTask_DecideCourse", "evaluationOutcome", "goOn");
        assertThat(dossier.waitsAt()).contains("UserTask_PrepareTeam").doesNotContain("UserTask_ReadAdjustment", "UserTask_DecideStop");
    }

    @Test
    void whatTheHeadWouldStopTheManagementTeamDecides() {
        Dossier dossier = planned(ledBy("project-lead/lead-a")).timePassesUntil("StartEvent_EvaluationDue")
                .propose("evaluationOutcome", "stop").isWaitingAt("UserTask_DecideCourse");
        dossier.complete("UserTask_DecideCourse", "evaluationOutcome", "stop").isWaitingAt("UserTask_DecideStop")
                .complete("UserTask_DecideStop", "evaluationOutcome", "stop").endedAt("EndEvent_RollOutStopped");
    }

    @Test
    void headWhoLeadsTheProjectDoesNotApproveTheirOwnPlan() {
        identities.createMembership("many", "head-of-implementation");
        Dossier dossier = ledBy("project-lead/many").analysePractice().complete("UserTask_AnalyseTargetGroups")
                .complete("UserTask_ChooseStrategies").makePlan();
        assertThatThrownBy(() -> dossier.completeAs("many", "UserTask_ApprovePlan", "approveOutcome", "approve"))
                .hasMessageContaining("Wie het project leidt, beslist hier niet zelf over");
        dossier.completeAs("management-team", "UserTask_ApprovePlan", "approveOutcome", "approve").isWaitingAt("UserTask_ConfirmPlan");
    }

    // The members of the project team

    @Test
    void memberDoesThePartOfTheirGroupAndWhereNoneWasChosenTheGroupDoes() {
        identities.createMembership("owner-b", "hr");
        Dossier dossier = ledBy("project-lead/lead-a", "member1", "hr/owner-b", "member2", "care-professional/care-professional").analysePractice()
                .complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies").plan("planTeams", Walk.list("team-zonnehof"),
                        "trainingChoice", "needed", "procurementChoice", "notNeeded", "itChoice", "needed");
        assertThat(assignee(dossier, "UserTask_ArrangeTraining")).isEqualTo("owner-b");
        assertThat(assignee(dossier, "UserTask_ArrangeIt")).isNull();
        assertThatThrownBy(() -> dossier.completeAs("hr", "UserTask_ArrangeTraining")).hasMessageContaining("Deze taak is van Owner B");
        identities.deleteMembership("owner-b", "hr");
        dossier.completeAs("hr", "UserTask_ArrangeTraining");
    }

    @Test
    void nobodyIsInTheTeamTwiceAndTheLeadIsNoMember() {
        Dossier dossier = walk.accepted().chooseWeight("extended");
        assertThatThrownBy(() -> dossier.formTeam("projectLead", "project-lead/many", "sponsor", "board/board", "lineOwner", "it/owner-b",
                "member1", "line-manager/many")).hasMessageContaining(
                        "Teamlid 1: kies iemand anders dan bij \u2018Wie wordt projectleider?\u2019, bij: Wie");
        assertThatThrownBy(() -> dossier.formTeam("projectLead", "project-lead/lead-a", "member1", "it/it", "member2", "it/it"))
                .hasMessageContaining("Teamlid 2: kies iemand anders dan bij \u2018Teamlid 1: Wie\u2019, bij: Wie");
    }

    @Test
    void helpFromOutsideHasAnEndAndIsNotChosenForAnything() {
        Dossier dossier = walk.accepted().chooseWeight("extended");
        assertThatThrownBy(() -> dossier.formTeam("helper1Name", "Technicus", "helper1Organisation", "Leverancier", "helper1Task", "Inrichten",
                "helper1Until", walk.today().toString())).hasMessageContaining("Hulp 1: kies een dag na vandaag bij: Tot en met");
        dossier.formTeam("helper1Name", "Technicus", "helper1Organisation", "Leverancier", "helper1Task", "Inrichten",
                "helper1Until", "2027-03-01", "member1", "it/it", "member2", "hr/hr", "lineOwner", "line-manager/owner-a");
        assertThat(dossier.shownAt("UserTask_GrantRoom", "carriers")).contains("Technicus (Leverancier): Inrichten, tot en met 01-03-2027",
                "Teamlid 1", "ICT");
    }
}
