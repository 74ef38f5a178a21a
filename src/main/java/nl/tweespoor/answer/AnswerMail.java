package nl.tweespoor.answer;

import nl.tweespoor.mail.MailSettings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Mails the answer to whoever reported the opportunity, when SMTP is configured ({@code spring.mail.host}) and the
 * reporter has an address. In {@code mailOutcome} it leaves {@code sent}, {@code notConfigured} or {@code noAddress}.
 */
@Component("answerMail")
class AnswerMail implements JavaDelegate {

    private static final String OUTCOME = "mailOutcome";

    private final ObjectProvider<JavaMailSender> mail;
    private final MailSettings settings;

    AnswerMail(ObjectProvider<JavaMailSender> mail, MailSettings settings) {
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
            sender.send(message(answer, reporter));
            answer.setVariable(OUTCOME, "sent");
        }
    }

    private SimpleMailMessage message(DelegateExecution answer, User reporter) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(reporter.getEmail());
        message.setSubject("Antwoord op uw melding " + answer.getVariable(ModelIds.DOSSIER_NUMBER) + ": "
                + String.valueOf(answer.getVariable(ModelIds.TITLE)).replaceAll("\\s+", " "));
        message.setText("""
                Beste %s,

                U meldde een kans: %s (dossier %s).

                %s

                De reden: %s

                U leest dit antwoord ook in Tweespoor, bij uw taken. Waar het dossier staat en hoe het daar kwam:
                %s
                """.formatted(reporter.getFirstName(), answer.getVariable(ModelIds.TITLE), answer.getVariable(ModelIds.DOSSIER_NUMBER),
                answer.getVariable(ModelIds.ANSWER), answer.getVariable(ModelIds.REASON),
                settings.addressOfDossier((String) answer.getVariable(ModelIds.DOSSIER_NUMBER))));
        return message;
    }
}
