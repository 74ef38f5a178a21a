package nl.tweespoor.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** By variable the words that it can hold, as far as models say: the options of questions, what tables give, what steps put in it. */
class OfferedWords {

    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    private static final Pattern OUTPUT = Pattern.compile("\\$\\{decisionResult\\.getSingleResult\\(\\)\\.(\\w+)}");
    /** What either side of a choice in an expression gives. */
    private static final Pattern GIVEN = Pattern.compile("[?:]\\s*('[^']*'|[^'?:]+)");
    private static final Pattern TEXT = Pattern.compile("'([^']*)'");

    private final Map<String, Set<String>> words = new HashMap<>();
    /** What someone types, or Java makes. */
    private final Set<String> free = new HashSet<>();

    OfferedWords(Models models, Set<String> fromJava) {
        free.addAll(fromJava);
        models.forms().values().forEach(form -> form.components().filter(component -> component.has("key")).forEach(question -> {
            String key = question.path("key").asText();
            if (CHOICES.contains(question.path("type").asText()) && question.has("values")) {
                question.path("values").forEach(option -> add(key, option.path("value").asText()));
            } else {
                free.add(key);
            }
        }));
        models.processes().values().forEach(process -> {
            Elements.nodes(process).forEach(node -> putBy(node, models));
            process.model().getModelElementsByType(CamundaIn.class).forEach(in -> passed(in.getCamundaSource(), in.getCamundaSourceExpression(), in.getCamundaTarget()));
            process.model().getModelElementsByType(CamundaOut.class).forEach(out -> passed(out.getCamundaSource(), out.getCamundaSourceExpression(), out.getCamundaTarget()));
            process.model().getModelElementsByType(MultiInstanceLoopCharacteristics.class).stream().map(MultiInstanceLoopCharacteristics::getCamundaElementVariable)
                    .filter(name -> name != null).forEach(free::add);
        });
    }

    /** None when it can hold anything. */
    Optional<Set<String>> of(String variable) {
        return Optional.ofNullable(words.get(variable)).filter(found -> !free.contains(variable));
    }

    private void putBy(FlowNode node, Models models) {
        Elements.inputs(node).forEach(this::put);
        Elements.outputs(node).forEach((variable, text) -> {
            Matcher output = OUTPUT.matcher(text.strip());
            if (node instanceof BusinessRuleTask task && output.matches()) {
                Set<String> given = TableCheck.outputWords(models.tables().get(String.valueOf(task.getCamundaDecisionRef())), output.group(1));
                given.forEach(word -> add(variable, word));
                if (given.isEmpty()) {
                    free.add(variable);
                }
            } else {
                put(variable, text);
            }
        });
        Optional.ofNullable(Elements.camunda(node, "resultVariable")).ifPresent(free::add);
    }

    private void passed(String source, String expression, String target) {
        if (target != null && expression != null) {
            put(target, expression);
        } else if (target != null && !target.equals(source)) {
            free.add(target);
        }
    }

    private void put(String variable, String given) {
        String text = given.strip();
        if (!text.contains("{")) {
            add(variable, text);
            return;
        }
        String inside = text.startsWith("${") && text.endsWith("}") ? text.substring(2, text.length() - 1).strip() : "";
        Matcher sides = GIVEN.matcher(inside);
        if (inside.contains("?") && inside.indexOf('{') < 0) {
            while (sides.find()) {
                side(variable, sides.group(1).strip());
            }
        } else {
            side(variable, inside);
        }
    }

    private void side(String variable, String given) {
        Matcher text = TEXT.matcher(given);
        if (text.matches()) {
            add(variable, text.group(1));
        } else if (!given.equals("null") && !given.equals(variable) && !given.equals("execution.getVariable('" + variable + "')") && !given.contains("==")) {
            free.add(variable);
        }
    }

    private void add(String variable, String word) {
        words.computeIfAbsent(variable, name -> new TreeSet<>()).add(word);
    }
}
