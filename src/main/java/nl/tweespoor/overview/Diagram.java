package nl.tweespoor.overview;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DossierPath.Called;
import nl.tweespoor.engine.DossierPath.Model;
import nl.tweespoor.engine.DossierPath.Step;

/**
 * A model with the way that the dossier went through it, for a picture and as a list.
 *
 * @param anchor by which a link points at it
 * @param file   the address of the model
 * @param passed ids of elements, each with how often it was reached; for the picture
 * @param here   ids of the elements where the dossier is now
 * @param calls  ids of elements, each with the anchor of the model that it called
 */
record Diagram(String anchor, String name, String file, String passed, String here, String calls, List<Stop> stops) {

    private static final Set<String> NO_STOP =
            Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway");
    private static final int MOST_MOMENTS = 5;

    /**
     * A step on the way.
     *
     * @param when   each time, or the first and the last ones
     * @param called the anchor of the model that it called; null when it called none
     */
    record Stop(String name, String often, String when, boolean here, String called) {
    }

    static Diagram of(String number, Model model) {
        return new Diagram(anchor(model.process(), model.version()), name(model),
                "/dossiers/" + number + "/model/" + model.process() + "/" + model.version(),
                model.steps().stream().map(step -> step.element() + "=" + step.begun().size()).collect(Collectors.joining(" ")),
                model.steps().stream().filter(Step::isHere).map(Step::element).collect(Collectors.joining(" ")),
                model.steps().stream().filter(step -> step.called() != null)
                        .map(step -> step.element() + "=" + anchor(step.called())).collect(Collectors.joining(" ")),
                model.steps().stream().filter(step -> step.name() != null && !NO_STOP.contains(step.type())).map(Diagram::stop).toList());
    }

    static String name(Model model) {
        return (model.name() == null ? "Model zonder naam" : model.name()) + ", versie " + model.version();
    }

    private static Stop stop(Step step) {
        int times = step.begun().size();
        return new Stop(step.name(), times == 1 ? "1 keer" : times + " keer", times <= MOST_MOMENTS
                ? step.begun().stream().map(Words::moment).collect(Collectors.joining("; "))
                : "van " + Words.moment(step.begun().get(0)) + " tot " + Words.moment(step.begun().get(times - 1)),
                step.isHere(), step.called() == null ? null : anchor(step.called()));
    }

    private static String anchor(Called called) {
        return anchor(called.process(), called.version());
    }

    private static String anchor(String process, int version) {
        return "model-" + process + "-" + version;
    }
}
