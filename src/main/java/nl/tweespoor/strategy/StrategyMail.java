package nl.tweespoor.strategy;

import nl.tweespoor.mail.MailSettings;
import nl.tweespoor.mail.Mailer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells everyone with an address that the board adopted a strategy, and why. The page of it is open to all. */
@Component("strategyMail")
public class StrategyMail implements JavaDelegate {

    private final Mailer mailer;
    private final MailSettings settings;

    StrategyMail(Mailer mailer, MailSettings settings) {
        this.mailer = mailer;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution announcement) {
        mailer.tell(announcement.getProcessEngineServices().getIdentityService().createUserQuery().list(), "Nieuwe strategie op zorgtechnologie", """
                Beste collega,

                De Raad van Bestuur heeft de strategie op zorgtechnologie vastgesteld (%s).

                Waarom nu: %s

                Waarom zo: %s

                Lees wat we willen bereiken, en wat we daarvoor doen:
                %s
                """.formatted(announcement.getVariable(ModelIds.ADOPTED_VERSION), announcement.getVariable(ModelIds.WHY_NOW),
                announcement.getVariable(ModelIds.ADOPTION_REASON), settings.addressOfStrategy()));
    }
}
