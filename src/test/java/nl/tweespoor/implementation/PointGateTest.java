package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What must be closed before a step is closed, or someone above lets it pass; nobody lets pass a point of their own. */
@EngineTest
class PointGateTest {

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;

    @AfterEach
    void logout() {
        engine.getIdentityService().clearAuthentication();
    }

    @Keeps("step-goes-on-when-points-are-closed")
    @Test
    @OnPostgresToo
    void aTeamStartsWhenTheLastPointBeforeItIsClosed() {
        Dossier dossier = ready(raise("employee", raise("employee", walk.rollingOutIn("team-zonnehof"), "goLive"), "goLive"));

        Task wait = dossier.task("UserTask_SeeToPoints");
        assertThat(wait).isAssignedTo("project-lead");
        assertThat(dossier.tasks("UserTask_GoLive")).isEmpty();
        assertThat(dossier.shownAt("UserTask_SeeToPoints", "pointsBefore")).contains("Wie leert het de invalkrachten?",
                "moet klaar zijn vóór de start van een team");
        close(dossier);
        assertThat(dossier.task("UserTask_SeeToPoints").getId()).isEqualTo(wait.getId());
        close(dossier);
        assertThat(dossier.tasks("UserTask_SeeToPoints")).isEmpty();
        dossier.isWaitingAt("UserTask_GoLive");
    }

    @Test
    void aPointBeforeALaterStepHoldsUpNothing() {
        ready(raise("employee", raise("employee", walk.rollingOutIn("team-zonnehof"), "secured"), null)).isWaitingAt("UserTask_GoLive");
    }

    /** Whoever starts while a point comes up tells it, and does not get past it. */
    @Test
    void aPointThatCameUpMeanwhileIsMetAtTheStart() {
        Dossier dossier = ready(walk.rollingOutIn("team-zonnehof")).isWaitingAt("UserTask_GoLive");

        raise("employee", dossier, "goLive").complete("UserTask_GoLive", "goLiveOutcome", "live");
        assertThat(dossier.tasks("UserTask_GiveFeedback")).isEmpty();
        close(dossier.isWaitingAt("UserTask_SeeToPoints")).isWaitingAt("UserTask_GiveFeedback");
    }

    @Keeps("point-let-pass-is-told-to-who-raised-it")
    @Test
    @OnPostgresToo
    void managementTeamLetsItPassAndWhoRaisedItHearsWhy() {
        Dossier dossier = ready(raise("employee", walk.rollingOutIn("team-zonnehof"), "goLive"))
                .complete("UserTask_SeeToPoints", "letPassRequestReason", "De invalkrachten komen pas in mei.");

        assertThat(dossier.task("UserTask_LetPointsPass")).hasCandidateGroup("management-team");
        assertThat(dossier.shownAt("UserTask_LetPointsPass", "pointsBefore")).contains("Wie leert het de invalkrachten?");
        dossier.complete("UserTask_LetPointsPass", "letPassOutcome", "accept", "letPassReason", "Zij leren het van een collega.")
                .isWaitingAt("UserTask_GoLive", "UserTask_ReadPointAnswer");
        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).isEmpty();
        assertThat(engine.getTaskService().getVariables(dossier.task("UserTask_ReadPointAnswer").getId()))
                .containsEntry("pointState", "accepted").containsEntry("pointDecisionReason", "Zij leren het van een collega.");
        assertThat(dossier.decisions()).extracting(decision -> decision.get("step"))
                .contains("Beslissen of een stap door kan: Zonnehof (revalidatie)");
    }

    @Test
    void whatTheManagementTeamStillHadToDecideOnIsLetPassAsWell() {
        Dossier dossier = ready(raise("employee", walk.rollingOutIn("team-zonnehof"), "goLive").timePassesUntil("BoundaryEvent_DatePassed"))
                .complete("UserTask_SeeToPoints").complete("UserTask_LetPointsPass", "letPassOutcome", "accept", "letPassReason", "Zij leren het van een collega.");

        dossier.isWaitingAt("UserTask_GoLive", "UserTask_ReadPointAnswer");
        assertThat(engine.getTaskService().getVariables(dossier.task("UserTask_ReadPointAnswer").getId())).containsEntry("pointState", "accepted");
        assertThat(dossier.shownAt("UserTask_GoLive", "openPoints")).contains("Aanvaard door het managementteam");
    }

    @Test
    @OnPostgresToo
    void managementTeamSendsItBack() {
        Dossier dossier = ready(raise("employee", walk.rollingOutIn("team-zonnehof"), "goLive")).complete("UserTask_SeeToPoints")
                .complete("UserTask_LetPointsPass", "letPassOutcome", "refuse", "letPassReason", "Eerst de invalkrachten.");

        dossier.isWaitingAt("UserTask_SeeToPoints", "UserTask_HandleOpenPoint");
        assertThat(engine.getTaskService().getVariables(dossier.task("UserTask_SeeToPoints").getId()))
                .containsEntry("letPassReason", "Eerst de invalkrachten.");
    }

    @Test
    void whoDoesNothingIsDecidedAbove() {
        Dossier dossier = ready(raise("employee", walk.rollingOutIn("team-zonnehof"), "goLive"))
                .timePassesUntil("BoundaryEvent_SeeToPointsLate").isWaitingAt("UserTask_LetPointsPass");
        assertThat(dossier.tasks("UserTask_SeeToPoints")).isEmpty();
    }

    @Test
    void whatIsClosedWhileTheManagementTeamThinksNeedsNoDecisionAnyMore() {
        close(ready(raise("employee", walk.rollingOutIn("team-zonnehof"), "goLive")).complete("UserTask_SeeToPoints"))
                .isWaitingAt("UserTask_GoLive");
    }

    @Test
    void nobodyLetsPassWhatCameUpAfterTheyWereAsked() {
        Dossier dossier = ready(raise("employee", walk.rollingOutIn("team-zonnehof"), "goLive")).complete("UserTask_SeeToPoints");

        raise("employee", dossier, "goLive").complete("UserTask_LetPointsPass", "letPassOutcome", "accept")
                .isWaitingAt("UserTask_SeeToPoints", "UserTask_HandleOpenPoint");
        assertThat(dossier.tasks("UserTask_GoLive")).isEmpty();
    }

    @Keeps("nobody-lets-their-own-point-pass")
    @Test
    void whoRaisedAPointDoesNotLetItPass() {
        Dossier dossier = ready(raise("management-team", walk.rollingOutIn("team-zonnehof"), "goLive")).complete("UserTask_SeeToPoints");

        assertThat(dossier.task("UserTask_LetPointsPass")).hasCandidateGroup("board");
        assertThatThrownBy(() -> dossier.completeAs("management-team", "UserTask_LetPointsPass", "letPassOutcome", "accept"))
                .hasMessageContaining("beslist er niet zelf over");
        dossier.completeAs("board", "UserTask_LetPointsPass", "letPassOutcome", "accept").isWaitingAt("UserTask_GoLive");
    }

    @Test
    void whoAsksDoesNotLetPass() {
        engine.getIdentityService().createMembership("project-lead", "management-team");
        try {
            Dossier dossier = ready(raise("employee", walk.rollingOutIn("team-zonnehof"), "goLive")).complete("UserTask_SeeToPoints");

            assertThatThrownBy(() -> dossier.completeAs("project-lead", "UserTask_LetPointsPass", "letPassOutcome", "accept"))
                    .hasMessageContaining("beslist er niet zelf over");
        } finally {
            engine.getIdentityService().deleteMembership("project-lead", "management-team");
        }
    }

    @Test
    void whoAsksSaysWhy() {
        Dossier dossier = ready(raise("employee", walk.rollingOutIn("team-zonnehof"), "goLive"));

        assertThatThrownBy(() -> dossier.submit("UserTask_SeeToPoints", "letPassRequestReason", "n.v.t.")).hasMessageContaining("reden");
        assertThatThrownBy(() -> dossier.submit("UserTask_SeeToPoints")).hasMessageContaining("Vul nog in");
    }

    @Test
    void nothingIsHandedOverPastAPointBeforeTheHandOver() {
        Dossier dossier = raise("employee", walk.decided(), "handOver").complete("UserTask_PrepareHandOver");

        assertThat(dossier.task("UserTask_SeeToPoints")).hasCandidateGroup("head-of-innovation");
        assertThat(dossier.running("implementation")).isEmpty();
        close(dossier).isWaitingAt("UserTask_ReviewHandOver");
    }

    @Test
    void nothingIsSecuredPastAPointBeforeSecuring() {
        Dossier dossier = raise("employee", walk.evaluated(), "secured").secure("lineOwner", "line-manager/line-manager")
                .complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept").isWaitingAt("UserTask_SeeToPoints");

        assertThat(dossier.running("lasting-evaluation")).isEmpty();
        close(dossier).isWaitingAt("IntermediateEvent_MomentReached");
    }

    /** What was to be closed before an earlier step counts at each later one. */
    @Test
    void noLastEvaluationPassesAPointThatIsStillOpen() {
        Dossier dossier = walk.owned();
        for (int moment = 1; moment <= 3; moment++) {
            dossier.timePassesUntil("IntermediateEvent_MomentReached");
            if (moment == 3) {
                raise("employee", raise("employee", dossier, "lastEvaluation"), "secured");
            }
            dossier.complete("UserTask_MeasureResult", "measuredValue", "12", "stillStandard", "yes", "ownerThere", "yes");
        }

        close(close(dossier.isWaitingAt("UserTask_SeeToPoints"))).isWaitingAt("UserTask_RecordLessons");
    }

    private static Dossier ready(Dossier dossier) {
        return dossier.makeTeamsReady();
    }

    /** The oldest point. */
    private static Dossier close(Dossier dossier) {
        Task point = dossier.tasks("UserTask_HandleOpenPoint").get(0);
        return dossier.complete(point, point.getAssignee() != null ? point.getAssignee()
                : dossier.running("implementation").isEmpty() ? "head-of-innovation" : "project-lead",
                "pointOutcome", "done", "pointReason", "De digicoach leert het hun.");
    }

    /** @param before the step; null for none */
    private Dossier raise(String user, Dossier dossier, String before) {
        engine.getIdentityService().setAuthentication(user, List.of(user));
        try {
            String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("raise-point").latestVersion()
                    .singleResult().getId();
            String instance = engine.getFormService().submitStartForm(definition, Map.of("pointKind", "question",
                    "pointText", "Wie leert het de invalkrachten?")).getId();
            String choose = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
            engine.getFormService().submitTaskForm(choose, before == null ? Map.of("pointChoice", "send", "aboutDossier", dossier.number())
                    : Map.of("pointChoice", "send", "aboutDossier", dossier.number(), "pointBefore", before));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        return dossier;
    }
}
