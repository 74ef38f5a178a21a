package nl.tweespoor.walk;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test where mail is configured, over a real SMTP server. */
public abstract class WithMailServer {

    private static final int PORT = freePort();

    protected GreenMail smtp;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "localhost");
        properties.add("spring.mail.port", () -> PORT);
        properties.add("tweespoor.mail.from", () -> "tweespoor@zorg.example");
        properties.add("tweespoor.mail.site", () -> "https://tweespoor.zorg.example");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void mailServerRuns() {
        smtp = new GreenMail(new ServerSetup(PORT, "localhost", "smtp"));
        smtp.start();
    }

    @AfterEach
    void mailServerStops() {
        smtp.stop();
    }
}
