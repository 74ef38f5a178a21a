package nl.tweespoor.erasure;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.erasure.Personal.Place;
import nl.tweespoor.ledger.Recorded;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Shows who decides exactly what will go. Nothing when it went meanwhile. */
@Component
class ErasedValues implements ShownVariable {

    private final PersonalData personalData;
    private final People people;

    ErasedValues(PersonalData personalData, People people) {
        this.personalData = personalData;
        this.people = people;
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
        return SpinValues.jsonValue(JSON(places(task).stream().map(this::row).toList()).toString()).create();
    }

    private List<Place> places(DossierTask task) {
        try {
            return personalData.find(Request.of(task.variables())).places();
        } catch (Refusal gone) {
            return List.of();
        }
    }

    private Map<String, String> row(Place place) {
        Recorded entry = place.entry();
        return Map.of(ModelIds.COLUMN_ENTRY, String.valueOf(entry.sequence()),
                ModelIds.COLUMN_STEP, Optional.ofNullable(entry.step().name()).orElse(entry.kind()),
                ModelIds.COLUMN_VALUE, place.name(), ModelIds.COLUMN_TEXT, place.text(),
                ModelIds.COLUMN_DATE, DutchTime.written(entry.recordedAt().atZone(DutchTime.ZONE).toLocalDate()),
                ModelIds.COLUMN_BY, entry.actor() == null ? "Tweespoor" : people.nameOf(entry.actor()));
    }
}
