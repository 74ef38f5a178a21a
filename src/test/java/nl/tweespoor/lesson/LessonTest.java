package nl.tweespoor.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a dossier taught is read by who explores or plans the next one, and ends as a change or as a reasoned no. */
@EngineTest
@OnPostgresToo
class LessonTest {

    private static final String ADVICE = "Vraag de nachtdienst eerder mee.";

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    LessonRepository lessons;
    @Autowired
    LedgerReader ledger;
    @Autowired
    IdentityService identityService;

    private Dossier rejected(Object... other) {
        Map<String, Object> all = answers("identifyOutcome", "reject", "theme", "mobility", "lessonText", ADVICE, "lessonFollowUp", "none",
                "lessonNoChangeReason", "Het is maar één team.");
        all.putAll(answers(other));
        if (!"none".equals(all.get("lessonFollowUp"))) {
            all.remove("lessonNoChangeReason");
        }
        return walk.reported("title", "Sleutels zoeken", "problem", "Dat duurt lang.").complete("UserTask_IdentifyOpportunity",
                all.entrySet().stream().flatMap(answer -> Stream.of(answer.getKey(), answer.getValue())).toArray());
    }

    private static Map<String, Object> answers(Object... namesAndValues) {
        Map<String, Object> answers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            answers.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return answers;
    }

    private String readWhenExploring(Object... report) {
        return walk.reported(report).shownAt("UserTask_IdentifyOpportunity", "earlierLessons");
    }

    // Who leaves one

    static Stream<Arguments> endings() {
        Object[] lesson = {"lessonText", ADVICE, "lessonFollowUp", "needed"};
        Function<Walk, Dossier> lateHandOver = walk -> walk.decided().timePassesUntil("BoundaryEvent_HandOverLate");
        return Stream.of(
                ending("rejected", Walk::reported, "UserTask_IdentifyOpportunity", "identifyOutcome", "reject", lesson),
                ending("rejected", Walk::assessed, "UserTask_SelectOpportunity", "selectionOutcome", "reject", lesson),
                ending("notContinued", Walk::feasible, "UserTask_DecideByHead", "continuationOutcome", "stop", lesson),
                ending("notContinued", walk -> walk.weighed().complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "noSupport"),
                        "UserTask_DecideOnInfeasible", "continuationOutcome", "stop", lesson),
                ending("notContinued", lateHandOver, "UserTask_DecideLateHandOver", "lateOutcome", "stop", lesson),
                ending("notContinued", LessonTest::returnedTwice, "UserTask_SettleDisagreement", "settleOutcome", "stop", lesson),
                ending("stopped", walk -> walk.rolledOutIn("team-zonnehof").evaluate("evaluationOutcome", "stop")
                                .complete("UserTask_DecideStop", "evaluationOutcome", "stop"), "UserTask_RecordLessons", "lessonOutcome", "none",
                        "lessonsForOthers", ADVICE),
                ending("secured", LessonTest::measured, "UserTask_RecordLessons", "lessonOutcome", "none", "lessonsForOthers", ADVICE));
    }

    private static Arguments ending(String ending, Function<Walk, Dossier> before, String step, String question, String answer, Object... lesson) {
        return Arguments.of(ending, step, before, Stream.concat(Stream.of(question, answer), Stream.of(lesson)).toArray());
    }

    private static Dossier returnedTwice(Walk walk) {
        return walk.handedOver().complete("UserTask_ReviewHandOver", "handOverOutcome", "return").complete("UserTask_AnswerQuestions")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return");
    }

    private static Dossier measured(Walk walk) {
        Dossier dossier = walk.owned();
        for (int moment = 1; moment <= 3; moment++) {
            dossier.timePassesUntil("IntermediateEvent_MomentReached").complete("UserTask_MeasureResult", "measuredValue", "12",
                    "stillStandard", "yes", "ownerThere", "yes");
        }
        return dossier;
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("endings")
    void whateverEndsLeavesALessonAndTheHeadDecidesOnIt(String ending, String step, Function<Walk, Dossier> before, Object[] answers) {
        Dossier dossier = before.apply(walk);
        assertThat(lessons.of(dossier.number())).isEmpty();

        dossier.complete(step, answers).isWaitingAt("UserTask_DecideLesson");

        assertThat(lessons.of(dossier.number())).singleElement().satisfies(lesson -> {
            assertThat(lesson.ending()).isEqualTo(ending);
            assertThat(lesson.advice()).isEqualTo(ADVICE);
            assertThat(lesson.theme()).isNotEmpty();
        });
        boolean implementing = step.equals("UserTask_RecordLessons");
        assertThat(lessons.of(dossier.number()).get(0).teams().contains("team-zonnehof")).isEqualTo(implementing);
        assertThat(lessons.of(dossier.number()).get(0).wentWrong().isEmpty()).isNotEqualTo(implementing);
        assertThat(dossier.task("UserTask_DecideLesson")).hasCandidateGroup(implementing ? "head-of-implementation" : "head-of-innovation");
        dossier.complete("UserTask_DecideLesson", "lessonDecision", "noChange")
                .endedAt("EndEvent_LessonChangesNothing");
    }

    @Test
    void noOpportunityIsRejectedWithoutALesson() {
        Dossier dossier = walk.reported();

        assertThatThrownBy(() -> dossier.submit("UserTask_IdentifyOpportunity", "identifyOutcome", "reject", "theme", "other", "whoHasProblem", "Niemand",
                "whatExists", "Niets", "whoToInvolve", "De zorg", "identifyReason", "Dit past nu niet.")).hasMessageContaining("Wat leren anderen hiervan");
        assertThatThrownBy(() -> rejected("lessonText", "nvt")).hasMessageContaining("Wat leren anderen hiervan");
    }

    @Test
    void whatIsJoinedLeavesNone() {
        Dossier other = walk.reportedBy("hr");

        Dossier joined = walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join", "joinedDossier", other.number());

        assertThat(lessons.of(joined.number())).isEmpty();
    }

    // Who reads it

    @Keeps("lessons-are-on-the-form")
    @Test
    void whoExploresReadsLessonsOnTheThemeThatWasChosenAndOnTheSameTechnology() {
        assertThat(readWhenExploring()).isEqualTo("[]");
        Dossier earlier = rejected("technology", "elektronisch slot");

        assertThat(readWhenExploring("title", "Iets heel anders", "problem", "Te weinig licht")).as("comes when the theme is chosen")
                .contains(earlier.number() + " Sleutels zoeken", ADVICE, "Afgewezen", "\"about\":\"mobility\"", "\"always\":false");
        assertThat(readWhenExploring("title", "Een slot op de kast", "problem", "Te weinig licht")).contains("Zelfde techniek", "\"always\":true");
    }

    @Test
    void whoPlansReadsLessonsOnTheSameThemeOnly() {
        Dossier earlier = rejected();
        Dossier same = walk.prepared();
        String theme = (String) same.variable("implementation", "theme");
        assertThat(theme).as("the theme goes along with the hand-over").isNotEmpty();
        Dossier onIt = rejected("theme", theme, "lessonText", "Reken de stroom mee.");

        assertThat(same.shownAt("UserTask_AnalysePractice", "earlierLessons")).contains(onIt.number(), "Reken de stroom mee.", "Zelfde thema")
                .doesNotContain(earlier.number());
    }

    @Test
    void teamOfWhoReportedCountsUnlessTheNameIsKeptBack() {
        Dossier dossier = measured(walk).complete("UserTask_RecordLessons", "lessonOutcome", "none");
        identityService.createMembership("finance", "team-zonnehof");
        try {
            assertThat(walk.reportedBy("finance", "title", "Koffie", "problem", "Koud", "reporterShown", "name")
                    .shownAt("UserTask_IdentifyOpportunity", "earlierLessons")).contains(dossier.number(), "Zelfde team");
            assertThat(walk.reportedBy("finance", "title", "Koffie", "problem", "Koud", "reporterShown", "colleague")
                    .shownAt("UserTask_IdentifyOpportunity", "earlierLessons")).doesNotContain("Zelfde team");
        } finally {
            identityService.deleteMembership("finance", "team-zonnehof");
        }
    }

    @Test
    void newestFiveComeFirst() {
        walk.clockStandsStill();
        for (int i = 1; i <= 6; i++) {
            ClockUtil.offset(i * 60_000L);
            rejected("technology", "camera", "lessonText", "Dit is les " + i);
        }

        assertThat(Stream.of(readWhenExploring("title", "Een camera", "problem", "Donker").split("},")).filter(row -> row.contains("\"always\":true"))
                .map(row -> row.replaceAll(".*\"lesson\":\"(Dit is les \\d)\".*", "$1"))).containsExactly("Dit is les 6", "Dit is les 5", "Dit is les 4",
                        "Dit is les 3", "Dit is les 2");
    }

    @Test
    void dossierThatALessonBeganReadsThatLesson() {
        Dossier dossier = measured(walk).complete("UserTask_RecordLessons", "lessonOutcome", "newOpportunity", "lessonsForOthers", ADVICE,
                "lessonTitle", "Bellen zonder handen");

        assertThat(lessons.of(dossier.number())).singleElement().satisfies(lesson ->
                assertThat(lesson.decision()).as("has ended").isEqualTo("newOpportunity"));
        dossier.endedAt("EndEvent_LessonSettled");
        assertThat(dossier.tasks("UserTask_DecideLesson")).isEmpty();
    }

    // How it ends

    @Keeps({"lesson-is-decided-on", "lesson-ends-on-the-page"})
    @Test
    void headDecidesWhatChangesAndThePageTellsIt() throws Exception {
        Dossier dossier = rejected("lessonFollowUp", "needed");
        assertThat(page(dossier)).contains("Wat we ervan leren", ADVICE, "Wacht op het besluit van het Hoofd Innovatie", "Afgewezen op ");

        dossier.completeAs("head-of-innovation", "UserTask_DecideLesson", "lessonDecision", "change", "lessonChangeKind", "form",
                "lessonDecisionReason", "Het formulier vraagt vanaf mei naar de nachtdienst.").endedAt("EndEvent_LessonChanges");

        assertThat(page(dossier)).contains("Er verandert een formulier", "Het formulier vraagt vanaf mei naar de nachtdienst.",
                "Beslissen over een les Er verandert iets").doesNotContain("Wacht op het besluit");
    }

    @Test
    void whoSaysThatNothingChangesSaysWhyAndIsNotAskedAgain() throws Exception {
        Dossier dossier = rejected().endedAt("EndEvent_LessonSettled");

        assertThat(page(dossier)).contains("Er verandert niets", "Het is maar één team.");
        assertThat(dossier.tasks("UserTask_DecideLesson")).isEmpty();
        assertThatThrownBy(() -> rejected("lessonNoChangeReason", "n.v.t.")).hasMessageContaining("Waarom hoeft er niets te veranderen");
    }

    @Test
    void erasedTextIsNotReadByTheNext() {
        Dossier dossier = rejected("technology", "camera", "lessonText", "Mevrouw De Wit valt vaak.");
        long entry = ledger.entries(dossier.number()).stream().filter(each -> each.values().containsKey("lessonText")).findFirst().orElseThrow().sequence();

        walk.erasureRequestedBy("privacy-quality", dossier.number(), entry, "lessonText").complete("UserTask_DecideErasure", "erasureOutcome", "erase");

        assertThat(readWhenExploring("title", "Een camera")).contains(dossier.number(), "(gewist)").doesNotContain("De Wit");
    }

    private String page(Dossier dossier) throws Exception {
        return Visitor.text(Visitor.loggedIn(port, "board").get("/dossiers/" + dossier.number()).body());
    }
}
