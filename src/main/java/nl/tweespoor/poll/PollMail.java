package nl.tweespoor.poll;

import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.JobAttempts;
import nl.tweespoor.mail.MailSettings;
import nl.tweespoor.period.Periods;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Invites one person to a poll, with a link of their own. Who couldn't be mailed was not asked, and does not count. */
@Component("pollMail")
class PollMail implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(PollMail.class);

    private final ObjectProvider<JavaMailSender> mail;
    private final MailSettings settings;
    private final PollRepository polls;
    private final Periods periods;
    private final JobAttempts attempts;

    PollMail(ObjectProvider<JavaMailSender> mail, MailSettings settings, PollRepository polls, Periods periods, JobAttempts attempts) {
        this.mail = mail;
        this.settings = settings;
        this.polls = polls;
        this.periods = periods;
        this.attempts = attempts;
    }

    @Override
    public void execute(DelegateExecution invitation) {
        Token token = Token.random();
        try {
            mail.getObject().send(message(invitation, token));
            polls.invite((String) invitation.getVariable(ModelIds.POLL), token.hash());
        } catch (MailException e) {
            if (!attempts.isLast()) {
                throw e;
            }
            log.warn("An invitation to a poll could not be sent: {}", e.getMessage());
        }
    }

    private SimpleMailMessage message(DelegateExecution invitation, Token token) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo((String) invitation.getVariable(ModelIds.ADDRESS));
        message.setSubject("Wat vindt u ervan? " + String.valueOf(invitation.getVariable(ModelIds.TITLE)).replaceAll("\\s+", " "));
        message.setText("""
                Beste lezer,

                Het gaat over: %s. Daarover willen we graag uw mening. Het kost een minuut, en u hoeft niet in te loggen:
                %s

                De koppeling is alleen voor u en werkt één keer, tot en met %s. Wie wat antwoordde, bewaren we niet.
                """.formatted(invitation.getVariable(ModelIds.TITLE), settings.site() + "/poll/" + token.word(), lastDay(invitation)));
        return message;
    }

    private String lastDay(DelegateExecution invitation) {
        return DutchTime.written(periods.until((String) invitation.getVariable(ModelIds.UNTIL), ModelIds.PERIOD).toInstant()
                .atZone(DutchTime.ZONE).toLocalDate().minusDays(1));
    }
}
