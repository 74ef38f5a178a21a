package nl.tweespoor.poll;

import java.util.List;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.mail.MailSettings;
import nl.tweespoor.mail.Mailer;
import nl.tweespoor.period.Periods;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Invites one person to a poll, with a link of their own. Who couldn't be mailed was not asked, and does not count. */
@Component("pollMail")
class PollMail implements JavaDelegate {

    private final Mailer mailer;
    private final MailSettings settings;
    private final PollRepository polls;
    private final Periods periods;

    PollMail(Mailer mailer, MailSettings settings, PollRepository polls, Periods periods) {
        this.mailer = mailer;
        this.settings = settings;
        this.polls = polls;
        this.periods = periods;
    }

    @Override
    public void execute(DelegateExecution invitation) {
        Token token = Token.random();
        if (mailer.send(List.of((String) invitation.getVariable(ModelIds.ADDRESS)), "Wat vindt u ervan? " + invitation.getVariable(ModelIds.TITLE),
                text(invitation, token))) {
            polls.invite((String) invitation.getVariable(ModelIds.POLL), token.hash());
        }
    }

    private String text(DelegateExecution invitation, Token token) {
        return """
                Beste lezer,

                Het gaat over: %s. Daarover willen we graag uw mening. Het kost een minuut, en u hoeft niet in te loggen:
                %s

                De koppeling is alleen voor u en werkt één keer, tot en met %s. Wie wat antwoordde, bewaren we niet.
                """.formatted(invitation.getVariable(ModelIds.TITLE), settings.site() + "/poll/" + token.word(), lastDay(invitation));
    }

    private String lastDay(DelegateExecution invitation) {
        return DutchTime.written(periods.until((String) invitation.getVariable(ModelIds.UNTIL), ModelIds.PERIOD).toInstant()
                .atZone(DutchTime.ZONE).toLocalDate().minusDays(1));
    }
}
