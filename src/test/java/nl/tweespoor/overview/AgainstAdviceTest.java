package nl.tweespoor.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.tweespoor.decision.Decisions;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever decides against an advice leaves a mark, and everyone who comes after it sees that: on each page and in each form. */
@EngineTest
@OnPostgresToo
class AgainstAdviceTest {

    private static final String ZONNEHOF = "team-zonnehof";
    private static final String ONE_POINT = "[{\"id\":\"A1\",\"title\":\"Eerst scholing\"}]";

    /** Every decision on which a table or a council advises, taken otherwise. */
    private static final Map<String, Function<Walk, Dossier>> DECIDED_OTHERWISE = Map.ofEntries(
            Map.entry("UserTask_SelectOpportunity", walk -> walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow")),
            Map.entry("UserTask_ConcludeFeasibility", AgainstAdviceTest::calledFeasible),
            Map.entry("UserTask_DecideByHead", walk -> walk.feasible().complete("UserTask_DecideByHead", "continuationOutcome", "stop")),
            Map.entry("UserTask_DecideByBoard", walk -> calledFeasible(walk).complete("UserTask_DecideByBoard", "continuationOutcome", "proceed")),
            Map.entry("UserTask_ChooseWeight", walk -> walk.decided().complete("UserTask_PrepareHandOver", "reach", "oneTeam")
                    .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").chooseWeight("extended")),
            Map.entry("UserTask_ApprovePlan", walk -> walk.prepared().analysePractice().complete("UserTask_AnalyseTargetGroups")
                    .complete("UserTask_ChooseStrategies", "strategies", Walk.list("training")).makePlan("trainingChoice", "notNeeded")
                    .complete("UserTask_ApprovePlan", "approveOutcome", "approve")),
            Map.entry("UserTask_AllowStart", walk -> walk.rollingOutIn(ZONNEHOF).makeTeamsReady("floorWorks", "no")
                    .complete("UserTask_AllowStart", "startOutcome", "start")),
            Map.entry("UserTask_DecideUse", walk -> {
                Dossier used = walk.rollingOutIn(ZONNEHOF).makeTeamsReady().complete("UserTask_GoLive", "goLiveOutcome", "live")
                        .complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier").complete("UserTask_MeasureUse", "usersCount", "5");
                for (int time = 0; time < 2; time++) {
                    used.timePassesUntil("IntermediateEvent_MeasureAgain").complete("UserTask_MeasureUse", "usersCount", "5");
                }
                return used.complete("UserTask_DecideUse", "useOutcome", "accept");
            }),
            Map.entry("UserTask_ChooseCourse", walk -> walk.rolledOutIn(ZONNEHOF).findAllWell("goalsProgress", "no")
                    .complete("UserTask_ChooseCourse", "evaluationOutcome", "goOn")),
            Map.entry("UserTask_DecideCourse", walk -> walk.rolledOutIn(ZONNEHOF).propose("evaluationOutcome", "adjust", "adjustStep", "plan")
                    .complete("UserTask_DecideCourse", "evaluationOutcome", "adjust", "adjustStep", "plan")),
            Map.entry("UserTask_DecideStop", walk -> walk.rolledOutIn(ZONNEHOF).findAllWell("incidents", "serious")
                    .complete("UserTask_ChooseCourse", "evaluationOutcome", "goOn").complete("UserTask_DecideStop", "evaluationOutcome", "goOn")),
            Map.entry("UserTask_DecideYear", walk -> walk.secured().timePassesUntil("IntermediateEvent_YearPassed")
                    .complete("UserTask_LookBack", "stillStandard", "no", "ownerThere", "yes", "yearlyOutcome", "holds")
                    .complete("UserTask_DecideYear", "yearlyOutcome", "holds")));

    /** What is shown of them is held where they can be walked: after a strategy that drifted, and beside a council. */
    private static final Set<String> WALKED_ELSEWHERE = Set.of("UserTask_DecideReassessment", "UserTask_AnswerAdvicePoint");

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    DecisionHistory history;
    @Autowired
    Decisions decisions;

    private static Dossier calledFeasible(Walk walk) {
        return walk.beingTested().completeTests("technologyFinding", "blocking").complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible");
    }

    static Stream<String> advised() {
        return DECIDED_OTHERWISE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("advised")
    void decisionAgainstTheAdviceIsMarkedWhereverItIsShown(String step) throws Exception {
        Dossier dossier = DECIDED_OTHERWISE.get(step).apply(walk);
        RecordedDecision decision = history.of(dossier.number()).stream().filter(one -> step.equals(one.step().element())).findFirst().orElseThrow();
        Visitor auditor = Visitor.loggedIn(port, "auditor");
        String page = "/dossiers/" + dossier.number();
        String itself = page + "/besluit/" + decision.sequence();

        assertThat(decision.advice()).as("in the ledger").hasValueSatisfying(advice -> assertThat(advice.followed()).isFalse());
        String html = auditor.get(page).body();
        assertThat(html).as("at first glance").contains("badge\">Tegen het advies</li>");
        int begins = html.indexOf("id=\"besluit-" + decision.sequence() + "\"");
        assertThat(Visitor.text(html.substring(begins, html.indexOf(itself, begins))))
                .as("among the decisions").contains("Tegen het advies Het advies was: ");
        assertThat(Visitor.text(auditor.get(itself).body())).as("on its own page").contains("Tegen het advies");
        assertThat(auditor.get("/register?advice=against").body()).as("in the register").contains("\"" + itself + "\"");
        try (PDDocument pdf = Loader.loadPDF(auditor.getFile(page + "/pdf").body())) {
            assertThat(new PDFTextStripper().getText(pdf)).as("on paper").contains("Tegen het advies.");
        }
        assertThat(decisions.of(dossier.number())).as("in every later form").anySatisfy(row -> assertThat(row)
                .containsEntry("step", decision.name()).containsEntry("outcome", decision.outcome() + " (tegen het advies)"));
    }

    @Test
    void decisionThatFollowsTheAdviceIsNotMarked() throws Exception {
        Dossier dossier = walk.selected();

        assertThat(Visitor.text(Visitor.loggedIn(port, "auditor").get("/dossiers/" + dossier.number()).body())).doesNotContain("Tegen het advies");
        assertThat(decisions.of(dossier.number())).noneSatisfy(row -> assertThat(row.get("outcome")).contains("tegen het advies"));
    }

    @Test
    void councilPointThatIsNotFollowedIsMarkedInLaterForms() {
        Dossier notice = walk.decidedAfterAdvice("works-council", "conditions", ONE_POINT)
                .complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "notFollowed", "advicePointReason", "Er komen geen camera's.");

        assertThat(decisions.of(notice.number())).first().satisfies(row -> assertThat(row.get("outcome")).endsWith(" (tegen het advies)"));
    }

    /** A decision that gets an advice comes along here. */
    @Test
    void everyDecisionWithAnAdviceIsLookedAt() {
        Set<String> advised = new TreeSet<>();
        for (File model : Objects.requireNonNull(new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn")))) {
            Bpmn.readModelFromFile(model).getModelElementsByType(UserTask.class).stream()
                    .filter(task -> task.getExtensionElements() != null && task.getExtensionElements().getElementsQuery().list().stream()
                            .flatMap(element -> element.getChildElementsByType(CamundaProperty.class).stream())
                            .anyMatch(property -> "advice".equals(property.getCamundaName()))).forEach(task -> advised.add(task.getId()));
        }
        Set<String> looked = new TreeSet<>(DECIDED_OTHERWISE.keySet());
        looked.addAll(WALKED_ELSEWHERE);
        assertThat(advised).isEqualTo(looked);
    }
}
