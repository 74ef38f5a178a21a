package nl.tweespoor.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param from the address that mails come from */
@ConfigurationProperties("tweespoor.mail")
public record MailSettings(@DefaultValue("tweespoor@localhost") String from) {
}
