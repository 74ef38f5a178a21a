package nl.tweespoor.account;

import nl.tweespoor.engine.Memberships;
import nl.tweespoor.mail.MailSettings;
import nl.tweespoor.mail.Mailer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells who is Head of Implementation and has an address that someone who was chosen left. The task in Tasklist asks what now. */
@Component("headMail")
public class HeadMail implements JavaDelegate {

    private final Mailer mailer;
    private final MailSettings settings;
    private final Memberships memberships;

    HeadMail(Mailer mailer, MailSettings settings, Memberships memberships) {
        this.mailer = mailer;
        this.settings = settings;
        this.memberships = memberships;
    }

    @Override
    public void execute(DelegateExecution gone) {
        mailer.tell(memberships.accountsOf(Group.HEAD_OF_IMPLEMENTATION.id()), "Iemand is weg uit dossier "
                + gone.getVariable(ModelIds.DOSSIER_NUMBER) + ": " + gone.getVariable(ModelIds.TITLE), text(gone));
    }

    private String text(DelegateExecution gone) {
        return """
                Beste collega,

                %s is er niet meer, en was gekozen in dossier %s: %s.

                Het open werk ligt nu bij de groep. Bij uw taken in Tweespoor kiest u wie het overneemt, of dat het zo blijft.
                Het dossier:
                %s
                """.formatted(gone.getVariable(ModelIds.CARRIERS_GONE), gone.getVariable(ModelIds.DOSSIER_NUMBER), gone.getVariable(ModelIds.TITLE),
                settings.addressOfDossier((String) gone.getVariable(ModelIds.DOSSIER_NUMBER)));
    }
}
