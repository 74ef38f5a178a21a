package nl.tweespoor.openpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.DossierParts;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Names;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** The points of a dossier. Whoever may open a task of it or its page may see them: they are no secret within it. */
@Component
public class OpenPoints implements ShownVariable {

    private final DossierParts parts;
    private final People people;
    private final Names names;

    OpenPoints(DossierParts parts, People people, Names names) {
        this.parts = parts;
        this.people = people;
        this.names = names;
    }

    /** Those that are open first, and each of these in the order in which they came up. */
    public List<OpenPoint> of(String dossier) {
        return known(dossier).map(this::point).sorted(Comparator.comparing(OpenPoint::isOpen).reversed()).toList();
    }

    /** All of a dossier, in the order in which they came up. */
    Stream<KnownPoint> known(String dossier) {
        return parts.known(dossier, ModelIds.PROCESS).stream().map(part -> new KnownPoint(part.values(), part.running()));
    }

    /** Those that someone can still close: a point whose process has ended would hold up a step for ever. */
    Stream<KnownPoint> open(String dossier) {
        return parts.of(dossier, ModelIds.PROCESS).stream().filter(DossierParts.Part::running).map(part -> new KnownPoint(part.values(), true))
                .filter(KnownPoint::isOpen);
    }

    /** What a dossier that comes to this step finds open, while it should be closed by then. */
    Stream<KnownPoint> holdingUp(String dossier, String step) {
        return Moment.of(step).stream().flatMap(moment -> open(dossier).filter(point -> point.holdsUp(moment)));
    }

    OpenPoint point(KnownPoint point) {
        Map<String, String> known = point.values();
        String day = known.get(ModelIds.DATE);
        String state = point.isCut() ? ModelIds.CUT : known.getOrDefault(ModelIds.STATE, ModelIds.OPEN);
        String raisedBy = known.get(ModelIds.RAISED_BY);
        return new OpenPoint(OpenPoint.kind(known.getOrDefault(ModelIds.KIND, "")), known.getOrDefault(ModelIds.TEXT, ""),
                raisedBy == null ? "" : names.of(raisedBy, people::nameOf), known.containsKey(ModelIds.OWNER)
                        ? people.name(known.get(ModelIds.OWNER)) : "", day == null ? "" : DutchTime.written(DutchTime.day(day)),
                OpenPoint.state(state, day, known.get(ModelIds.BEFORE)), known.getOrDefault(ModelIds.TEAM, ""), point.isOpen());
    }

    @Override
    public String name() {
        return "openPoints";
    }

    @Override
    public TypedValue of(DossierTask task) {
        return SpinValues.jsonValue(Spin.JSON(of(task.dossierNumber()).stream().map(OpenPoint::row).toList()).toString()).create();
    }
}
