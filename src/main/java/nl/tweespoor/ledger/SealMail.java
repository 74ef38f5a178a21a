package nl.tweespoor.ledger;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.tweespoor.mail.MailSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A mailbox outside, which gets each seal as a file. It can't be asked what it holds, so a table remembers what need not go
 * again: each seal by its hash, so that another one under the same number goes too, and whoever reads the mail sees both.
 */
@Component
@ConditionalOnProperty("tweespoor.ledger.seal-mail-to")
class SealMail implements SealDestination {

    /** So that all seals of a year fit in mails that a mailbox takes. */
    private static final int IN_ONE_MAIL = 100;
    private static final String MAILED = " from ledger_seal_mail m where m.mailed_to = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JavaMailSender sender;
    private final String from;
    private final String to;

    SealMail(JdbcTemplate jdbc, PlatformTransactionManager transactions, ObjectProvider<JavaMailSender> sender,
            MailSettings mail, LedgerSettings settings) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.sender = sender.getIfAvailable(() -> {
            throw new IllegalStateException("tweespoor.ledger.seal-mail-to zegt waar zegels heen gaan, maar spring.mail.host"
                    + " niet met welke mailserver. Stel die ook in.");
        });
        this.from = mail.from();
        this.to = settings.sealMailTo();
    }

    @Override
    public long arrived() {
        return jdbc.queryForObject("select coalesce((select min(s.number) - 1 from ledger_seal s where not exists"
                + " (select 1" + MAILED + " and m.seal = s.number and m.hash = s.hash)),"
                + " (select max(number) from ledger_seal), 0)", Long.class, to);
    }

    @Override
    public void send(List<SentSeal> seals) {
        List<SentSeal> left = seals.stream().filter(sent -> !isMailed(sent.seal())).toList();
        for (int from = 0; from < left.size(); from += IN_ONE_MAIL) {
            mail(left.subList(from, Math.min(left.size(), from + IN_ONE_MAIL)));
        }
    }

    private boolean isMailed(Seal seal) {
        return jdbc.queryForObject("select count(*)" + MAILED + " and m.seal = ? and m.hash = ?", Integer.class, to,
                seal.number(), seal.hash()) > 0;
    }

    /** Of nodes that try at once the first one mails; the others wait for it here. When mail is down, nothing is remembered. */
    private void mail(List<SentSeal> seals) {
        try {
            transaction.executeWithoutResult(status -> {
                seals.forEach(sent -> jdbc.update("insert into ledger_seal_mail (mailed_to, seal, hash) values (?, ?, ?)", to,
                        sent.seal().number(), sent.seal().hash()));
                sender.send(message(seals));
            });
        } catch (DuplicateKeyException e) {
            // Another node was first; what it didn't mail goes with the next round.
        }
    }

    private MimeMessage message(List<SentSeal> seals) {
        try {
            MimeMessageHelper message = new MimeMessageHelper(sender.createMimeMessage(), true, StandardCharsets.UTF_8.name());
            message.setFrom(from);
            message.setTo(to);
            message.setSubject(SealMailText.subject(seals));
            message.setText(SealMailText.body(seals));
            for (SentSeal sent : seals) {
                message.addAttachment(SealFile.name(sent.seal()), new ByteArrayResource(SealFile.content(sent)),
                        "application/json");
            }
            return message.getMimeMessage();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
