package nl.tweespoor.control;

import java.util.HashMap;
import java.util.Map;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.strategy.AdoptedRows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the board adopted stays as it was: a change is another version (invariant 9 of the domain). */
@Component
@Order(10)
class AdoptedStrategies implements Control {

    private final LedgerReader ledger;
    private final AdoptedRows rows;

    AdoptedStrategies(LedgerReader ledger, AdoptedRows rows) {
        this.ledger = ledger;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "adopted-strategies";
    }

    @Override
    public String name() {
        return "Een vastgestelde strategie verandert niet";
    }

    @Override
    public String looksAt() {
        return "Is in een vastgestelde strategie, zoals een doel of een keuze, iets veranderd, weggehaald of toegevoegd buiten Tweespoor om?";
    }

    /** The ledger is read before and after the rows, so what is adopted meanwhile is neither missing nor unknown. */
    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        Map<String, Recorded> before = adoptions();
        Map<String, Map<String, String>> now = rows.prints();
        Map<String, Recorded> after = adoptions();
        before.forEach((version, adopted) -> compare(adopted, now.getOrDefault(version, Map.of()), evidence));
        now.keySet().stream().filter(version -> !after.containsKey(version)).forEach(version -> evidence.find(Observation.of(null, "strategie " + version,
                "Deze strategie geldt als vastgesteld. In het logboek staat niet dat iemand haar vaststelde.")));
        return evidence;
    }

    private Map<String, Recorded> adoptions() {
        Map<String, Recorded> adoptions = new HashMap<>();
        ledger.each(Kind.ADOPTION.word(), entry -> adoptions.put(entry.facts().get(AdoptedRows.VERSION), entry));
        return adoptions;
    }

    private static void compare(Recorded adopted, Map<String, String> now, Evidence evidence) {
        String version = adopted.facts().get(AdoptedRows.VERSION);
        evidence.examined(adopted.values().size());
        adopted.values().forEach((row, print) -> {
            if (!print.equals(now.get(row))) {
                evidence.find(Observation.of(adopted, "Strategie " + version + ", " + row + ": is buiten Tweespoor om "
                        + (now.containsKey(row) ? "veranderd" : "weggehaald") + " na het vaststellen."));
            }
        });
        now.keySet().stream().filter(row -> !adopted.values().containsKey(row) && !adopted.erased().contains(row)).forEach(row -> evidence.find(
                Observation.of(adopted, "Strategie " + version + ", " + row + ": is buiten Tweespoor om toegevoegd na het vaststellen.")));
    }
}
