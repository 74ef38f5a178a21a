package nl.tweespoor.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.LedgerVerifier;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.ledger.Seals;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is personal goes for good when the board agrees, wherever it stands, and nothing else does. */
@EngineTest
@OnPostgresToo
class ErasureTest {

    /** Stands in no other text; the quotes and the accents are kept in more than one way. */
    private static final String WORD = "Sjoukjé7319";
    private static final String PERSONAL = "De moeder van \"" + WORD + "\" is ziek";
    private static final String OFFICER = "privacy-quality";

    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;
    @Autowired
    LedgerReader ledger;
    @Autowired
    LedgerVerifier verifier;
    @Autowired
    Seals seals;
    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void ledgerIsWhole() {
        assertThat(verifier.verify().findings()).isEmpty();
    }

    private List<Recorded> entriesWith(Dossier dossier, String name) {
        return ledger.entries(dossier.number()).stream().filter(entry -> entry.values().containsKey(name)).toList();
    }

    private Dossier requested(Dossier dossier, String name) {
        return walk.erasureRequestedBy(OFFICER, dossier.number(), entriesWith(dossier, name).get(0).sequence(), name);
    }

    private static Dossier agreed(Dossier request) {
        return request.complete("UserTask_DecideErasure", "erasureOutcome", "erase");
    }

    private void isGone() {
        assertThat(new WholeDatabase(jdbc).columnsWith(WORD)).isEmpty();
    }

    // What goes

    @Test
    void textOfARunningDossierIsNowhereAndTheDossierGoesOn() {
        Dossier dossier = walk.reported("problem", PERSONAL).complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn",
                "whatExists", PERSONAL).assess().complete("UserTask_SelectOpportunity", "selectionOutcome", "select");
        assertThat(new WholeDatabase(jdbc).columnsWith(WORD)).contains("ledger_entry.disclosed", "act_ru_variable.text_",
                "act_hi_varinst.text_", "act_hi_detail.text_");
        seals.seal();

        agreed(requested(dossier, "problem"));

        isGone();
        assertThat(entriesWith(dossier, "problem")).isEmpty();
        assertThat(dossier.variable("innovation", "problem")).isEqualTo("(gewist)");
        dossier.complete("UserTask_PrepareTest").completeTests().isWaitingAt("UserTask_WeighFindings");
        isGone();
    }

    @Test
    void reasonGoesFromAllProcessesOfAFinishedDossierUnderAnyName() {
        Dossier dossier = walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject", "identifyReason",
                PERSONAL).completeAs("employee", "UserTask_ReadAnswer");
        assertThat(dossier.waitsAt()).isEmpty();

        agreed(requested(dossier, "identifyReason"));

        isGone();
        assertThat(dossier.decisions()).singleElement()
                .satisfies(decision -> assertThat(decision).containsEntry("reason", "(gewist)"));
    }

    /** Else whoever types a word of the models in a reason, and has it erased, changes what was decided. */
    @Test
    void wordThatIsAlsoAChoiceGoesUnderItsOwnNameOnly() {
        Dossier dossier = walk.reported("problem", "goOn").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn",
                "whatExists", "Iets");

        agreed(requested(dossier, "problem"));

        assertThat(dossier.variable("innovation", "problem")).isEqualTo("(gewist)");
        assertThat(dossier.variable("innovation", "identifyOutcome")).isEqualTo("goOn");
        assertThat(entriesWith(dossier, "problem")).isEmpty();
        assertThat(entriesWith(dossier, "identifyOutcome")).isNotEmpty();
    }

    /** Who explores a later report chooses from the titles of the earlier ones. */
    @Test
    void titleGoesFromTheListsOfOtherDossiersToo() {
        Dossier dossier = walk.reported("title", PERSONAL);
        Dossier later = walk.reported();
        walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject", "identifyReason", "Dit bestaat al");

        agreed(requested(dossier, "title"));

        isGone();
        assertThat(engine.getTaskService().getVariable(later.task("UserTask_IdentifyOpportunity").getId(), "dossierOptions")
                .toString()).contains(dossier.number() + ": (gewist)");
    }

    /** It is one of a list, and each of the list goes on in a process of its own. */
    @Test
    void textInAListGoesAndTheListStays() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp", "standUpBarrier1", PERSONAL, "standUpBarrier1Owner", "it",
                        "standUpBarrier1Date", walk.today().plusDays(60).toString());
        assertThat(new WholeDatabase(jdbc).columnsWith(WORD)).contains("act_ge_bytearray.bytes_");

        agreed(requested(dossier, "standUpBarrier1"));

        isGone();
    }

    @Test
    void whatAnAdministratorWroteAtATaskGoes() {
        Dossier dossier = walk.reported();
        Task task = dossier.task("UserTask_IdentifyOpportunity");
        task.setDescription(PERSONAL);
        walk.loginAsAdministrator();
        engine.getTaskService().saveTask(task);
        engine.getIdentityService().clearAuthentication();
        assertThat(new WholeDatabase(jdbc).columnsWith(WORD)).contains("act_hi_op_log.new_value_", "ledger_entry.disclosed");

        agreed(requested(dossier, "after"));

        isGone();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void commentAndReasonToDeleteWithTheSameTextGo(boolean isLong) {
        String text = isLong ? PERSONAL + "\nen  wil ".repeat(30) + "rust." : PERSONAL;
        Dossier dossier = walk.reported("problem", text);
        Dossier other = walk.reported();
        walk.loginAsAdministrator();
        comment(dossier, text);
        comment(dossier, "Bel eerst");
        String elsewhere = comment(other, text);
        engine.getRuntimeService().deleteProcessInstance(dossier.innovation().getId(), text);
        assertThat(new WholeDatabase(jdbc).columnsWith(WORD)).contains("act_hi_comment.message_", "act_hi_comment.full_msg_",
                "act_hi_procinst.delete_reason_", "act_hi_taskinst.delete_reason_");

        agreed(requested(dossier, "problem"));

        assertThat(engine.getTaskService().getProcessInstanceComments(other.innovation().getId())).singleElement()
                .satisfies(comment -> assertThat(comment.getFullMessage()).isEqualTo(text));
        jdbc.update("delete from act_hi_comment where id_ = ?", elsewhere);
        isGone();
        assertThat(engine.getTaskService().getProcessInstanceComments(dossier.innovation().getId()))
                .extracting(Comment::getFullMessage).containsExactlyInAnyOrder("(gewist)", "Bel eerst");
    }

    private String comment(Dossier dossier, String text) {
        return engine.getTaskService().createComment(dossier.task("UserTask_IdentifyOpportunity").getId(),
                dossier.innovation().getId(), text).getId();
    }

    /** The engine's own word for how a task ended is no one's text; the controls read it. */
    @Test
    void wordOfTheEngineForHowATaskEndedStays() {
        Dossier dossier = walk.reported("problem", "completed").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn");
        agreed(requested(dossier, "problem"));
        assertThat(jdbc.queryForObject("select delete_reason_ from act_hi_taskinst where task_def_key_ = 'UserTask_IdentifyOpportunity'",
                String.class)).isEqualTo("completed");
    }

    @Test
    void choiceStaysWhileTheDossierNeedsItAndGoesAfterwards() {
        Dossier dossier = walk.reported("source", "client");
        assertThatThrownBy(() -> requested(dossier, "source")).hasStackTraceContaining("Het dossier loopt nog");
        dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject", "whatExists", "client")
                .completeAs("employee", "UserTask_ReadAnswer");

        agreed(requested(dossier, "source"));

        assertThat(dossier.variable("innovation", "source")).isEqualTo("(gewist)");
        assertThat(entriesWith(dossier, "source")).isEmpty();
        assertThat(dossier.variable("innovation", "whatExists")).as("the same word, and no choice").isEqualTo("client");
    }

    @Test
    void choiceGoesFromTheTablesThatReadIt() {
        Dossier dossier = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "reject")
                .completeAs("employee", "UserTask_ReadAnswer");
        assertThat(readByTables("much")).isPositive();

        agreed(requested(dossier, "clientContribution"));

        assertThat(readByTables("much")).isZero();
    }

    private long readByTables(String word) {
        return jdbc.queryForObject("select count(*) from act_hi_dec_in where text_ = ?", Long.class, word);
    }

    @Test
    void sameWordsInAnotherDossierStay() {
        Dossier dossier = walk.reported("problem", PERSONAL);
        Dossier other = walk.reported("problem", PERSONAL);
        agreed(requested(dossier, "problem"));
        assertThat(other.variable("innovation", "problem")).isEqualTo(PERSONAL);
        assertThat(entriesWith(other, "problem")).hasSize(1);
    }

    @Test
    void nameOfWhoDecidedGoes() {
        Dossier dossier = walk.identified();
        long entry = ledger.decisions(dossier.number(), "task").get(0).sequence();
        agreed(walk.erasureRequestedBy(OFFICER, dossier.number(), entry, "done-by"));
        assertThat(dossier.decisions()).singleElement()
                .satisfies(decision -> assertThat(decision).containsEntry("by", "(gewist)"));
    }

    // Both or neither

    @Test
    void nothingIsErasedWhenTheEngineCantForget() {
        Dossier dossier = walk.reported("problem", PERSONAL);
        Dossier request = requested(dossier, "problem");
        jdbc.execute("alter table ACT_HI_DETAIL add constraint never_erased check (TEXT_ <> '(gewist)')");
        try {
            assertThatThrownBy(() -> agreed(request)).isInstanceOf(RuntimeException.class);
        } finally {
            jdbc.execute("alter table ACT_HI_DETAIL drop constraint never_erased");
        }
        assertThat(entriesWith(dossier, "problem")).hasSize(1);
        assertThat(dossier.variable("innovation", "problem")).isEqualTo(PERSONAL);
        request.isWaitingOnlyAt("UserTask_DecideErasure");
    }

    // The ledger says so

    @Test
    void requestDecisionAndErasureAreOnRecord() {
        Dossier dossier = walk.reported("problem", PERSONAL);
        long entry = entriesWith(dossier, "problem").get(0).sequence();
        Dossier request = agreed(walk.erasureRequestedBy(OFFICER, dossier.number(), entry, "problem", "erasureReason", "Niet meer nodig"));
        request.complete("UserTask_PassOnErasure").endedAt("EndEvent_PassedOn");

        assertThat(request.number()).isEqualTo("W-" + dossier.number() + "-" + entry + "-problem");
        assertThat(ledger.entries(request.number())).extracting(Recorded::kind, Recorded::actor, Recorded::outcome)
                .contains(tuple("start", OFFICER, null),
                        tuple("task", "board", "erase"),
                        tuple("task", OFFICER, null));
        assertThat(ledger.newest(dossier.number(), "erasure")).hasValueSatisfying(erasure -> {
            assertThat(erasure.actor()).isEqualTo("board");
            assertThat(erasure.values()).containsEntry("reason", "Verzoek " + request.number() + ": Niet meer nodig");
        });
    }

    @Test
    void erasureByAStandInSaysForWhom() {
        Dossier dossier = walk.reported("problem", PERSONAL);
        Dossier absence = walk.absent("board", walk.today(), walk.today().plusDays(3))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", "hr")
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept")
                .timePassesUntil("BoundaryEvent_FirstDayReached");
        Dossier request = requested(dossier, "problem");
        request.completeAs("hr", "UserTask_DecideErasure", "erasureOutcome", "erase");
        absence.complete("UserTask_StopStandIn");

        assertThat(ledger.newest(dossier.number(), "erasure").orElseThrow().actor()).isEqualTo("hr");
        assertThat(jdbc.queryForObject("select content from ledger_entry where chain = ? and kind = 'erasure'", String.class,
                dossier.number())).contains("\"standsInFor\":[\"board\"]");
        assertThat(jdbc.queryForObject("select count(*) from act_hi_varinst where name_ = 'erasureDecidedFor'", Long.class))
                .as("stored by the engine").isZero();
    }

    @Test
    void whatTheBoardKeepsStaysWithTheReason() {
        Dossier dossier = walk.reported("problem", PERSONAL);
        Dossier request = requested(dossier, "problem");
        assertThatThrownBy(() -> request.submit("UserTask_DecideErasure", "erasureOutcome", "keep"))
                .hasStackTraceContaining("Waarom blijft het staan");

        request.complete("UserTask_DecideErasure", "erasureOutcome", "keep", "erasureRefusalReason", "Er loopt een klacht")
                .complete("UserTask_PassOnErasure").endedAt("EndEvent_PassedOn");

        assertThat(entriesWith(dossier, "problem")).hasSize(1);
        assertThat(dossier.variable("innovation", "problem")).isEqualTo(PERSONAL);
        assertThat(request.decisions()).singleElement()
                .satisfies(decision -> assertThat(decision).containsEntry("reason", "Er loopt een klacht"));
        assertThat(ledger.newest(dossier.number(), "erasure")).isEmpty();
    }

    // Asking

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"I-1999-0001 | 1 | problem | Controleer: Welk dossier?",
            "* | 99 | problem | Controleer: Welke regel?", "* | 1 | nothing | Controleer: Welke waarde?"})
    void whatIsNotThereIsRefused(String dossier, long entry, String value, String sentence) {
        String number = dossier.equals("*") ? walk.reported().number() : dossier;
        assertThatThrownBy(() -> walk.erasureRequestedBy(OFFICER, number, entry, value)).hasStackTraceContaining(sentence);
    }

    @Test
    void whatIsGoneAlreadyIsNotErasedAgain() {
        Dossier dossier = walk.reported("problem", PERSONAL, "forWhom", PERSONAL);
        long entry = entriesWith(dossier, "problem").get(0).sequence();
        Dossier second = requested(dossier, "forWhom");
        assertThatThrownBy(() -> requested(dossier, "forWhom")).hasStackTraceContaining("Dit verzoek loopt al");
        agreed(requested(dossier, "problem"));

        assertThatThrownBy(() -> walk.erasureRequestedBy(OFFICER, dossier.number(), entry, "problem"))
                .hasStackTraceContaining("Deze waarde is al gewist");
        assertThat(shown(second)).isEqualTo("[]");
        assertThatThrownBy(() -> agreed(second)).hasStackTraceContaining("Deze waarde is al gewist");
        second.complete("UserTask_DecideErasure", "erasureOutcome", "keep").isWaitingOnlyAt("UserTask_PassOnErasure");
    }

    @ParameterizedTest
    @CsvSource({"erasureReason, Waarom moet dit weg?", "erasureReference, Wat is het kenmerk van het verzoek?"})
    void textThatMustGoIsNotTypedAgain(String answer, String question) {
        Dossier dossier = walk.reported("problem", WORD);
        long entry = entriesWith(dossier, "problem").get(0).sequence();
        assertThatThrownBy(() -> walk.erasureRequestedBy(OFFICER, dossier.number(), entry, "problem", answer,
                "Er staat: " + WORD.toUpperCase())).hasStackTraceContaining("Neem de tekst die weg moet hier niet over")
                .hasStackTraceContaining("Controleer: " + question);
    }

    @ParameterizedTest
    @ValueSource(strings = {"board", "employee", "head-of-innovation", "process-owner", "auditor"})
    void onlyPrivacyAndQualityAsks(String group) {
        walk.login(group);
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("erasure",
                Map.of("erasureDossier", "general", "erasureEntry", "1"))).isInstanceOf(AuthorizationException.class);
    }

    // Deciding

    @Test
    void formShowsWhatWillGoAndStoresNothingOfIt() {
        Dossier dossier = walk.reported("problem", PERSONAL);
        Dossier request = requested(dossier, "problem");
        assertThat(shown(request)).contains(WORD, "Medewerker", "Start");
        assertThat(jdbc.queryForObject("select count(*) from act_hi_varinst where text_ like ? and proc_inst_id_ = ?", Long.class,
                "%" + WORD + "%", request.innovation().getId())).isZero();
    }

    private String shown(Dossier request) {
        walk.login("board");
        SerializableValue shown = engine.getFormService().getTaskFormVariables(request.task("UserTask_DecideErasure").getId())
                .getValueTyped("erasedValues");
        engine.getIdentityService().clearAuthentication();
        return shown.getValueSerialized();
    }

    @Test
    void whoAskedDoesNotDecideAndSomeoneElseCan() {
        engine.getIdentityService().createMembership(OFFICER, "board");
        try {
            Dossier dossier = walk.reported("problem", PERSONAL);
            Dossier request = requested(dossier, "problem");
            String task = request.task("UserTask_DecideErasure").getId();
            assertThatThrownBy(() -> request.completeAs(OFFICER, "UserTask_DecideErasure", "erasureOutcome", "erase"))
                    .hasStackTraceContaining("Wie hierom vroeg, beslist er niet zelf over");
            assertThatThrownBy(() -> engine.getTaskService().claim(task, OFFICER))
                    .hasStackTraceContaining("Wie hierom vroeg, beslist er niet zelf over");
            assertThat(engine.getTaskService().getIdentityLinksForTask(task)).extracting("groupId")
                    .contains("board", "management-team");
        } finally {
            engine.getIdentityService().deleteMembership(OFFICER, "board");
        }
        Dossier other = walk.reported("problem", "Iets anders");
        assertThat(engine.getTaskService().getIdentityLinksForTask(requested(other, "problem").task("UserTask_DecideErasure").getId()))
                .extracting("groupId").containsExactly("board");
    }
}
