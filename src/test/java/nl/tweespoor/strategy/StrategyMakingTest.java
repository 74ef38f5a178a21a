package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.StrategyWalk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;

/** How a strategy is made, from the team that leads it to the options that lie ready. */
@EngineTest
@OnPostgresToo
class StrategyMakingTest {

    @Autowired
    StrategyWalk walk;
    @Autowired
    ProcessEngine engine;

    @Test
    void teamFindingsAndOptionsAreKeptAsLists() {
        Dossier strategy = walk.withOption();

        assertThat(strategy.number()).matches("S-\\d{4}-\\d{2}");
        assertThat(strategy.variable("strategy", "strategyLead")).isEqualTo("head-of-innovation/head-of-innovation");
        assertThat(list(strategy, "team")).hasSize(8).extracting(member -> text(member, "name"))
                .contains("ICT", "Zorgmedewerker").doesNotContainNull();
        assertThat(list(strategy, "findings")).hasSize(12).extracting(finding -> text(finding, "id")).contains("F1", "F12");
        assertThat(list(strategy, "options")).singleElement().satisfies(option -> {
            assertThat(text(option, "advice")).isEqualTo("advise");
            assertThat(text(option, "adviceReason")).startsWith("Aan te raden");
            assertThat(option.prop("outside").elements()).isNotEmpty();
            assertThat(option.prop("inside").elements()).isNotEmpty();
        });
        assertThat(strategy.variable("strategy-options", "strategySignals")).isEqualTo("");
    }

    @Test
    void strategyIsMadeFromItsStartToItsAdoptionAndAtTheEndOfItsPeriodAsksToBeRenewed() {
        Dossier strategy = walk.withGoal().complete("UserTask_AdoptStrategy", "adoptionOutcome", "sendBack").isWaitingAt("UserTask_ChooseGoal");
        assertThat(strategy.variable("strategy", "strategyState")).isNull();
        walk.goal(strategy).complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt").isWaitingAt("IntermediateEvent_LookDue");

        assertThat(strategy.variable("strategy", "strategyState")).isEqualTo("inForce");
        strategy.fire(strategy.timer("BoundaryEvent_PeriodOver")).isWaitingOnlyAt("UserTask_RenewStrategy")
                .complete("UserTask_RenewStrategy", "renewOutcome", "prolong").isWaitingAt("IntermediateEvent_LookDue").endedAt("EndEvent_OptionsReady")
                .endedAt("EndEvent_Oriented").endedAt("EndEvent_VisionSet").endedAt("EndEvent_PictureShared");
    }

    /** It holds until another one does: so it is looked at meanwhile, and the board is asked again when the new one is not there on its day. */
    @Keeps("renewal-is-asked-again")
    @Test
    void strategyIsFollowedUntilTheNewOneThatWasDecidedOnIsThere() {
        String by = LocalDate.now().plusMonths(9).toString();
        Dossier strategy = walk.inForce();
        strategy.fire(strategy.timer("BoundaryEvent_PeriodOver")).complete("UserTask_RenewStrategy", "renewOutcome", "renew", "endsOn", by)
                .isWaitingAt("IntermediateEvent_LookDue");

        assertThat(strategy.timer("BoundaryEvent_PeriodOver").getDuedate().toInstant()).isEqualTo(LocalDate.parse(by).atTime(8, 0)
                .atZone(DutchTime.ZONE).toInstant());
        strategy.fire(strategy.timer("BoundaryEvent_PeriodOver")).isWaitingOnlyAt("UserTask_RenewStrategy");
    }

    @Test
    void nextStrategyIsBegunBesidesTheOneInForceAndReplacesItWhenItIsAdopted() {
        Dossier first = walk.inForce();

        Dossier second = walk.begun();

        assertThat(second.number()).isNotEqualTo(first.number());
        engine.getRuntimeService().signalEventReceived("StrategyChanged");
        first.endedAt("EndEvent_StrategyReplaced");
    }

    /** Else the goals of the old one would be adopted last, and take the place of the new one. */
    @Test
    void strategyWhoseGoalsAreChangedEndsWhenAnotherOneIsAdopted() {
        Dossier first = walk.inForce().timePassesUntil("IntermediateEvent_LookDue")
                .complete("UserTask_LookAtStrategy", "monitoringOutcome", "adjust").isWaitingAt("UserTask_ChooseGoal");

        Dossier second = walk.inForce();

        first.endedAt("EndEvent_StrategyReplaced");
        assertThat(first.tasks("UserTask_ChooseGoal")).isEmpty();
        second.isWaitingAt("IntermediateEvent_LookDue");
    }

    /** Where a council must agree, no course goes on without it. */
    @Test
    void courseToWhichACouncilDoesNotAgreeIsChosenAnew() {
        Dossier strategy = walk.readyForAdvice().completeEach("UserTask_AskAdvice", "adviceRight", "consent")
                .completeEach("UserTask_GiveAdvice", "adviceOutcome", "negative", "advicePointsText", "Geen camera's").completeEach("UserTask_ReadAdvice");
        walk.course(strategy).completeEach("UserTask_AnswerAdvicePoint", "adviceFollowed", "notFollowed")
                .completeEach("UserTask_WriteNotice").isWaitingOnlyAt("UserTask_RecordConsent", "UserTask_RecordConsent")
                .completeEach("UserTask_RecordConsent", "consentOutcome", "stop", "consentReason", "De raad blijft bij nee.");

        strategy.isWaitingAt("UserTask_ChooseOption");
        assertThat(strategy.tasks("UserTask_ChooseGoal")).isEmpty();
        assertThat(read(strategy, "UserTask_ChooseOption", "worksCouncilConsentReason")).isEqualTo("De raad blijft bij nee.");
        walk.course(strategy).completeEach("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed").completeEach("UserTask_WriteNotice")
                .completeEach("UserTask_RecordConsent", "consentOutcome", "consented").isWaitingAt("UserTask_ChooseGoal");
    }

    @Test
    void oneStrategyIsMadeAtATime() {
        Dossier first = walk.begun();

        refused(() -> walk.begunBy("board"), "Er wordt al aan een strategie gewerkt: " + first.number());
    }

    @Test
    void onlyTheBoardAndTheHeadOfInnovationBeginAStrategy() {
        assertThatThrownBy(() -> walk.begunBy("finance")).hasMessageContaining("CREATE");
        assertThat(walk.begunBy("board").variable("strategy", "strategyLead")).isEqualTo("board/board");
    }

    @Test
    void otherPeriodThanThreeToFiveYearsNeedsAReason() {
        refused(() -> walk.begun("strategyYears", "other", "otherPeriodReason", " "), "Waarom geen 3 tot 5 jaar");
        assertThat(walk.begun("startsOn", LocalDate.now().toString(), "strategyYears", "3").variable("strategy", "endsOn"))
                .isEqualTo(LocalDate.now().plusYears(3).minusDays(1).toString());
    }

    @Test
    @Keeps("item-comes-back-to-be-changed")
    void itemIsChangedAndRemovedAndItsNumberIsNeverUsedAgain() {
        Dossier strategy = walk.withPicture().complete("UserTask_WriteVision").complete("UserTask_EnterPillar", "pillarTitle", "Thuis")
                .complete("UserTask_EnterPillar", "pillarStep", "add", "pillarTitle", "Slim werken");
        strategy.complete("UserTask_EnterPillar", "pillarStep", "change", "pillarChosen", "P1");
        assertThat(read(strategy, "UserTask_EnterPillar", "pillarTitle")).isEqualTo("Thuis");
        strategy.complete("UserTask_EnterPillar", "pillarTitle", "Langer thuis")
                .complete("UserTask_EnterPillar", "pillarStep", "remove", "pillarChosen", "P2")
                .complete("UserTask_EnterPillar", "pillarStep", "add", "pillarTitle", "Samen");

        assertThat(list(strategy, "strategy-vision", "pillars")).extracting(pillar -> text(pillar, "id") + " " + text(pillar, "title"))
                .containsExactly("P1 Langer thuis", "P3 Samen");
        refused(() -> strategy.submit("UserTask_EnterPillar", "pillarStep", "remove", "pillarChosen", "P2"), "Welke");
    }

    @Test
    void everyDisciplineThatIsMissingNeedsAReason() {
        Dossier strategy = walk.begun().complete("UserTask_EnterMember", "memberDiscipline", "it", "memberUser", "it/it");

        refused(() -> strategy.submit("UserTask_EnterMember", "memberStep", "done"), "Zorgpraktijk ontbreekt", "Financiën ontbreekt", "geen cliënten of naasten");
        strategy.complete("UserTask_EnterMember", "memberStep", "done").isWaitingAt("UserTask_DescribePicture");
        assertThat(strategy.variable("strategy-team", "noItReason")).isNull();
        assertThat(strategy.variable("strategy-team", "noCareReason")).isNotNull();
    }

    @Test
    @Keeps({"who-leads-a-strategy-reads-remarks", "members-confirm-the-picture"})
    void memberWhoSeesItDifferentlyBringsThePictureBackWithTheRemark() {
        Dossier strategy = walk.withTeam().complete("UserTask_DescribePicture");
        assertThat(strategy.tasks("UserTask_ConfirmPicture")).extracting("assignee")
                .containsExactlyInAnyOrder("care-professional", "it", "head-of-innovation", "privacy-quality", "finance", "hr", "line-manager");
        strategy.tasks("UserTask_ConfirmPicture").forEach(task -> {
            if ("it".equals(task.getAssignee())) {
                strategy.complete(task, "it", "pictureView", "differs", "pictureRemark", "De wifi is nog niet klaar.");
            } else {
                strategy.complete(task, task.getAssignee(), "pictureView", "agree");
            }
        });

        strategy.isWaitingAt("UserTask_DescribePicture");
        assertThat(list(strategy, "strategy-team", "pictureRemarks")).singleElement().satisfies(remark -> {
            assertThat(text(remark, "name")).isEqualTo("ICT");
            assertThat(text(remark, "remark")).isEqualTo("De wifi is nog niet klaar.");
        });
        strategy.complete("UserTask_DescribePicture").completeEach("UserTask_ConfirmPicture", "pictureView", "agree").isWaitingAt("UserTask_WriteVision");
    }

    @Test
    void visionIsAdoptedByTheBoardAloneOrComesBackWithItsRemarks() {
        Dossier strategy = walk.withPicture().complete("UserTask_WriteVision").complete("UserTask_EnterPillar").complete("UserTask_EnterPillar", "pillarStep", "done");
        assertThat(engine.getTaskService().getIdentityLinksForTask(strategy.task("UserTask_AdoptVision").getId())).extracting(IdentityLink::getGroupId)
                .containsExactly("board");

        strategy.complete("UserTask_AdoptVision", "visionOutcome", "return", "visionReason", "Zet cliënten voorop.");

        strategy.isWaitingAt("UserTask_WriteVision");
        assertThat(read(strategy, "UserTask_WriteVision", "visionReason")).isEqualTo("Zet cliënten voorop.");
    }

    @Test
    void signalStandsBeforeTheDecisionAndIsAnsweredThere() {
        Dossier strategy = walk.begun().complete("UserTask_EnterMember", "memberDiscipline", "it", "memberUser", "it/it")
                .complete("UserTask_EnterMember", "memberStep", "done").complete("UserTask_DescribePicture")
                .completeEach("UserTask_ConfirmPicture", "pictureView", "agree").complete("UserTask_WriteVision").complete("UserTask_EnterPillar")
                .complete("UserTask_EnterPillar", "pillarStep", "done");

        assertThat((String) strategy.variable("strategy-vision", "strategySignals")).contains("Geen zorgmedewerker", "Geen perspectief van cliënten")
                .doesNotContain("Geen blik van buiten");
        refused(() -> strategy.submit("UserTask_AdoptVision", "visionOutcome", "adopt", "visionReason", "Past bij ons.", "visionNoProfessionalReason",
                "We vragen iemand uit de zorg."), "Geen perspectief van cliënten in het team: wat doet u daaraan");
        strategy.complete("UserTask_AdoptVision", "visionOutcome", "adopt").isWaitingAt("UserTask_SetScope");
    }

    @Test
    void partWithoutAFindingNeedsAReason() {
        Dossier strategy = walk.withVision().complete("UserTask_EnterOutward", "outwardPart", "policy");

        refused(() -> strategy.submit("UserTask_EnterOutward", "outwardStep", "done"), "Financiering en subsidies: waarom hier niets");
        strategy.complete("UserTask_EnterOutward", "outwardStep", "done").isWaitingAt("UserTask_EnterInward");
        assertThat(strategy.variable("strategy-orientation", "noPolicyOutwardReason")).isNull();
        assertThat(strategy.variable("strategy-orientation", "noFundingOutwardReason")).isNotNull();
    }

    @Test
    void optionThatStartsFromTechnologyIsAdvisedAgainstAndItsSignalGoesWhenMended() {
        Dossier strategy = walk.oriented();
        Object[] fromTechnology = StrategyWalk.sound();
        fromTechnology[3] = "yes";
        strategy.complete("UserTask_EnterOption", fromTechnology).complete("UserTask_EnterOption", "optionStep", "done");
        assertThat(text(list(strategy, "strategy-options", "options").get(0), "advice")).isEqualTo("against");
        assertThat((String) strategy.variable("strategy-options", "strategySignals")).contains("Technologie voorop", "Afgeraden optie");
        refused(() -> strategy.submit("UserTask_WeighOptions", "optionsOutcome", "ready", "optionsReason", "Genoeg."),
                "Technologie voorop: wat doet u daaraan", "Afgeraden optie: wat doet u daaraan");

        strategy.complete("UserTask_WeighOptions", "optionsOutcome", "more").complete("UserTask_EnterOption", "optionStep", "change", "optionChosen", "O1")
                .complete("UserTask_EnterOption", StrategyWalk.sound()).complete("UserTask_EnterOption", "optionStep", "done");

        assertThat(text(list(strategy, "strategy-options", "options").get(0), "advice")).isEqualTo("advise");
        assertThat(strategy.variable("strategy-options", "strategySignals")).isEqualTo("");
    }

    @Test
    void optionStandsOnTheCrossingOfOutsideAndInside() {
        Dossier strategy = walk.oriented();

        refused(() -> strategy.submit("UserTask_EnterOption", "optionTitle", "Hulp op afstand"), "Op welke kans of bedreiging van buiten past dit",
                "Welk sterk of zwak punt van binnen hoort hierbij", "Wat vraagt dit van ons");
    }

    @Test
    void orientationIsOpenedAgainFromTheOptionsAndKeepsWhatWasFound() {
        Dossier strategy = walk.withOption().complete("UserTask_WeighOptions", "optionsOutcome", "orientAgain").endedAt("EndEvent_OrientAgain");

        strategy.isWaitingOnlyAt("UserTask_EnterOutward", "UserTask_EnterInward");
        assertThat(list(strategy, "strategy-orientation", "findings")).hasSize(12);
        String used = list(strategy, "strategy-orientation", "options").get(0).prop("outside").elements().get(0).stringValue();
        refused(() -> strategy.submit("UserTask_EnterOutward", "outwardStep", "remove", "outwardChosen", used), used + " hoort nog bij O1");
        strategy.complete("UserTask_EnterOutward", "outwardStep", "add", "outwardPart", "policy").complete("UserTask_EnterOutward", "outwardStep", "done")
                .complete("UserTask_EnterInward", "inwardStep", "done").complete("UserTask_EnterOption", "optionStep", "done");
        assertThat(list(strategy, "strategy-options", "findings")).hasSize(13);
        strategy.complete("UserTask_WeighOptions", "optionsOutcome", "ready").isWaitingOnlyAt("UserTask_AskAdvice", "UserTask_AskAdvice");
    }

    /** The course that was chosen against an advice is told to the council with a reason, and waits a month before its goals are set. */
    @Test
    void adviceThatIsNotFollowedIsAnsweredPerPointAndToldToTheCouncilBeforeTheGoalsAreSet() {
        Dossier strategy = walk.advised("adviceOutcome", "conditions", "advicePointsText", "Eerst scholing");
        strategy.complete("UserTask_ChooseOption", "choiceStep", "choose", "choiceOption", "O1", "choiceChoice", "yes", "choiceRank", 1)
                .complete("UserTask_ChooseOption", "choiceStep", "done")
                .complete("UserTask_DecideCourse", "courseOutcome", "choose").isWaitingOnlyAt("UserTask_AnswerAdvicePoint", "UserTask_AnswerAdvicePoint");
        strategy.completeEach("UserTask_AnswerAdvicePoint", "adviceFollowed", "notFollowed", "advicePointReason", "Scholing volgt na de keuze.")
                .isWaitingOnlyAt("UserTask_WriteNotice", "UserTask_WriteNotice");

        assertThat(strategy.variable("council-notice", "pointAnswers").toString()).contains("Scholing volgt na de keuze.", "Niet volgen");
        strategy.completeEach("UserTask_WriteNotice").isWaitingOnlyAt("Gateway_CouncilsDone", "Gateway_WaitOver");
        strategy.timePassesUntil("IntermediateEvent_MonthOver").isWaitingAt("UserTask_ChooseGoal");
        assertThat(strategy.variable("strategy", "worksCouncilAnswers").toString()).as("the board reads it when it adopts the strategy")
                .contains("Scholing volgt na de keuze.");
    }

    @Test
    void lookChangesTheGoalsInAVersionThatIsAdoptedAgainOrAsksForANewStrategy() {
        Dossier strategy = walk.inForce().timePassesUntil("IntermediateEvent_LookDue")
                .complete("UserTask_LookAtStrategy", "monitoringOutcome", "adjust")
                .complete("UserTask_ChooseGoal", "goalStep", "done").complete("UserTask_EnterPrecondition", "preconditionStep", "done")
                .complete("UserTask_EnterActivity", "activityStep", "add", "activityGoal", "D1")
                .complete("UserTask_EnterActivity", "activityStep", "done")
                .complete("UserTask_ReviewGoalsByManagement", "managementView", "realistic")
                .complete("UserTask_ReviewGoalsByProfessional", "professionalView", "realistic")
                .complete("UserTask_ReviewGoalsByClients", "clientView", "realistic")
                .complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt");
        assertThat(strategy.variable("strategy", "adoptedVersion")).isEqualTo(strategy.number() + "-2");

        strategy.timePassesUntil("IntermediateEvent_LookDue").complete("UserTask_LookAtStrategy", "monitoringOutcome", "renew")
                .isWaitingAt("UserTask_RenewStrategy");
    }

    private static void refused(ThrowingCallable deed, String... words) {
        assertThat(NestedExceptionUtils.getMostSpecificCause(catchThrowable(deed))).isInstanceOf(Refusal.class).hasMessageContainingAll(words);
    }

    private static String text(SpinJsonNode item, String field) {
        return item.hasProp(field) && !item.prop(field).isNull() ? item.prop(field).stringValue() : null;
    }

    private static List<SpinJsonNode> list(Dossier strategy, String name) {
        return list(strategy, "strategy-options", name);
    }

    private static List<SpinJsonNode> list(Dossier strategy, String process, String name) {
        return ((SpinJsonNode) strategy.variable(process, name)).elements();
    }

    private Object read(Dossier strategy, String step, String name) {
        VariableMap shown = engine.getFormService().getTaskFormVariables(strategy.task(step).getId());
        return shown.get(name);
    }
}
