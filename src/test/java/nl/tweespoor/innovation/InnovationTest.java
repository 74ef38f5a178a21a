package nl.tweespoor.innovation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One test per end event and per loop of innovation; the hand-over has its own. */
@EngineTest
class InnovationTest {

    @Autowired
    Walk walk;

    @Autowired
    ProcessEngine engine;

    @Test
    void reportedOpportunityWaitsForTheHeadOfInnovation() {
        Dossier dossier = walk.reported();
        assertThat(dossier.innovation()).isWaitingAtExactly("UserTask_IdentifyOpportunity")
                .task().hasCandidateGroup("head-of-innovation").isNotAssigned();
    }

    @Test
    void lessonBecomesANewOpportunityOfItsOwn() {
        Dossier earlier = walk.reported();
        // A process may send messages whoever acts in it; by hand only the administrator may.
        engine.getIdentityService().setAuthentication("project-lead", List.of(Groups.CAMUNDA_ADMIN));
        var lesson = engine.getRuntimeService().createMessageCorrelation("LessonLearned")
                .processInstanceBusinessKey(earlier.number()).correlateStartMessage();
        assertThat(lesson).isWaitingAtExactly("UserTask_IdentifyOpportunity").hasPassed("StartEvent_LessonReceived")
                .variables().containsKey("dossierNumber")
                .doesNotContainEntry("dossierNumber", earlier.number());
    }

    @Keeps("reporter-is-answered")
    @Test
    void opportunityIsRejectedAtOnce() {
        Dossier dossier = walk.reported().complete("UserTask_IdentifyOpportunity",
                "identifyOutcome", "reject", "identifyReason", "Dit bestaat al");
        assertThat(dossier.innovation()).isEnded();
        dossier.endedAt("EndEvent_Rejected").isWaitingAt("UserTask_ReadAnswer");
    }

    @Test
    void opportunityThatDoesNotFitIsRejected() {
        Dossier dossier = walk.identified().assess("selectionGround", "none")
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "reject");
        assertThat(dossier.innovation()).isEnded();
        dossier.endedAt("EndEvent_Rejected").isWaitingAt("UserTask_ReadAnswer");
    }

    @Keeps("joined-dossier-closes")
    @Test
    void opportunityIsJoinedToAnotherDossier() {
        Dossier other = walk.reported();
        Dossier dossier = walk.reported().complete("UserTask_IdentifyOpportunity",
                "identifyOutcome", "join", "joinedDossier", other.number());
        assertThat(dossier.innovation()).isEnded();
        dossier.endedAt("EndEvent_Joined").isWaitingAt("UserTask_ReadAnswer");
        assertThat(dossier.variable("answer-reporter", "answerOutcome").toString()).contains(other.number());
        other.isWaitingAt("UserTask_IdentifyOpportunity");
    }

    /** Whoever reported it would read that it goes on where nothing goes on. */
    @Test
    void nothingIsJoinedToADossierThatEnded() {
        Dossier closed = walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject");
        Dossier other = walk.reported();
        Dossier dossier = walk.reported();
        assertThatThrownBy(() -> dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join",
                "joinedDossier", closed.number())).hasMessageContaining("Kies uit de lijst");
        other.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject");
        assertThatThrownBy(() -> dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join",
                "joinedDossier", other.number())).hasMessageContaining("loopt niet meer");
        assertThat(dossier.innovation()).isWaitingAtExactly("UserTask_IdentifyOpportunity");
    }

    @Test
    void reportIsJoinedToWhatRunsInImplementation() {
        Dossier running = walk.accepted();
        walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join", "joinedDossier", running.number())
                .endedAt("EndEvent_Joined");
    }

    @Test
    void headSeesWhichOpenDossiersResembleAReport() {
        Dossier alike = walk.reported("title", "Rustiger nachten", "problem", "De nachtronde maakt mensen wakker.")
                .complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn");
        walk.reported("title", "Nachtronde kost tijd", "problem", "Van de nachtronde wordt men wakker.")
                .complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject");
        walk.reported("title", "Sleutels zoeken", "problem", "Wij zijn de sleutels kwijt.");
        Dossier dossier = walk.reported("title", "Wakker van de NACHTRONDE", "problem", "Wij maken mensen wakker.");
        walk.login("head-of-innovation");
        var shown = engine.getFormService().getTaskFormVariables(dossier.task("UserTask_IdentifyOpportunity").getId(),
                List.of("similarDossiers"), false).get("similarDossiers");
        assertThat(shown.toString()).contains(alike.number(), "Rustiger nachten", "Kans toetsen aan strategie",
                "mensen, nachtronde, wakker").doesNotContain("Sleutels", "Nachtronde kost tijd", dossier.number());
    }

    @Test
    void stoppedAfterTheTestsIsNotContinued() {
        Dossier dossier = walk.feasible().complete("UserTask_DecideByHead", "continuationOutcome", "stop");
        assertThat(dossier.innovation()).isEnded();
        dossier.endedAt("EndEvent_NotContinued").isWaitingAt("UserTask_ReadAnswer");
    }

    @Test
    void acceptedHandOverEndsInnovation() {
        Dossier dossier = walk.accepted();
        assertThat(dossier.innovation()).isEnded();
        dossier.endedAt("EndEvent_HandedOver").isWaitingAt("UserTask_ReadAnswer", "UserTask_ChooseWeight");
    }

    @Test
    void adviceIsShownBeforeTheHeadDecides() {
        Dossier dossier = walk.identified().assess("selectionGround", "legalDuty", "mainGoal", null,
                "goalStrength", null, "legalBasis", "Wet zorg en dwang");
        dossier.isWaitingOnlyAt("UserTask_SelectOpportunity");
        assertThat(dossier.variable("selection", "selectionAdvice")).isEqualTo("select");
        assertThat(dossier.variable("selection", "selectionAdviceReason").toString())
                .startsWith("Een wettelijke plicht");
    }

    // Selecting beyond the mandate of the head

    private Dossier selectedWithoutGoal() {
        return walk.identified().assess("selectionGround", "none").complete("UserTask_SelectOpportunity",
                "selectionOutcome", "select", "selectionDeviationReason", "Het is zo'n mooi product.");
    }

    @Test
    void withoutAGoalOnlyTheBoardSelects() {
        Dossier dossier = selectedWithoutGoal().isWaitingOnlyAt("UserTask_ConfirmByBoard");
        assertThat(dossier.variable("selection", "confirmationGround").toString()).contains("alleen de Raad van Bestuur");
        assertThatThrownBy(() -> dossier.submit("UserTask_ConfirmByBoard", "confirmationOutcome", "agree"))
                .hasStackTraceContaining("Vul nog in: Waarom.");
        dossier.complete("UserTask_ConfirmByBoard", "confirmationOutcome", "agree",
                "confirmationReason", "We leren hiervan voor de nieuwe strategie.").isWaitingOnlyAt("UserTask_PrepareTest");
        assertThat(dossier.variable("innovation", "goalsSummary")).isEqualTo("Zonder strategisch doel");
    }

    @Test
    void boardThatDisagreesSendsItBackToTheHead() {
        selectedWithoutGoal().complete("UserTask_ConfirmByBoard", "confirmationOutcome", "disagree")
                .isWaitingOnlyAt("UserTask_SelectOpportunity")
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "reject").endedAt("EndEvent_Rejected");
    }

    @Test
    void againstTheAdviceToRejectTheManagementTeamConfirms() {
        Dossier dossier = walk.identified().assess("lastingValue", "no").complete("UserTask_SelectOpportunity",
                "selectionOutcome", "select").isWaitingOnlyAt("UserTask_ConfirmSelection");
        dossier.complete("UserTask_ConfirmSelection", "confirmationOutcome", "agree").isWaitingOnlyAt("UserTask_PrepareTest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subsidy", "supplierOffer"})
    void subsidyOrProductAloneIsNoGround(String motive) {
        Dossier dossier = walk.identified().assess("motive", motive);
        assertThat(dossier.variable("selection", "selectionAdvice")).isEqualTo("reject");
        assertThat(dossier.variable("selection", "selectionAdviceReason").toString()).contains("geen grond");
        dossier.complete("UserTask_SelectOpportunity", "selectionOutcome", "select").isWaitingOnlyAt("UserTask_ConfirmSelection");
    }

    /** Nobody makes a goal of it afterwards: the ground was assessed before. */
    @Test
    void legalDutyNamesALaw() {
        Dossier dossier = walk.identified();
        for (String none : List.of("n.v.t.", "zie boven", "Geen.")) {
            assertThatThrownBy(() -> dossier.assess("selectionGround", "legalDuty", "legalBasis", none)).as(none)
                    .hasMessageContaining("Geef een echt antwoord (dus niet 'n.v.t.' of 'zie boven') bij: Welke wet of regel verplicht ons");
        }
        dossier.assess("selectionGround", "legalDuty", "legalBasis", "Wzd").isWaitingAt("UserTask_SelectOpportunity");
    }

    @Test
    void groundIsNoAnswerOfWhoSelects() {
        Dossier dossier = walk.identified().assess("selectionGround", "none");
        for (String known : List.of("selectionGround", "selectionAdvice", "confirmation", "selectedBy")) {
            assertThatThrownBy(() -> dossier.complete("UserTask_SelectOpportunity", "selectionOutcome", "select", known, "strategicGoal"))
                    .hasStackTraceContaining("dus niet: " + known);
        }
    }
}
