package nl.tweespoor.account;

import java.util.Arrays;
import java.util.stream.Collectors;
import nl.tweespoor.startup.DemoMode;
import nl.tweespoor.startup.Reachability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Ends the start with the address, and in the demo with the accounts to try. */
@Component
class StartupAnnouncement {

    private static final Logger log = LoggerFactory.getLogger(StartupAnnouncement.class);

    private final DemoMode demo;
    private final Environment environment;

    StartupAnnouncement(DemoMode demo, Environment environment) {
        this.demo = demo;
        this.environment = environment;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void tell(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext server
                && server.getWebServer() != null && server.getWebServer().getPort() > 0) {
            log.info("Tweespoor draait: {}", address(server.getWebServer().getPort()));
            if (demo.isOn()) {
                log.info("Probeer een demo-account (wachtwoord = gebruikersnaam): {}. Beheerder: admin.",
                        Arrays.stream(Group.values()).map(Group::id).collect(Collectors.joining(", ")));
            }
        }
    }

    private String address(int port) {
        String host = Reachability.isLocal(environment) ? "localhost" : environment.getProperty("server.address");
        return "http://" + host + ":" + port + "/";
    }
}
