package nl.tweespoor.account;

import java.security.SecureRandom;
import java.util.Base64;
import nl.tweespoor.hardening.PasswordPolicyPlugin;
import nl.tweespoor.startup.DemoMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Groups always; demo accounts only in the demo; elsewhere one administrator, so that nobody else becomes it. */
@Component
@Order(10)
class AccountInitializer implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(AccountInitializer.class);
    private static final String ADMINISTRATOR = "admin";

    private final Accounts accounts;
    private final DemoMode demo;
    private final AdministratorSettings settings;

    AccountInitializer(Accounts accounts, DemoMode demo, AdministratorSettings settings) {
        this.accounts = accounts;
        this.demo = demo;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments args) {
        accounts.createGroups();
        if (demo.isOn()) {
            accounts.createDemoAccounts();
            accounts.createAdministrator(ADMINISTRATOR, ADMINISTRATOR);
        } else if (!accounts.hasAdministrator()) {
            createFirstAdministrator();
        }
    }

    private void createFirstAdministrator() {
        if (settings.password() != null && !settings.password().isBlank()) {
            if (settings.password().length() < PasswordPolicyPlugin.SHORTEST) {
                throw new IllegalStateException("tweespoor.administrator.password is te kort. Kies een wachtwoord van"
                        + " minstens " + PasswordPolicyPlugin.SHORTEST + " tekens.");
            }
            accounts.createAdministrator(ADMINISTRATOR, settings.password());
            return;
        }
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        accounts.createAdministrator(ADMINISTRATOR, password);
        log.warn("Eerste beheerder aangemaakt: gebruiker {}, wachtwoord {} (wordt maar één keer getoond)",
                ADMINISTRATOR, password);
    }
}
