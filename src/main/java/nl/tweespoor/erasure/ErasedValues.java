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
        return SpinValues.jsonValue(JSON(places(task).stream().map(ErasedValues::row).toList()).toString()).create();
    }

    private List<Place> places(DossierTask task) {
        try {
            return personalData.find(Request.of(task.variables())).places();
        } catch (Refusal gone) {
            return List.of();
        }
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
