package nl.tweespoor.gate;

import static nl.tweespoor.gate.Elements.nameOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * A gateway reads one outcome and compares it with words that were offered before it, every word that can be chosen has a way
 * to go, and no way is the default: a default flow never approves ({@code domain.md}, invariant 6).
 */
@Component
class OutcomeCheck implements ModelCheck {

    private static final Pattern COMPARISON = Pattern.compile("(\\w+) == '(\\w+)'");
    private static final String ONE = "\\w+ == '\\w+'";
    private static final Pattern CONDITION = Pattern.compile("\\$\\{" + ONE + "( \\|\\| " + ONE + ")*}");
    private static final Pattern OUTPUT = Pattern.compile("\\$\\{decisionResult\\.getSingleResult\\(\\)\\.(\\w+)}");
    private static final Pattern OWN_WORD = Pattern.compile("(?<=[?:] ')\\w+(?=')|^\\w+$");

    @Override
    public void check(Models models, Findings findings) {
        if (models.areOurs()) {
            new Over(models, findings).check();
        }
    }

    /** One look at all models together. */
    private record Over(Models models, Findings findings, Ways ways, Map<FlowNode, Map<String, Set<String>>> offered,
            Map<FlowNode, Set<String>> read, Map<FlowNode, Set<String>> words, Map<FlowNode, List<Set<String>>> brought) {

        Over(Models models, Findings findings) {
            this(models, findings, new Ways(models), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
            ways.all(FlowNode.class).forEach(node -> offered.put(node, offeredBy(node)));
            ways.all(ExclusiveGateway.class).forEach(gateway -> {
                List<String> compared = gateway.getOutgoing().stream().flatMap(way -> comparisons(way).stream()).toList();
                read.put(gateway, part(compared, 0));
                words.put(gateway, part(compared, 1));
            });
            Map<String, Set<String>> sent = new HashMap<>();
            ways.all(ThrowEvent.class).forEach(event -> Ways.messages(event).forEach(message -> sent.computeIfAbsent(message, name -> new TreeSet<>())
                    .addAll(Elements.inputs(event).keySet())));
            ways.all(StartEvent.class).forEach(start -> brought.put(start, Ways.messages(start).map(message -> sent.getOrDefault(message, Set.of())).toList()));
        }

        void check() {
            List<ExclusiveGateway> splits = ways.all(ExclusiveGateway.class).filter(gateway -> gateway.getOutgoing().size() > 1).toList();
            Set<String> outcomes = new TreeSet<>();
            for (ExclusiveGateway gateway : splits) {
                if (isReadable(gateway)) {
                    outcomes.addAll(read.get(gateway));
                    comparesWithWordsThatWereOffered(gateway);
                }
            }
            ways.all(FlowNode.class).forEach(node -> outcomes.forEach(outcome -> everyWordHasAWay(node, outcome)));
            models.processes().values().forEach(process -> process.model().getModelElementsByType(SequenceFlow.class).stream()
                    .filter(way -> way.getConditionExpression() != null && !(way.getSource() instanceof ExclusiveGateway))
                    .forEach(way -> findings.add(process.file(), nameOf(way), "heeft een voorwaarde, maar begint niet bij een ruit met een kruis (×). "
                            + "Teken er een ruit tussen.")));
        }

        private boolean isReadable(ExclusiveGateway gateway) {
            String file = ways.fileOf(gateway);
            boolean readable = true;
            if (gateway.getDefault() != null) {
                findings.add(file, nameOf(gateway), "heeft een weg voor 'al het andere'. Wat niemand koos, mag niets goedkeuren: geef ook die weg een eigen voorwaarde.");
            }
            for (SequenceFlow way : gateway.getOutgoing()) {
                String condition = way.getConditionExpression() == null ? null : way.getConditionExpression().getTextContent().strip();
                if (condition == null && !way.equals(gateway.getDefault())) {
                    findings.add(file, nameOf(gateway), "de weg «%s» heeft geen voorwaarde. Vul er een in, zoals ${uitkomst == 'woord'}.", nameOf(way));
                    readable = false;
                } else if (condition != null && !CONDITION.matcher(condition).matches()) {
                    findings.add(file, nameOf(gateway), "de weg «%s» vergelijkt niet met een woord maar met '%s'. Laat een formulier of tabel beslissen, "
                            + "en lees hier het woord: ${uitkomst == 'woord'}.", nameOf(way), condition);
                    readable = false;
                }
            }
            if (readable && read.get(gateway).size() > 1) {
                findings.add(file, nameOf(gateway), "leest meer dan één uitkomst (%s). Lees er één.", String.join(", ", read.get(gateway)));
                readable = false;
            }
            List<String> words = gateway.getOutgoing().stream().flatMap(way -> comparisons(way).stream()).toList();
            words.stream().filter(word -> words.indexOf(word) != words.lastIndexOf(word)).distinct().forEach(word -> findings.add(file, nameOf(gateway),
                    "het woord '%s' staat bij twee wegen. Laat elk woord één kant op gaan.", word.split("=")[1]));
            return readable && !read.get(gateway).isEmpty();
        }

        private void comparesWithWordsThatWereOffered(ExclusiveGateway gateway) {
            String outcome = read.get(gateway).iterator().next();
            Set<String> offered = new TreeSet<>();
            ways.before(gateway).forEach(node -> offered.addAll(offers(node, outcome)));
            words.get(gateway).stream().filter(word -> !offered.contains(word)).forEach(word -> findings.add(ways.fileOf(gateway), nameOf(gateway),
                    "leest '%s' == '%s', maar geen stap daarvoor kan dat woord geven%s. Verbeter het woord, of voeg het toe aan het formulier of de tabel.", outcome, word,
                    offered.isEmpty() ? "" : " (wel: " + String.join(", ", offered) + ")"));
        }

        private void everyWordHasAWay(FlowNode node, String outcome) {
            Set<String> offered = offers(node, outcome);
            if (offered.isEmpty()) {
                return;
            }
            Set<FlowNode> readers = ways.firstAfter(node, next -> next instanceof ExclusiveGateway gateway && read.get(gateway).contains(outcome)
                    || beginsWithout(next, outcome));
            readers.removeIf(StartEvent.class::isInstance);
            readers.forEach(reader -> offered.stream().filter(word -> !words.get(reader).contains(word)).forEach(word ->
                    findings.add(ways.fileOf(reader), nameOf(reader), "«%s» kan '%s' geven, maar daarvoor is hier geen weg. Teken een pijl met ${%s == '%s'}.",
                            nameOf(node), word, outcome, word)));
        }

        /** A process that a message starts knows only what the message brings. */
        private boolean beginsWithout(FlowNode node, String variable) {
            return brought.getOrDefault(node, List.of()).stream().anyMatch(variables -> !variables.contains(variable));
        }

        private Set<String> offers(FlowNode node, String variable) {
            return offered.get(node).getOrDefault(variable, Set.of());
        }

        /** By variable, the words that this step can put in it: options of its form, outputs of its table, or its own text. */
        private Map<String, Set<String>> offeredBy(FlowNode node) {
            Map<String, Set<String>> words = new HashMap<>();
            String form = node instanceof UserTask || node instanceof StartEvent ? Elements.camunda(node, "formRef") : null;
            if (form != null && models.forms().containsKey(form)) {
                models.forms().get(form).components().forEach(field -> field.path("values").forEach(option -> words
                        .computeIfAbsent(field.path("key").asText(), key -> new TreeSet<>()).add(option.path("value").asText())));
            }
            Map<String, String> outputs = Elements.outputs(node);
            if (node instanceof BusinessRuleTask task) {
                outputs.forEach((variable, text) -> {
                    Matcher output = OUTPUT.matcher(text);
                    if (output.matches()) {
                        words.put(variable, TableCheck.outputWords(models.tables().get(Optional.ofNullable(task.getCamundaDecisionRef()).orElse("")),
                                output.group(1)));
                    }
                });
            } else {
                Stream.of(Elements.inputs(node), outputs).forEach(texts -> texts.forEach((variable, text) -> OWN_WORD.matcher(text).results()
                        .forEach(chosen -> words.computeIfAbsent(variable, key -> new TreeSet<>()).add(chosen.group()))));
            }
            return words;
        }

        private static Set<String> part(List<String> compared, int part) {
            return compared.stream().map(each -> each.split("=")[part]).collect(Collectors.toCollection(TreeSet::new));
        }

        private static List<String> comparisons(SequenceFlow way) {
            return way.getConditionExpression() == null ? List.of() : COMPARISON.matcher(way.getConditionExpression().getTextContent())
                    .results().map(match -> match.group(1) + "=" + match.group(2)).toList();
        }
    }
}
