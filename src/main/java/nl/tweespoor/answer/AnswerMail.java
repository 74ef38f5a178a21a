package nl.tweespoor.answer;

import nl.tweespoor.engine.JobAttempts;
import nl.tweespoor.mail.MailSettings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Mails the answer to whoever reported the opportunity, when SMTP is configured ({@code spring.mail.host}) and the
 * reporter has an address. In {@code mailOutcome} it leaves {@code sent}, {@code notConfigured}, {@code noAddress}, or
 * {@code notSent} when the last attempt failed: a mail server that refuses keeps no dossier open, and the task in Tasklist says the same.
 */
@Component("answerMail")
class AnswerMail implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(AnswerMail.class);
    private static final String OUTCOME = "mailOutcome";

    private final ObjectProvider<JavaMailSender> mail;
    private final MailSettings settings;
    private final JobAttempts attempts;

    AnswerMail(ObjectProvider<JavaMailSender> mail, MailSettings settings, JobAttempts attempts) {
        this.attempts = attempts;
        this.mail = mail;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution answer) {
        JavaMailSender sender = mail.getIfAvailable();
        User reporter = answer.getProcessEngineServices().getIdentityService().createUserQuery()
                .userId((String) answer.getVariable(ModelIds.REPORTER)).singleResult();
        if (sender == null) {
            answer.setVariable(OUTCOME, "notConfigured");
        } else if (reporter == null || reporter.getEmail() == null || reporter.getEmail().isBlank()) {
            answer.setVariable(OUTCOME, "noAddress");
        } else {
            answer.setVariable(OUTCOME, send(sender, message(answer, reporter)));
        }
    }

    private String send(JavaMailSender sender, SimpleMailMessage message) {
        try {
            sender.send(message);
            return "sent";
        } catch (MailException e) {
            if (attempts.isLast()) {
                log.warn("A mail to a reporter could not be sent: {}", e.getMessage());
                return "notSent";
            }
            throw e;
        }
    }

    private SimpleMailMessage message(DelegateExecution answer, User reporter) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(reporter.getEmail());
        message.setSubject("Bericht over uw melding " + answer.getVariable(ModelIds.DOSSIER_NUMBER) + ": "
                + String.valueOf(answer.getVariable(ModelIds.TITLE)).replaceAll("\\s+", " "));
        message.setText("""
                Beste %s,

                U meldde een kans: %s (dossier %s).

                %s

                %s

                U leest dit ook in Tweespoor, bij uw taken. Waar het dossier staat en hoe het daar kwam:
                %s
                """.formatted(reporter.getFirstName(), answer.getVariable(ModelIds.TITLE), answer.getVariable(ModelIds.DOSSIER_NUMBER),
                answer.getVariable(ModelIds.ANSWER), answer.getVariable(ModelIds.REASON),
                settings.addressOfDossier((String) answer.getVariable(ModelIds.DOSSIER_NUMBER))));
        return message;
    }
}
