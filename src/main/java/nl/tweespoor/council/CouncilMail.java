package nl.tweespoor.council;

import java.util.stream.Collectors;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.mail.Mailer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Writes to the members of a council that have an address. The same stands in a task. */
@Component("councilMail")
public class CouncilMail implements JavaDelegate {

    private final Mailer mailer;
    private final Memberships memberships;

    CouncilMail(Mailer mailer, Memberships memberships) {
        this.mailer = mailer;
        this.memberships = memberships;
    }

    @Override
    public void execute(DelegateExecution told) {
        boolean reminder = ModelIds.REMINDER.equals(told.getVariable(ModelIds.MESSAGE));
        mailer.tell(memberships.accountsOf((String) told.getVariable(ModelIds.COUNCIL)), (reminder ? "Herinnering: advies gevraagd over "
                : "Besluit over ") + told.getVariable(ModelIds.SUBJECT), reminder ? reminder(told) : notice(told));
    }

    private static String reminder(DelegateExecution told) {
        return """
                Beste leden van de raad (%s),

                Er is advies gevraagd over: %s.
                Antwoord is nodig vóór %s. Bij uw taken in Tweespoor staat wat er gevraagd is.
                """.formatted(told.getVariable(ModelIds.COUNCIL_NAME), told.getVariable(ModelIds.SUBJECT),
                DutchTime.written(DutchTime.day((String) told.getVariable(ModelIds.BY))));
    }

    private static String notice(DelegateExecution told) {
        return """
                Beste leden van de raad (%s),

                Er is besloten over: %s.

                %s

                %s

                %s
                """.formatted(told.getVariable(ModelIds.COUNCIL_NAME), told.getVariable(ModelIds.SUBJECT), told.getVariable(ModelIds.NOTICE),
                points((SpinJsonNode) told.getVariable(ModelIds.ANSWERS)), told.getVariable(ModelIds.WAIT_REASON));
    }

    private static String points(SpinJsonNode answers) {
        return answers.elements().stream().map(answer -> "- %s\n  %s: %s".formatted(answer.prop("title").stringValue(),
                answer.prop("answer").stringValue(), answer.prop("reason").stringValue())).collect(Collectors.joining("\n"));
    }
}
