package nl.tweespoor.answer;

import java.util.List;
import nl.tweespoor.mail.MailSettings;
import nl.tweespoor.mail.Mailer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Mails the answer to whoever reported the opportunity, when mail is configured and the reporter has an address. In
 * {@code mailOutcome} it leaves {@code sent}, {@code notConfigured}, {@code noAddress}, or {@code notSent} when the last
 * attempt failed: a mail server that refuses keeps no dossier open, and the task in Tasklist says the same.
 */
@Component("answerMail")
class AnswerMail implements JavaDelegate {

    private static final String OUTCOME = "mailOutcome";

    private final Mailer mailer;
    private final MailSettings settings;

    AnswerMail(Mailer mailer, MailSettings settings) {
        this.mailer = mailer;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution answer) {
        User reporter = answer.getProcessEngineServices().getIdentityService().createUserQuery()
                .userId((String) answer.getVariable(ModelIds.REPORTER)).singleResult();
        if (!mailer.isConfigured()) {
            answer.setVariable(OUTCOME, "notConfigured");
        } else if (reporter == null || reporter.getEmail() == null || reporter.getEmail().isBlank()) {
            answer.setVariable(OUTCOME, "noAddress");
        } else {
            answer.setVariable(OUTCOME, mailer.send(List.of(reporter.getEmail()), "Bericht over uw melding "
                    + answer.getVariable(ModelIds.DOSSIER_NUMBER) + ": " + answer.getVariable(ModelIds.TITLE), text(answer, reporter))
                    ? "sent" : "notSent");
        }
    }

    private String text(DelegateExecution answer, User reporter) {
        return """
                Beste %s,

                U meldde een kans: %s (dossier %s).

                %s

                %s

                U leest dit ook in Tweespoor, bij uw taken. Waar het dossier staat en hoe het daar kwam:
                %s
                """.formatted(reporter.getFirstName(), answer.getVariable(ModelIds.TITLE), answer.getVariable(ModelIds.DOSSIER_NUMBER),
                answer.getVariable(ModelIds.ANSWER), answer.getVariable(ModelIds.REASON),
                settings.addressOfDossier((String) answer.getVariable(ModelIds.DOSSIER_NUMBER)));
    }
}
