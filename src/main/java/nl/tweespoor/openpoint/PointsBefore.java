package nl.tweespoor.openpoint;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** What holds up a step, as rows of a table on a form: what stands open now or, once someone was asked about it, what they were asked about. */
@Component
class PointsBefore implements ShownVariable {

    private final OpenPoints points;

    PointsBefore(OpenPoints points) {
        this.points = points;
    }

    @Override
    public String name() {
        return "pointsBefore";
    }

    @Override
    public TypedValue of(DossierTask task) {
        return SpinValues.jsonValue(Spin.JSON(shown(task).map(points::point).map(OpenPoint::row).toList()).toString()).create();
    }

    private Stream<KnownPoint> shown(DossierTask task) {
        if (task.element().equals(ModelIds.LET_PASS) && task.variables().getVariable(ModelIds.ASKED) instanceof SpinJsonNode asked) {
            Set<String> ids = asked.elements().stream().map(point -> point.prop(ModelIds.ITS_ID).stringValue()).collect(Collectors.toSet());
            return points.known(task.dossierNumber()).filter(point -> ids.contains(point.id()));
        }
        return points.holdingUp(task.dossierNumber(), (String) task.variables().getVariable(ModelIds.STEP));
    }
}
