package nl.tweespoor.erasure;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.tweespoor.engine.DeployedForms;
import nl.tweespoor.engine.DossierValues;
import nl.tweespoor.engine.DossierValues.Typed;
import nl.tweespoor.engine.ErasureRule;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.erasure.Personal.Place;
import nl.tweespoor.form.Forms;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import org.springframework.stereotype.Component;

/** Finds what is to be erased. Works within a command of the engine. */
@Component
class PersonalData {

    private static final String FORM = "form";

    private final LedgerReader ledger;
    private final DossierValues values;
    private final Forms forms;
    private final List<ErasureRule> rules;

    PersonalData(LedgerReader ledger, DossierValues values, Forms forms, List<ErasureRule> rules) {
        this.rules = rules;
        this.ledger = ledger;
        this.values = values;
        this.forms = forms;
    }

    /** Refuses when it isn't there, or can't go yet. */
    Personal find(Request request) {
        List<Recorded> entries = ledger.entries(request.dossier());
        if (entries.isEmpty()) {
            throw Refusal.invalid("Dit nummer staat niet in het logboek. Controleer: Welk dossier?");
        }
        List<Recorded> everywhere = Stream.concat(entries.stream(), alsoUnder(request.dossier()).flatMap(number -> ledger.entries(number).stream())).toList();
        Optional<String> beside = rules.stream().flatMap(rule -> rule.kept(request.dossier(), request.name()).stream()).findFirst();
        if (beside.isPresent()) {
            return besideTheLedger(everywhere, new Typed(request.name(), beside.get(), true));
        }
        Recorded entry = entries.stream().filter(one -> one.sequence() == request.entry()).findFirst().orElseThrow(() ->
                Refusal.invalid("Dit dossier heeft geen regel met dit nummer. Controleer: Welke regel?"));
        if (entry.erased().contains(request.name())) {
            throw alreadyErased();
        }
        if (!entry.values().containsKey(request.name())) {
            throw Refusal.invalid("Deze regel heeft geen waarde met deze naam. Neem de naam over uit het bewijs van het dossier,"
                    + " onder 'disclosed'. Controleer: Welke waarde?");
        }
        Typed typed = new Typed(request.name(), entry.values().get(request.name()), isOwnWords(entry, request.name()));
        if (values.needs(request.dossier(), typed)) {
            throw Refusal.conflict("Het dossier loopt nog en heeft deze waarde nodig: het is een keuze, een getal, een datum of een"
                    + " lijst. Dien het verzoek weer in als het dossier klaar is.");
        }
        return new Personal(typed, places(everywhere, entry, typed));
    }

    private Stream<String> alsoUnder(String number) {
        return rules.stream().flatMap(rule -> rule.alsoUnder(number).stream()).distinct();
    }

    /** The numbers under which it stands; of a choice only the one that was named. */
    List<String> numbers(Request request, Typed typed) {
        return Stream.concat(Stream.of(request.dossier()), typed.ownWords() ? alsoUnder(request.dossier()) : Stream.of()).distinct().toList();
    }

    /** Whoever typed it has no account, so that no entry holds it; who has one may have typed the same. */
    private static Personal besideTheLedger(List<Recorded> entries, Typed typed) {
        if (DossierValues.ERASED.equals(typed.text())) {
            throw alreadyErased();
        }
        return new Personal(typed, entries.stream().flatMap(entry -> placesIn(entry, typed)).toList());
    }

    private static Refusal alreadyErased() {
        return Refusal.conflict("Deze waarde is al gewist. Er is niets meer te doen.");
    }

    private static List<Place> places(List<Recorded> entries, Recorded asked, Typed typed) {
        return !typed.ownWords() ? List.of(new Place(asked, typed.name())) : entries.stream()
                .flatMap(entry -> placesIn(entry, typed)).toList();
    }

    private static Stream<Place> placesIn(Recorded entry, Typed typed) {
        return entry.values().entrySet().stream().filter(value -> isSame(value, typed)).map(value -> new Place(entry, value.getKey()));
    }

    private static boolean isSame(Map.Entry<String, String> value, Typed typed) {
        return typed.isTheSameAnywhere() ? holds(value.getValue(), typed.text())
                : value.getKey().equals(typed.name()) && value.getValue().equals(typed.text());
    }

    /** Itself, or in a list. */
    private static boolean holds(String value, String text) {
        return value.equals(text) || value.contains(TextNode.valueOf(text).toString());
    }

    /** As its form says; when that isn't there any more, nobody knows what reads it. */
    private boolean isOwnWords(Recorded entry, String name) {
        return entry.basis().stream().filter(file -> FORM.equals(file.kind()))
                .flatMap(file -> DeployedForms.of(file.deployment(), file.name()).stream())
                .anyMatch(form -> forms.of(form).asksInOwnWords(name));
    }
}
