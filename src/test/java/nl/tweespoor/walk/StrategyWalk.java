package nl.tweespoor.walk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.tweespoor.decision.Decisions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Where a test of a strategy begins. What is not named is answered at random; each list gets what a sound strategy needs. */
public class StrategyWalk {

    private static final long SEED = 7;
    private static final List<String> OUTWARD = List.of("funding", "policy", "technology", "stakeholders", "futures", "networks");
    private static final List<String> INWARD = List.of("ict", "cooperation", "means", "attitude", "change", "culture");
    /** By discipline, who stands for it: each an account of the demo. */
    private static final Map<String, String> MEMBERS = Map.of("care", "care-professional/care-professional", "it", "it/it", "policy",
            "head-of-innovation/head-of-innovation", "quality", "privacy-quality/privacy-quality", "finance", "finance/finance", "hr", "hr/hr",
            "professional", "line-manager/line-manager");

    private final ProcessEngine engine;
    private final Decisions decisions;

    public StrategyWalk(ProcessEngine engine, Decisions decisions) {
        this.engine = engine;
        this.decisions = decisions;
    }

    /** Waits at {@code UserTask_EnterMember}. */
    public Dossier begun(Object... answers) {
        return begunBy("head-of-innovation", answers);
    }

    public Dossier begunBy(String userId, Object... answers) {
        String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("strategy").latestVersion()
                .singleResult().getId();
        Answers person = new Answers(engine, new Random(SEED));
        Map<String, Object> all = Walk.map("strategyYears", "4");
        all.putAll(Walk.map(answers));
        engine.getIdentityService().setAuthentication(userId, List.of(userId));
        try {
            ProcessInstance started = engine.getFormService().submitStartForm(definition,
                    person.to(engine.getFormService().getDeployedStartForm(definition), Map.of(), all));
            return new Dossier(engine, person, decisions, started);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Waits at {@code UserTask_DescribePicture}, with someone of each discipline and a client from outside. */
    public Dossier withTeam() {
        Dossier strategy = begun();
        strategy.complete("UserTask_EnterMember", "memberDiscipline", "care", "memberUser", MEMBERS.get("care"));
        MEMBERS.keySet().stream().sorted().skip(1).forEach(discipline -> strategy.complete("UserTask_EnterMember", "memberStep", "add",
                "memberDiscipline", discipline, "memberUser", MEMBERS.get(discipline)));
        return strategy.complete("UserTask_EnterMember", "memberStep", "add", "memberDiscipline", "client", "memberFrom", "outside")
                .complete("UserTask_EnterMember", "memberStep", "done");
    }

    /** Waits at {@code UserTask_WriteVision}: everyone sees it alike. */
    public Dossier withPicture() {
        return withTeam().complete("UserTask_DescribePicture").completeEach("UserTask_ConfirmPicture", "pictureView", "agree");
    }

    /** Waits at {@code UserTask_EnterOutward} and {@code UserTask_EnterInward}. */
    public Dossier withVision() {
        return withPicture().complete("UserTask_WriteVision").complete("UserTask_EnterPillar").complete("UserTask_EnterPillar", "pillarStep", "done")
                .complete("UserTask_AdoptVision", "visionOutcome", "adopt").complete("UserTask_SetScope")
                .complete("UserTask_EnterTargetGroup").complete("UserTask_EnterTargetGroup", "audienceStep", "done");
    }

    /** Waits at {@code UserTask_EnterOption}, with a finding on each part. */
    public Dossier oriented() {
        Dossier strategy = withVision();
        strategy.complete("UserTask_EnterOutward", "outwardPart", OUTWARD.get(0), "outwardSourceFrom", "outside");
        OUTWARD.stream().skip(1).forEach(part -> strategy.complete("UserTask_EnterOutward", "outwardStep", "add", "outwardPart", part,
                "outwardSourceFrom", "outside"));
        strategy.complete("UserTask_EnterOutward", "outwardStep", "done");
        strategy.complete("UserTask_EnterInward", "inwardPart", INWARD.get(0));
        INWARD.stream().skip(1).forEach(part -> strategy.complete("UserTask_EnterInward", "inwardStep", "add", "inwardPart", part));
        return strategy.complete("UserTask_EnterInward", "inwardStep", "done");
    }

    /** Waits at {@code UserTask_WeighOptions}, with one option that is advised and no signal. */
    public Dossier withOption() {
        return oriented().complete("UserTask_EnterOption", sound()).complete("UserTask_EnterOption", "optionStep", "done");
    }

    /** Waits at a {@code UserTask_AskAdvice} for each council. */
    public Dossier readyForAdvice() {
        return withOption().complete("UserTask_WeighOptions", "optionsOutcome", "ready");
    }

    /** Waits at {@code UserTask_ChooseOption}: both councils gave this advice. */
    public Dossier advised(Object... advice) {
        return readyForAdvice().completeEach("UserTask_AskAdvice", "adviceRight", "advice").completeEach("UserTask_GiveAdvice", advice)
                .completeEach("UserTask_ReadAdvice");
    }

    /** Waits at {@code UserTask_ChooseGoal}: its one option is the course. */
    public Dossier withCourse() {
        return course(advised("adviceOutcome", "positive")).completeEach("UserTask_WriteNotice");
    }

    /** Of a strategy that waits for it: its one option is chosen. */
    public Dossier course(Dossier strategy) {
        return strategy.complete("UserTask_ChooseOption", "choiceStep", "choose", "choiceOption", "O1", "choiceChoice", "yes", "choiceRank", 1)
                .complete("UserTask_ChooseOption", "choiceStep", "done").complete("UserTask_DecideCourse", "courseOutcome", "choose");
    }

    /** Waits at {@code UserTask_AdoptStrategy}, with one goal that everyone finds realistic. */
    public Dossier withGoal() {
        return goal(withCourse());
    }

    /** Of a strategy that waits for its goals. */
    public Dossier goal(Dossier strategy) {
        return strategy.complete("UserTask_ChooseGoal", "goalStep", "add").complete("UserTask_WriteGoal", "goalDirection", "higher",
                        "goalBaselineKnown", "yes", "goalBaseline", "2", "goalTarget", "12", "goalOwner", "line-manager/line-manager", "goalOption", "O1",
                        "goalDeadline", LocalDate.now().plusYears(2).toString())
                .complete("UserTask_ChooseGoal", "goalStep", "done").complete("UserTask_EnterPrecondition", "preconditionStep", "done")
                .complete("UserTask_EnterActivity", "activityStep", "done")
                .complete("UserTask_ReviewGoalsByManagement", "managementView", "realistic")
                .complete("UserTask_ReviewGoalsByProfessional", "professionalView", "realistic")
                .complete("UserTask_ReviewGoalsByClients", "clientView", "realistic");
    }

    /** Waits for the first look of the management team, {@code IntermediateEvent_LookDue}. */
    public Dossier inForce() {
        return withGoal().complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt");
    }

    /** The fields of an option that the table advises. */
    public static Object[] sound() {
        return new Object[] {"optionPillar", "P1", "optionStartsFromTechnology", "no", "optionImpactClients", "much", "optionContributionStaff", "some",
            "optionFeasibilityIct", "good", "optionFeasibilityOrganisation", "good", "optionFinancialRoom", "enough", "optionRisk", "low"};
    }
}
