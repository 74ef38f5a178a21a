package nl.tweespoor.ledger;

import static nl.tweespoor.ledger.TestLedger.DOSSIER;
import static nl.tweespoor.ledger.TestLedger.OTHER;
import static nl.tweespoor.ledger.TestLedger.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.tweespoor.mail.MailSettings;
import nl.tweespoor.walk.OnPostgresToo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** Seals by mail, over a real SMTP server, and what someone who saved them can do with them. */
@OnPostgresToo
class SealMailTest extends WithTestLedger {

    private GreenMail smtp;
    private SealMail mail;
    private Seals seals;

    @BeforeEach
    void open() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            smtp = new GreenMail(new ServerSetup(free.getLocalPort(), "localhost", "smtp"));
        }
        smtp.start();
        mail = mailTo("zegels@toezicht.example");
        seals = sealsTo(mail);
    }

    @AfterEach
    void close() {
        smtp.stop();
    }

    @Test
    void aSealArrivesOnceWithWhatItIsForAndTheFileThatTheFolderHas() throws Exception {
        house.append(timer(DOSSIER), timer(OTHER));
        Seal seal = sealsTo(mail, house.folder).seal().orElseThrow();
        seals.seal();

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        MimeMessage received = smtp.getReceivedMessages()[0];
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("zegels@toezicht.example");
        assertThat(received.getFrom()).extracting(Object::toString).containsExactly("tweespoor@zorg.example");
        assertThat(received.getSubject()).isEqualTo("Bewaren: zegel 1 van het logboek van Tweespoor");
        assertThat(text(received)).contains("Waarvoor is dit?", "Zegel 1 van ", "over 2 regels", seal.hash(),
                "java Verify.java I-2026-0001.zip seal-000000001.json", "--tweespoor.control=ledger-whole", "één map");
        // Mail has line ends of its own.
        assertThat(Files.readAllLines(save().resolve("seal-000000001.json")))
                .isEqualTo(Files.readAllLines(files.resolve("seals/seal-000000001.json")));
    }

    /** A mail server that is away must not stop the sealing, nor the folder, nor leave a gap afterwards. */
    @Test
    void whatCouldNotBeMailedGoesWithTheNextRoundAlsoWhenNothingNewIsSealed() throws Exception {
        Seals both = sealsTo(mail, house.folder);
        smtp.stop();
        for (int round = 1; round <= 2; round++) {
            house.append(timer(DOSSIER));
            assertThatThrownBy(both::seal).isInstanceOf(MailException.class);
        }
        assertThat(house.folder.newest()).isEqualTo(2);
        assertThat(mail.arrived()).isZero();

        smtp.start();
        assertThat(both.seal()).isEmpty();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(smtp.getReceivedMessages()[0].getSubject()).contains("zegels 1 tot en met 2");
        assertThat(new SealFolder(settings(save())).kept()).isEqualTo(house.folder.kept()).hasSize(2);
        assertThat(mail.arrived()).isEqualTo(2);
    }

    @Test
    void anotherAddressGetsAllSealsInMailsThatAMailboxTakes() throws Exception {
        Seals nobody = sealsTo();
        for (int round = 0; round < 101; round++) {
            house.append(timer(DOSSIER));
            nobody.seal();
        }
        seals.seal();
        assertThat(smtp.getReceivedMessages()).hasSize(2);
        assertThat(new SealFolder(settings(save())).newest()).isEqualTo(101);

        sealsTo(mailTo("ander@toezicht.example")).seal();
        assertThat(smtp.getReceivedMessages()).hasSize(4);
    }

    /** What is remembered stands in the database, so whoever changes that must not be able to keep a seal from going out. */
    @Test
    void anotherSealUnderANumberThatWasMailedGoesTooWhateverIsRemembered() throws Exception {
        house.append(timer(DOSSIER));
        Seal first = seals.seal().orElseThrow();
        house.append(timer(DOSSIER));
        seals.seal();
        for (String table : List.of("ledger_seal_head", "ledger_seal", "ledger_entry", "ledger_head")) {
            house.jdbc.update("delete from " + table);
        }
        house.append(timer(DOSSIER));
        Seal forged = seals.seal().orElseThrow();

        assertThat(forged.number()).isEqualTo(first.number());
        assertThat(forged.hash()).isNotEqualTo(first.hash());
        assertThat(smtp.getReceivedMessages()).hasSize(3);
        assertThat(text(smtp.getReceivedMessages()[2])).contains("Zegel 1 ", forged.hash());
    }

    @Test
    void mailsThatWereSavedInAFolderTellWhatTheDatabaseLost() throws Exception {
        house.append(timer(DOSSIER), timer(OTHER));
        seals.seal();
        house.append(timer(DOSSIER));
        seals.seal();
        LedgerVerifier verifier = new LedgerVerifier(house.jdbc, house.transactions, house.key,
                Optional.of(new SealFolder(settings(save()))));
        assertThat(verifier.verify().findings()).isEmpty();

        house.jdbc.update("delete from ledger_seal_head where seal = 2");
        house.jdbc.update("delete from ledger_seal where number = 2");
        house.jdbc.update("delete from ledger_entry where chain = ? and sequence = 2", DOSSIER);
        house.jdbc.update("update ledger_head set sequence = 1, hash = (select hash from ledger_entry where chain = ?) where chain = ?",
                DOSSIER, DOSSIER);
        assertThat(house.verifier.verify().findings()).isEmpty();
        assertThat(verifier.verify().findings()).extracting(Finding::chain, Finding::number)
                .containsExactlyInAnyOrder(tuple(null, 2L), tuple(DOSSIER, 2L));
    }

    @Test
    void aSavedMailIsHeldAgainstAProof() throws Exception {
        house.append(timer(DOSSIER));
        seals.seal();
        Path before = proof();
        house.append(timer(DOSSIER));
        seals.seal();
        Path saved = save();
        VerifyProgram program = new VerifyProgram(files);

        assertThat(program.run(proof(), saved.resolve("seal-000000001.json"), saved.resolve("seal-000000002.json"))).startsWith("0 ");
        assertThat(program.run(before, saved.resolve("seal-000000002.json"))).startsWith("1 ").contains("u hebt een nieuwer zegel");
    }

    @Test
    void nodesThatMailAtOnceMailEachSealOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        for (int round = 1; round <= 5; round++) {
            house.append(timer(DOSSIER));
            List<Future<?>> mailed = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                mailed.add(nodes.submit(seals::seal));
            }
            for (Future<?> one : mailed) {
                one.get();
            }
        }
        nodes.shutdown();
        assertThat(smtp.getReceivedMessages()).hasSize(5);
        assertThat(mail.arrived()).isEqualTo(5);
    }

    @Test
    void itIsOffUntilAskedForAndThenWantsAMailServer() {
        ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(Settings.class, SealMail.class)
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withBean(JdbcTemplate.class, () -> house.jdbc)
                .withBean(PlatformTransactionManager.class, () -> house.transactions);
        start.run(context -> assertThat(context).doesNotHaveBean(SealDestination.class));
        start.withPropertyValues("tweespoor.ledger.seal-mail-to=zegels@toezicht.example").run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("spring.mail.host"));
        start.withPropertyValues("tweespoor.ledger.seal-mail-to=zegels@toezicht.example", "spring.mail.host=localhost")
                .run(context -> assertThat(context).hasSingleBean(SealDestination.class).doesNotHaveBean(SealArchive.class));
    }

    @EnableConfigurationProperties({LedgerSettings.class, MailSettings.class})
    static class Settings {
    }

    private SealMail mailTo(String address) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(smtp.getSmtp().getServerSetup().getPort());
        return new SealMail(house.jdbc, house.transactions, new StaticListableBeanFactory(Map.of("mail", sender))
                .getBeanProvider(JavaMailSender.class), new MailSettings("tweespoor@zorg.example", "https://tweespoor.zorg.example"),
                new LedgerSettings(house.settings.key(), List.of(), null, address));
    }

    private Seals sealsTo(SealDestination... destinations) {
        return new Seals(house.jdbc, house.transactions, house.key, house.verifier, List.of(destinations), Optional.empty(),
                InstantSource.system());
    }

    private static LedgerSettings settings(Path folder) {
        return new LedgerSettings(folder.resolve("no-key"), List.of(), folder, null);
    }

    private Path proof() throws IOException {
        Path proof = Files.createTempFile(files, "proof", ".zip");
        try (OutputStream out = Files.newOutputStream(proof)) {
            house.proof.write(DOSSIER, List.of(), out);
        }
        return proof;
    }

    /** As someone does who saves all attachments in one folder. */
    private Path save() throws Exception {
        Path folder = Files.createTempDirectory(files, "saved");
        for (MimeMessage received : smtp.getReceivedMessages()) {
            MimeMultipart parts = (MimeMultipart) received.getContent();
            for (int i = 1; i < parts.getCount(); i++) {
                BodyPart attachment = parts.getBodyPart(i);
                Files.write(folder.resolve(attachment.getFileName()), attachment.getInputStream().readAllBytes());
            }
        }
        return folder;
    }

    private static String text(MimeMessage received) throws Exception {
        MimeMultipart body = (MimeMultipart) ((MimeMultipart) received.getContent()).getBodyPart(0).getContent();
        return body.getBodyPart(0).getContent().toString();
    }
}
