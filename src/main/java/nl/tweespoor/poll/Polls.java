package nl.tweespoor.poll;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.period.Periods;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** What the model of a poll asks for. */
@Component("polls")
public class Polls {

    private static final int MOST_COLLEAGUES = 200;
    /** After this someone may be asked once more for the same moment, such as when a team started anew. */
    private static final Duration ASKED_ONCE_IN = Duration.ofDays(90);
    private static final String USUAL_QUESTION = "Wilt u hiermee werken?";

    private final PollRepository polls;
    private final Periods periods;
    private final Memberships memberships;
    private final ObjectProvider<JavaMailSender> mail;

    Polls(PollRepository polls, Periods periods, Memberships memberships, ObjectProvider<JavaMailSender> mail) {
        this.polls = polls;
        this.periods = periods;
        this.memberships = memberships;
        this.mail = mail;
    }

    /** Gives its id. Nobody waits weeks for a poll that goes to no one. */
    public String open(DelegateExecution poll) {
        List<String> colleagues = colleagues(poll);
        if (colleagues.isEmpty() && addresses(poll).isEmpty()) {
            throw Refusal.invalid("Wie u koos, is voor dit moment al gevraagd, of er zit niemand in deze groepen. Kies andere mensen.");
        }
        if (colleagues.size() > MOST_COLLEAGUES) {
            throw Refusal.invalid("Dit zijn " + colleagues.size() + " collega’s. Vraag er hooguit " + MOST_COLLEAGUES + ": kies minder groepen.");
        }
        String id = polls.open((String) poll.getVariable(ModelIds.DOSSIER_NUMBER), text(poll, ModelIds.MOMENT), text(poll, ModelIds.TEAM_NAME),
                text(poll, ModelIds.QUESTION_1), text(poll, ModelIds.QUESTION_2), periods.until(text(poll, ModelIds.UNTIL), ModelIds.PERIOD).toInstant());
        polls.addAsked(id, colleagues.size());
        return id;
    }

    /** Whether people can be asked by mail: {@code configured} or {@code absent}. */
    public String mailState() {
        return mail.getIfAvailable() == null ? "absent" : "configured";
    }

    /** What was asked first, so that a change shows; the usual question when nothing was. */
    public String question(DelegateExecution due, long number) {
        String dossier = due.getProcessBusinessKey();
        return polls.firstQuestion(dossier, 1).isPresent() ? polls.firstQuestion(dossier, number).orElse(null) : number == 1 ? USUAL_QUESTION : null;
    }

    /** Each once for a moment, however it is written; none when there is no mail. */
    public List<String> addresses(DelegateExecution poll) {
        String given = text(poll, ModelIds.ADDRESSES);
        if (given == null || mail.getIfAvailable() == null || ModelIds.COLLEAGUES_ONLY.equals(text(poll, ModelIds.WHO))) {
            return List.of();
        }
        Set<String> before = askedBefore(poll);
        return Arrays.stream(given.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).map(line -> line.toLowerCase(Locale.ROOT))
                .distinct().filter(line -> !before.contains(line)).toList();
    }

    /** Ids of who is in one of the groups that were chosen, each once for a moment. */
    public List<String> colleagues(DelegateExecution poll) {
        if (ModelIds.BY_MAIL_ONLY.equals(text(poll, ModelIds.WHO)) || !(poll.getVariable(ModelIds.GROUPS) instanceof SpinJsonNode groups)) {
            return List.of();
        }
        Set<String> before = askedBefore(poll);
        return groups.elements().stream().flatMap(group -> memberships.membersOf(group.stringValue()).stream()).distinct()
                .filter(member -> !before.contains(member)).sorted().toList();
    }

    private Set<String> askedBefore(DelegateExecution poll) {
        return polls.askedBefore((String) poll.getVariable(ModelIds.DOSSIER_NUMBER), text(poll, ModelIds.MOMENT), text(poll, ModelIds.TEAM_NAME),
                text(poll, ModelIds.POLL), EngineClock.now().minus(ASKED_ONCE_IN));
    }

    /** An answer of a colleague in Tasklist; also asked when the poll closed before they gave one. */
    public String take(DelegateExecution task) {
        if (text(task, ModelIds.ANSWER_1) == null) {
            return "notAnswered";
        }
        polls.add(text(task, ModelIds.POLL), new PollAnswer(text(task, ModelIds.ANSWER_1), text(task, ModelIds.ANSWER_2),
                Objects.requireNonNullElse(text(task, ModelIds.FREE_WORD), "")));
        return "taken";
    }

    public int asked(DelegateExecution poll) {
        return polls.asked(text(poll, ModelIds.POLL));
    }

    public int answered(DelegateExecution poll) {
        return polls.answered(text(poll, ModelIds.POLL));
    }

    /**
     * Of who answered the first question at this moment in the life of the dossier: how many percent said this word. Null where too few
     * answered to tell it without telling who.
     */
    public Integer share(DelegateExecution poll, String word) {
        return polls.share((String) poll.getVariable(ModelIds.DOSSIER_NUMBER), text(poll, ModelIds.MOMENT), text(poll, ModelIds.TEAM_NAME), word);
    }

    /** For the models: of a team that works with it, the highest share of people who said no, in percents; null when no poll tells. */
    public Integer mostNo(DelegateExecution evaluation) {
        return polls.highestShare(evaluation.getProcessBusinessKey(), ModelIds.AT_THE_START, "no");
    }

    private static String text(DelegateExecution execution, String name) {
        return execution.getVariable(name) instanceof String text && !text.isBlank() ? text : null;
    }
}
