package nl.tweespoor.erasure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierHistory;
import nl.tweespoor.engine.DossierValues;
import nl.tweespoor.engine.DossierValues.Typed;
import nl.tweespoor.engine.ErasureRule;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.ledger.Entry.Who;
import nl.tweespoor.ledger.Ledger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** What the model asks for: a request that can be carried out, and carrying it out when the board said yes. */
@Component("erasures")
public class Erasures {

    /** A shorter one stands in other words too. */
    private static final int SHORTEST_TOLD_TWICE = 4;
    /** What who asks says in own words, with its question. */
    private static final Map<String, String> OWN_WORDS = Map.of(ModelIds.REFERENCE, "Wat is het kenmerk van het verzoek?",
            ModelIds.REASON, "Waarom moet dit weg?");

    private final PersonalData personalData;
    private final DossierValues values;
    private final DossierHistory history;
    private final Ledger ledger;
    private final CurrentUser currentUser;
    private final List<ErasureRule> rules;

    Erasures(PersonalData personalData, DossierValues values, DossierHistory history, Ledger ledger,
            CurrentUser currentUser, List<ErasureRule> rules) {
        this.rules = rules;
        this.personalData = personalData;
        this.values = values;
        this.history = history;
        this.ledger = ledger;
        this.currentUser = currentUser;
    }

    /** Who asks is who is logged in, whatever a caller sends along. */
    public void open(DelegateExecution start) {
        String user = currentUser.id().orElseThrow(() -> Refusal.forbidden("Log in om een verzoek te doen."));
        Request request = Request.of(start);
        Personal personal = personalData.find(request);
        checkNotRepeated(start, personal.typed());
        if (!history.isOver(request.number())) {
            throw Refusal.conflict("Dit verzoek loopt al, als " + request.number() + ".");
        }
        start.setProcessBusinessKey(request.number());
        start.setVariable(ModelIds.DOSSIER_NUMBER, request.number());
        start.setVariable(ModelIds.TITLE, "Wissen uit " + request.dossier() + (request.entry() == 0 ? "" : ", regel " + request.entry()) + ": " + request.name());
        start.setVariable(ModelIds.REQUESTED_BY, user);
    }

    /** What is typed here stays when the rest is gone. */
    private static void checkNotRepeated(DelegateExecution start, Typed typed) {
        String gone = typed.text().strip().toLowerCase(Locale.ROOT);
        if (typed.ownWords() && gone.length() >= SHORTEST_TOLD_TWICE) {
            OWN_WORDS.forEach((answer, question) -> {
                if (String.valueOf(start.getVariable(answer)).toLowerCase(Locale.ROOT).contains(gone)) {
                    throw Refusal.invalid("Neem de tekst die weg moet hier niet over, want dit verzoek blijft bewaard."
                            + " Controleer: " + question);
                }
            });
        }
    }

    /** In the ledger and in the engine, in one transaction: both are done, or neither. */
    public void erase(DelegateExecution decided) {
        Request request = Request.of(decided);
        Personal personal = personalData.find(request);
        Who board = currentUser.id().map(user -> Who.person(user, currentUser.groups(), decidedFor(decided)))
                .orElseThrow(() -> Refusal.forbidden("Log in om te wissen."));
        String reason = "Verzoek " + request.number() + ": " + decided.getVariable(ModelIds.REASON);
        // First, since who writes in this dossier then waits until the engine has forgotten it too.
        personal.places().stream().sorted(Comparator.comparing(place -> place.entry().chain(), Ledger.ORDER)).forEach(place ->
                ledger.erase(place.entry().chain(), place.entry().sequence(), place.name(), board, reason));
        personalData.numbers(request, personal.typed()).forEach(number -> {
            values.erase(number, personal.typed());
            rules.forEach(rule -> rule.erased(number, personal.typed().text()));
        });
        if (ModelIds.TITLE.equals(request.name())) {
            values.replaceInLists(ModelIds.DOSSIER_OPTIONS, Dossiers.optionOf(request.dossier(), personal.typed().text()),
                    Dossiers.optionOf(request.dossier(), DossierValues.ERASED));
        }
    }

    /** The ids of the absent in whose place the board decided. */
    private static List<String> decidedFor(DelegateExecution decided) {
        return ((SpinJsonNode) decided.getVariable(DeciderMemory.DECIDED_FOR)).elements().stream().map(SpinJsonNode::stringValue).toList();
    }
}
