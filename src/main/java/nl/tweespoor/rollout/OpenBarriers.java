package nl.tweespoor.rollout;

import java.util.Map;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.DossierParts;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** The barriers of a dossier that someone still works on, as rows of a table on a form: whoever stops it ends them. */
@Component
class OpenBarriers implements ShownVariable {

    private final DossierParts parts;

    OpenBarriers(DossierParts parts) {
        this.parts = parts;
    }

    @Override
    public String name() {
        return "openBarriers";
    }

    @Override
    public TypedValue of(DossierTask task) {
        return SpinValues.jsonValue(Spin.JSON(parts.of(task.dossierNumber(), ModelIds.BARRIER_PROCESS).stream()
                .filter(DossierParts.Part::running).map(part -> row(part.values())).toList()).toString()).create();
    }

    private static Map<String, String> row(Map<String, String> barrier) {
        String owner = barrier.getOrDefault(ModelIds.BARRIER_OWNER, "");
        String day = barrier.get(ModelIds.BARRIER_DATE);
        return Map.of("barrier", barrier.getOrDefault(ModelIds.BARRIER_DESCRIPTION, ""),
                "owner", Group.of(owner).map(Group::dutchName).orElse(owner),
                "before", day == null ? "" : DutchTime.written(DutchTime.day(day)));
    }
}
