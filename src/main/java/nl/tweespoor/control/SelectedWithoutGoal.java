package nl.tweespoor.control;

import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Named named;

    SelectedWithoutGoal(LedgerReader ledger, Named named) {
        this.ledger = ledger;
        this.named = named;
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
        return "Ging een kans verder zonder strategisch doel, zonder wettelijke plicht en zonder de Raad van Bestuur?"
                + " Ter informatie: wat om een wettelijke plicht of door de Raad van Bestuur is geselecteerd.";
    }

    /** A selection rests on the newest assessment before it, and on the board where that has no ground. Holds an entry for each dossier. */
    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        Given given = new Given(ledger);
        Map<String, Recorded> assessed = new HashMap<>();
        Map<String, Recorded> withoutGround = new LinkedHashMap<>();
        ledger.eachAt(ModelIds.SELECTION, List.of(ModelIds.ASSESS, ModelIds.SELECT, ModelIds.CONFIRM_BY_BOARD), entry -> {
            if (ModelIds.ASSESS.equals(entry.step().element()) && entry.actor() != null) {
                assessed.put(entry.chain(), entry);
            } else if (ModelIds.SELECTED.equals(entry.outcome())) {
                evidence.examined();
                if (!restsOnAGround(entry, assessed.get(entry.chain()), given, evidence)) {
                    withoutGround.put(entry.chain(), entry);
                }
            } else if (ModelIds.CONFIRM_BY_BOARD.equals(entry.step().element())) {
                Recorded selection = withoutGround.remove(entry.chain());
                if (selection != null && ModelIds.AGREED.equals(entry.outcome())) {
                    evidence.inform(Observation.of(entry, named.person(entry.actor())
                            + " bevestigde deze kans zonder strategisch doel en zonder wettelijke plicht."));
                }
            }
        });
        ledger.eachAt(ModelIds.FEASIBILITY, List.of(ModelIds.PREPARE_TEST), entry -> {
            Recorded selection = withoutGround.remove(entry.chain());
            if (selection != null) {
                find(selection, assessed.get(entry.chain()), evidence);
            }
        });
        withoutGround.values().forEach(selection -> evidence.inform(Observation.of(selection, named.person(selection.actor())
                + " selecteerde deze kans zonder strategisch doel en zonder wettelijke plicht. Zij wacht op de Raad van Bestuur.")));
        return evidence;
    }

    private boolean restsOnAGround(Recorded selection, Recorded assessment, Given given, Evidence evidence) {
        String ground = assessment == null ? null : assessment.values().get(ModelIds.GROUND);
        if (ground == null && assessment != null && given.has(assessment, ModelIds.GROUND)) {
            return true;
        }
        boolean duty = ModelIds.LEGAL_DUTY.equals(ground) && given.has(assessment, ModelIds.LEGAL_BASIS);
        if (duty) {
            evidence.inform(Observation.of(selection,
                    named.person(selection.actor()) + " selecteerde deze kans om een wettelijke plicht."));
        }
        return duty || ModelIds.STRATEGIC_GOAL.equals(ground) && given.has(assessment, ModelIds.MAIN_GOAL);
    }

    private void find(Recorded selection, Recorded assessment, Evidence evidence) {
        evidence.find(Observation.of(selection, named.person(selection.actor()) + " selecteerde deze kans. "
                + (assessment == null ? "Een toets aan de strategie staat er niet voor."
                        : "De toets in regel " + assessment.sequence() + " noemt geen strategisch doel en geen wettelijke plicht.")));
    }
}
