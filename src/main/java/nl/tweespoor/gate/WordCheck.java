package nl.tweespoor.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Forms and tables compare with words that someone can choose: a question that waits for another word is never shown, a rule never fires. */
@Component
class WordCheck implements ModelCheck {

    private static final Pattern COMPARISON = Pattern.compile("(?<![.\\w])([a-zA-Z]\\w*)\\s*!?=\\s*\"([^\"]+)\"");
    /** Of an item in a list; its parts have names of their own. */
    private static final Pattern IN_A_LIST = Pattern.compile("\\[[^\\]]*]");
    private static final List<String> EXPRESSIONS = List.of("text", "dataSource", "readonly", "expression");

    private final ObjectProvider<ShownVariable> shown;
    /** A form that was live already is the same one again. */
    private final Cache<Models.FormModel, List<Compared>> compared = Caffeine.newBuilder().weakKeys().build();

    /** What a part of a form compares. */
    private record Compared(String component, String variable, String word) {
    }

    WordCheck(ObjectProvider<ShownVariable> shown) {
        this.shown = shown;
    }

    @Override
    public void check(Models models, Findings findings) {
        if (!models.areOurs()) {
            return;
        }
        Set<String> fromJava = new HashSet<>(VariableCheck.FROM_JAVA);
        shown.stream().map(ShownVariable::name).forEach(fromJava::add);
        OfferedWords offered = new OfferedWords(models, fromJava);
        models.forms().values().forEach(form -> compared.get(form, WordCheck::comparedIn).forEach(each -> offered.of(each.variable())
                .filter(words -> !words.contains(each.word())).ifPresent(words -> findings.add(form.file(), each.component(),
                        "vergelijkt '%s' met \"%s\", maar dat kan niemand kiezen (wel: %s). Verbeter het woord.", each.variable(), each.word(),
                        String.join(", ", words)))));
        models.tables().values().forEach(table -> table.decision().getChildElementsByType(DecisionTable.class).forEach(each -> check(table, each, offered, findings)));
    }

    private static void check(Models.TableModel table, DecisionTable each, OfferedWords offered, Findings findings) {
        Set<String> needed = table.decision().getInformationRequirements().stream().map(requirement -> requirement.getRequiredDecision())
                .filter(decision -> decision != null).flatMap(decision -> decision.getChildElementsByType(DecisionTable.class).stream())
                .flatMap(other -> other.getOutputs().stream()).map(Output::getName).collect(Collectors.toSet());
        List<Input> inputs = List.copyOf(each.getInputs());
        int number = 0;
        for (Rule rule : each.getRules()) {
            number++;
            List<InputEntry> conditions = List.copyOf(rule.getInputEntries());
            for (int i = 0; i < Math.min(inputs.size(), conditions.size()); i++) {
                String read = inputs.get(i).getInputExpression() == null ? "" : inputs.get(i).getInputExpression().getTextContent().strip();
                int regel = number;
                if (!needed.contains(read)) {
                    TableCheck.words(conditions.get(i).getTextContent()).forEach(word -> offered.of(read).filter(words -> !words.contains(word))
                            .ifPresent(words -> findings.add(table.file(), table.decision().getName(),
                                    "regel %d wacht op \"%s\" bij '%s', maar dat kan niemand kiezen (wel: %s). Verbeter het woord.", regel, word, read,
                                    String.join(", ", words))));
                }
            }
        }
    }

    private static List<Compared> comparedIn(Models.FormModel form) {
        return form.components().flatMap(component -> Stream.concat(EXPRESSIONS.stream().map(component::path), Stream.of(component.path("conditional").path("hide")))
                .map(JsonNode::asText).flatMap(text -> COMPARISON.matcher(IN_A_LIST.matcher(text).replaceAll("")).results())
                .map(each -> new Compared(FormCheck.nameOf(component), each.group(1), each.group(2)))).distinct().toList();
    }
}
