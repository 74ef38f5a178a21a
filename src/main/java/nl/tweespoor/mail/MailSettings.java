package nl.tweespoor.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from the address that mails come from
 * @param site where their readers reach Tweespoor, without a slash at the end
 */
@ConfigurationProperties("tweespoor.mail")
public record MailSettings(@DefaultValue("tweespoor@localhost") String from, @DefaultValue("http://localhost:8080") String site) {

    /** For a link in a mail. */
    public String addressOfDossier(String number) {
        return site + "/dossiers/" + number;
    }

    /** The same, to what the whole organisation wants. */
    public String addressOfStrategy() {
        return site + "/strategy";
    }
}
