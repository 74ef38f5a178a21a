package nl.tweespoor.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xml.sax.Attributes;

/** What a table or a form reads, something fills: a name with a typing error would be empty for ever, and nobody would hear of it. */
@Component
class VariableCheck implements ModelCheck {

    /** Set by Java for all dossiers, and by the engine in loops. */
    static final Set<String> FROM_JAVA = Set.of("dossierNumber", "title", "latestReason", "mailOutcome", "erasedValues", "reporterName", "absent", "driftTrack", "driftWhat", "driftWhy", "driftOwner", "proposer", "strategyLead", "optionEntered",
            "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");
    /** Properties of a question that name others, on its form or an earlier one. */
    private static final List<String> NAMED_BESIDE = List.of("differsFrom", "atMost", "notBefore", "notAfter");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[a-zA-Z_]\\w*(?!\\w*\\s*\\()");
    private static final Set<String> FEEL_WORDS = Set.of("if", "then", "else", "null", "not", "and", "or", "true", "false", "string", "in", "for",
            "return", "some", "every", "satisfies", "item", "this", "parent", "between", "length", "list", "contains", "starts", "ends", "with", "upper", "lower", "case");

    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "decisionResult");
    private static final String NOBODY_FILLS = "leest '%s', maar geen formulier, tabel of stap vult dat in. Verbeter de naam.";

    private final ObjectProvider<ShownVariable> shown;
    /** A model that was live already is the same one again. */
    private final Cache<Models.ProcessModel, List<Read>> readIn = Caffeine.newBuilder().weakKeys().build();

    /** A variable, and the name of the step that reads it. */
    private record Read(String step, String name) {
    }

    VariableCheck(ObjectProvider<ShownVariable> shown) {
        this.shown = shown;
    }

    @Override
    public void check(Models models, Findings findings) {
        if (!models.areOurs()) {
            return;
        }
        Set<String> filled = filled(models);
        models.tables().values().forEach(table -> {
            Set<String> known = new TreeSet<>(filled);
            table.decision().getInformationRequirements().stream().map(requirement -> requirement.getRequiredDecision())
                    .filter(needed -> needed != null).forEach(needed -> known.addAll(columns(needed.getChildElementsByType(DecisionTable.class))));
            table.decision().getChildElementsByType(DecisionTable.class).stream().flatMap(each -> each.getInputs().stream())
                    .forEach((Input input) -> names(text(input)).stream().filter(name -> !known.contains(name) && !isAList(table)).forEach(name ->
                            findings.add(table.file(), table.decision().getName(), "de kolom '%s' leest '%s', maar geen formulier, tabel of stap vult dat in. Verbeter de naam.",
                                    input.getLabel(), name)));
            readByRules(table, known, findings);
        });
        models.processes().values().forEach(process -> readIn.get(process, VariableCheck::readIn).stream().filter(read -> !filled.contains(read.name()))
                .forEach(read -> findings.add(process.file(), read.step(), NOBODY_FILLS, read.name())));
        models.forms().values().forEach(form -> form.components().forEach(component -> {
            Consumer<String> read = expression -> names(expression).stream().filter(name -> !filled.contains(name)).forEach(name -> findings.add(form.file(),
                    FormCheck.nameOf(component), NOBODY_FILLS, name));
            TEMPLATE.matcher(component.path("text").asText()).results().forEach(template -> read.accept(template.group(1)));
            expression(component.path("conditional").path("hide"), read);
            expression(component.path("dataSource"), read);
            expression(component.path("readonly"), read);
            expression(component.path("expression"), read);
            NAMED_BESIDE.forEach(property -> read.accept(component.path("properties").path(property).asText()));
            read.accept(component.path("valuesKey").asText());
        }));
    }

    /** A word without quotes is a name, and holds what that name holds: mostly nothing. */
    private static void readByRules(Models.TableModel table, Set<String> known, Findings findings) {
        int number = 0;
        for (Rule rule : table.decision().getChildElementsByType(DecisionTable.class).stream().flatMap(each -> each.getRules().stream()).toList()) {
            number++;
            int regel = number;
            Stream.concat(rule.getInputEntries().stream(), rule.getOutputEntries().stream()).map(ModelElementInstance::getTextContent)
                    .flatMap(entry -> names(entry).stream()).filter(name -> !known.contains(name) && !isAList(table)).distinct().forEach(name ->
                            findings.add(table.file(), table.decision().getName(),
                                    "regel %d: '%s' staat zonder aanhalingstekens, en is dan een naam die niets invult. Schrijf \"%s\".", regel, name, name));
        }
    }

    private static List<Read> readIn(Models.ProcessModel process) {
        List<Read> reads = new ArrayList<>();
        new ExpressionReader() {
            @Override
            void evaluated(String place, String expression) {
                Expressions.reads(expression).stream().filter(name -> !RunCheck.BEANS.contains(name) && !OF_THE_ENGINE.contains(name))
                        .forEach(name -> reads.add(new Read(here(), name)));
            }

            @Override
            void element(String namespace, String element, Attributes attributes) {
                boolean mapping = namespace.equals(Elements.CAMUNDA) && Set.of("in", "out").contains(element);
                String source = mapping ? attributes.getValue("source") : attributes.getValue(Elements.CAMUNDA, "collection");
                if (source != null && !source.contains("{")) {
                    reads.add(new Read(here(), source));
                }
                if (element.equals("property") && "advice".equals(attributes.getValue("name"))) {
                    reads.add(new Read(here(), attributes.getValue("value")));
                }
            }
        }.read(process.content());
        return reads;
    }

    /** A name for which nothing is stored: periods and retention are lists that Java reads. */
    private static boolean isAList(Models.TableModel table) {
        return Set.of("periods", "retention").contains(table.decision().getId());
    }

    private static void expression(JsonNode text, Consumer<String> read) {
        if (text.asText().startsWith("=")) {
            read.accept(text.asText().substring(1));
        }
    }

    private Set<String> filled(Models models) {
        Set<String> filled = new TreeSet<>(FROM_JAVA);
        shown.stream().map(ShownVariable::name).forEach(filled::add);
        models.forms().values().forEach(form -> form.components().forEach(component -> filled.add(component.path("key").asText())));
        models.processes().values().forEach(process -> {
            Elements.nodes(process).forEach(node -> {
                filled.addAll(Elements.inputs(node).keySet());
                filled.addAll(Elements.outputs(node).keySet());
                filled.addAll(Elements.properties(node).keySet());
                if (node instanceof CallActivity call) {
                    Elements.extensions(call, CamundaIn.class).map(CamundaIn::getCamundaTarget).filter(target -> target != null).forEach(filled::add);
                    Elements.extensions(call, CamundaOut.class).map(CamundaOut::getCamundaTarget).filter(target -> target != null).forEach(filled::add);
                }
                List.of("resultVariable", "initiator").forEach(name -> {
                    if (Elements.camunda(node, name) != null) {
                        filled.add(Elements.camunda(node, name));
                    }
                });
            });
            process.model().getModelElementsByType(MultiInstanceLoopCharacteristics.class).stream().map(MultiInstanceLoopCharacteristics::getCamundaElementVariable)
                    .filter(name -> name != null).forEach(filled::add);
        });
        return filled;
    }

    private static Set<String> columns(Collection<DecisionTable> tables) {
        return tables.stream().flatMap(table -> table.getOutputs().stream()).map(Output::getName).filter(name -> name != null).collect(Collectors.toSet());
    }

    private static String text(Input input) {
        return input.getInputExpression() == null || input.getInputExpression().getText() == null ? ""
                : input.getInputExpression().getText().getTextContent();
    }

    /** What is left of an expression without the texts, functions, properties and words of FEEL. */
    static Set<String> names(String expression) {
        return NAME.matcher(TEXT.matcher(expression).replaceAll(" ")).results().map(match -> match.group())
                .filter(name -> !FEEL_WORDS.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }
}
