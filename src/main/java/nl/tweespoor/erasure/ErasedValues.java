package nl.tweespoor.erasure;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.erasure.Personal.Place;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.Facts;
import nl.tweespoor.recording.Kind;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Shows who decides exactly what will go. Nothing when it went meanwhile. */
@Component
class ErasedValues implements ShownVariable {

    private final PersonalData personalData;

    ErasedValues(PersonalData personalData) {
        this.personalData = personalData;
    }

    @Override
    public String name() {
        return ModelIds.ERASED_VALUES;
    }

    @Override
    public TypedValue of(DossierTask task) {
        if (!ModelIds.DECIDE.equals(task.element())) {
            return Variables.untypedNullValue();
        }
        return SpinValues.jsonValue(JSON(rows(task)).toString()).create();
    }

    private List<Map<String, String>> rows(DossierTask task) {
        try {
            Personal personal = personalData.find(Request.of(task.variables()));
            return personal.places().isEmpty() ? List.of(besideTheLedger(personal)) : personal.places().stream().map(ErasedValues::row).toList();
        } catch (Refusal gone) {
            return List.of();
        }
    }

    /** Of who typed it without an account nothing more is known. */
    private static Map<String, String> besideTheLedger(Personal personal) {
        return Map.of(ModelIds.COLUMN_TEXT, personal.typed().text(), ModelIds.COLUMN_STEP, personal.typed().name(),
                ModelIds.COLUMN_DATE, "", ModelIds.COLUMN_BY, "Niet bekend");
    }

    private static Map<String, String> row(Place place) {
        Recorded entry = place.entry();
        return Map.of(ModelIds.COLUMN_TEXT, place.text(),
                ModelIds.COLUMN_STEP, stepOf(entry),
                ModelIds.COLUMN_DATE, DutchTime.written(entry.recordedAt().atZone(DutchTime.ZONE).toLocalDate()),
                ModelIds.COLUMN_BY, entry.values().getOrDefault(Facts.BY,
                        Optional.ofNullable(entry.actor()).orElse("Tweespoor")));
    }

    private static String stepOf(Recorded entry) {
        return entry.step().name() != null ? entry.step().name()
                : Kind.START.word().equals(entry.kind()) ? "Start" : "Handeling buiten een taak om";
    }
}
