package nl.tweespoor.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is selected serves a strategic goal, or is a legal duty (invariants 9 and 11 of the domain). */
@Component
@Order(4)
class SelectedWithoutGoal implements Control {

    private final LedgerReader ledger;

    SelectedWithoutGoal(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public String id() {
        return "goal";
    }

    @Override
    public String name() {
        return "Wat geselecteerd is, dient een doel";
    }

    @Override
    public String looksAt() {
        return "Is een kans geselecteerd zonder strategisch doel en zonder wettelijke plicht?"
                + " Ter informatie: wat om een wettelijke plicht is geselecteerd.";
    }

    /** A selection rests on the newest assessment before it. Holds one entry for each dossier. */
    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        Given given = new Given(ledger);
        Map<String, Recorded> assessed = new HashMap<>();
        ledger.eachAt(ModelIds.SELECTION, List.of(ModelIds.ASSESS, ModelIds.SELECT), entry -> {
            if (ModelIds.ASSESS.equals(entry.step().element()) && entry.actor() != null) {
                assessed.put(entry.chain(), entry);
            } else if (ModelIds.SELECTED.equals(entry.outcome())) {
                evidence.examined();
                hold(entry, assessed.get(entry.chain()), given, evidence);
            }
        });
        return evidence;
    }

    private static void hold(Recorded selection, Recorded assessment, Given given, Evidence evidence) {
        String ground = assessment == null ? null : assessment.values().get(ModelIds.GROUND);
        if (ground == null && assessment != null && given.has(assessment, ModelIds.GROUND)) {
            return;
        }
        boolean duty = ModelIds.LEGAL_DUTY.equals(ground) && given.has(assessment, ModelIds.LEGAL_BASIS);
        if (duty) {
            evidence.inform(Observation.of(selection, selection.actor() + " selecteerde deze kans om een wettelijke plicht."));
        } else if (!(ModelIds.STRATEGIC_GOAL.equals(ground) && given.has(assessment, ModelIds.MAIN_GOAL))) {
            evidence.find(Observation.of(selection, selection.actor() + " selecteerde deze kans. "
                    + (assessment == null ? "Een toets aan de strategie staat er niet voor."
                            : "De toets in regel " + assessment.sequence()
                                    + " noemt geen strategisch doel en geen wettelijke plicht.")));
        }
    }
}
