package nl.tweespoor.mail;

import java.util.List;
import nl.tweespoor.engine.JobAttempts;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends what a process writes, when SMTP is configured ({@code spring.mail.host}). A server that refuses holds nothing up for ever. */
@Component
public class Mailer {

    private static final Logger log = LoggerFactory.getLogger(Mailer.class);

    private final ObjectProvider<JavaMailSender> mail;
    private final MailSettings settings;
    private final JobAttempts attempts;

    Mailer(ObjectProvider<JavaMailSender> mail, MailSettings settings, JobAttempts attempts) {
        this.mail = mail;
        this.settings = settings;
        this.attempts = attempts;
    }

    public boolean isConfigured() {
        return mail.getIfAvailable() != null;
    }

    /** One mail to those of them who have an address, when mail is set up. Nobody sees the address of another. */
    public void tell(List<User> people, String subject, String text) {
        List<String> addresses = people.stream().map(User::getEmail).filter(address -> address != null && !address.isBlank()).distinct().toList();
        if (isConfigured() && !addresses.isEmpty()) {
            send(addresses, subject, text);
        }
    }

    /**
     * One mail to all of these, who don't see each other's address.
     *
     * @param subject of which line breaks become blanks
     * @return whether it went; it did not when the last attempt failed
     * @throws MailException when it will be tried again
     */
    public boolean send(List<String> addresses, String subject, String text) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.from());
        if (addresses.size() == 1) {
            message.setTo(addresses.get(0));
        } else {
            message.setBcc(addresses.toArray(String[]::new));
        }
        message.setSubject(subject.replaceAll("\\s+", " "));
        message.setText(text);
        try {
            mail.getObject().send(message);
            return true;
        } catch (MailException e) {
            if (!attempts.isLast()) {
                throw e;
            }
            log.warn("A mail could not be sent: {}", e.getMessage());
            return false;
        }
    }
}
