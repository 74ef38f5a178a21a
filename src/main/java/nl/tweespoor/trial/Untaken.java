package nl.tweespoor.trial;

import java.util.ArrayList;
import java.util.List;
import nl.tweespoor.engine.TakenFlows;
import nl.tweespoor.trial.Routes.Flow;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;

/** Tells of the paths that no dossier took, by their names: where one came to, and how often. */
final class Untaken {

    private Untaken() {
    }

    /** Of what lies behind a path that was never taken only how many there are. */
    static List<String> sentences(List<Flow> all, TakenFlows taken, Routes routes) {
        List<Flow> untaken = all.stream().filter(flow -> taken.times(flow.id()) == 0).toList();
        List<String> sentences = new ArrayList<>();
        int behind = 0;
        for (Flow flow : untaken) {
            FlowNode from = routes.node(flow.from());
            int came = came(flow.from(), taken, routes);
            if (came == 0 && !routes.into(flow.from()).isEmpty()) {
                behind++;
            } else if (from instanceof BoundaryEvent || routes.into(flow.from()).isEmpty()) {
                sentences.add(place(flow.from(), routes) + ": dit gebeurde nooit.");
            } else {
                sentences.add(place(flow.from(), routes) + ": het pad " + path(flow, routes) + " is nooit genomen. Dossiers kwamen hier " + came
                        + " keer.");
            }
        }
        if (behind > 0) {
            sentences.add("Daarachter " + (behind == 1 ? "ligt nog 1 pad dat" : "liggen nog " + behind + " paden die") + " niemand nam.");
        }
        return sentences;
    }

    private static int came(String step, TakenFlows taken, Routes routes) {
        return routes.into(step).stream().mapToInt(flow -> routes.node(flow.from()) instanceof EventBasedGateway ? came(flow.from(), taken, routes)
                : taken.times(flow.id())).sum();
    }

    private static String path(Flow flow, Routes routes) {
        return flow.name() == null || flow.name().isBlank() ? "naar «" + name(routes.node(flow.to())) + "»" : "«" + flow.name().strip() + "»";
    }

    static String place(String step, Routes routes) {
        FlowNode node = routes.node(step);
        String process = step.substring(0, step.indexOf('#'));
        return name(routes.process(process)) + (node == null ? "" : ", «" + name(node) + "»");
    }

    static String name(Process process) {
        return process.getName() == null || process.getName().isBlank() ? process.getId() : process.getName().strip();
    }

    private static String name(FlowElement element) {
        return element.getName() == null || element.getName().isBlank() ? element.getId() : element.getName().strip().replaceAll("\\s+", " ");
    }
}
