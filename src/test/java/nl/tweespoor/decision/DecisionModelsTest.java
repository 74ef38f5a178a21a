package nl.tweespoor.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our conventions ask of the decision tables as they stand in {@code processes/}. */
class DecisionModelsTest {

    /** Texts for people, which no gateway reads. */
    private static final Set<String> OPEN_OUTPUTS = Set.of("check", "signal");
    private static final Pattern CHOSEN_INPUT = Pattern.compile(
            "<camunda:(?:in|out)putParameter name=\"(\\w+)\">[^<]*\\? '(\\w+)' : '(\\w+)'}<");
    private static final Pattern ADVISED = Pattern.compile(
            "camunda:decisionRef=\"([\\w-]+)\"(.*?)</bpmn:businessRuleTask>", Pattern.DOTALL);
    private static final Pattern GIVEN = Pattern.compile(
            "<camunda:outputParameter name=\"(\\w+)\">\\$\\{decisionResult\\.getSingleResult\\(\\)\\.(\\w+)}<");
    private static final Pattern CALLED_WITH = Pattern.compile("<camunda:in sourceExpression=\"(\\w+)\" target=\"(\\w+)\" />");
    /** What a bean gives: the steps of a dossier before which a point must be closed, and on which track it is. */
    private static final Set<String> COUNCIL = Set.of("notAsked", "positive", "conditions", "negative", "none", "refused");
    private static final Map<String, Set<String>> GIVEN_BY_JAVA = Map.of("firstBefore",
            Set.of("handOver", "goLive", "secured", "lastEvaluation", "none"), "driftTrack", Set.of("innovation", "implementation"),
            "clientCouncilFinding", COUNCIL, "worksCouncilFinding", COUNCIL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    static List<String> decisionIds() {
        return DecisionFiles.ids();
    }

    @ParameterizedTest
    @MethodSource("decisionIds")
    void fileIsNamedAfterTheDecisionThatNeedsAllOthers(String id) {
        Collection<Decision> decisions = DecisionFiles.read(id).getModelElementsByType(Decision.class);
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(decision.getName()).isNotBlank();
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
        });
        Set<String> unused = new TreeSet<>(decisions.stream().map(Decision::getId).toList());
        decisions.forEach(decision -> decision.getInformationRequirements()
                .forEach(requirement -> unused.remove(requirement.getRequiredDecision().getId())));
        assertThat(unused).containsExactly(id);
    }

    /** What a table requires it looks at, and what it looks at it requires. */
    @ParameterizedTest
    @MethodSource("decisionIds")
    void tableRequiresExactlyTheTablesItReads(String id) {
        Map<String, String> givenBy = new HashMap<>();
        DecisionFiles.tables(id).forEach(table -> table.getOutputs()
                .forEach(output -> givenBy.put(output.getName(), ((Decision) table.getParentElement()).getId())));
        for (DecisionTable table : DecisionFiles.tables(id)) {
            Set<String> read = new TreeSet<>(table.getInputs().stream()
                    .map(input -> givenBy.get(input.getInputExpression().getText().getTextContent()))
                    .filter(Objects::nonNull).toList());
            assertThat(((Decision) table.getParentElement()).getInformationRequirements())
                    .extracting(requirement -> requirement.getRequiredDecision().getId())
                    .containsExactlyInAnyOrderElementsOf(read);
        }
    }

    @ParameterizedTest
    @MethodSource("decisionIds")
    void everyRuleSaysWhyInASentence(String id) {
        assertThat(DecisionFiles.rules(id)).allSatisfy(rule -> assertThat(DecisionFiles.annotation(rule))
                .as(rule.getId()).matches("\\p{Lu}.{15,}\\."));
        assertThat(DecisionFiles.rules(id)).extracting(DecisionFiles::annotation).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("decisionIds")
    void wordsComeFromAClosedList(String id) {
        assertThat(DecisionFiles.tables(id)).isNotEmpty().allSatisfy(table -> {
            assertThat(table.getInputs()).filteredOn(input -> isText(input.getInputExpression().getTypeRef()))
                    .allSatisfy(input -> assertThat(words(input.getInputValues())).as(input.getLabel()).isNotEmpty());
            assertThat(table.getOutputs()).filteredOn(output -> !OPEN_OUTPUTS.contains(output.getName()))
                    .allSatisfy(output -> assertThat(words(output.getOutputValues())).as(output.getName()).isNotEmpty());
        });
    }

    @ParameterizedTest
    @MethodSource("decisionIds")
    void rulesUseOnlyWordsOfTheirColumn(String id) {
        DecisionFiles.tables(id).forEach(DecisionModelsTest::rulesUseOnlyWordsOfTheirColumn);
    }

    private static void rulesUseOnlyWordsOfTheirColumn(DecisionTable table) {
        List<Input> inputs = List.copyOf(table.getInputs());
        List<Output> outputs = List.copyOf(table.getOutputs());
        for (Rule rule : table.getRules()) {
            List<InputEntry> entries = List.copyOf(rule.getInputEntries());
            for (int i = 0; i < inputs.size(); i++) {
                assertThat(words(inputs.get(i).getInputValues())).as(rule.getId())
                        .containsAll(words(entries.get(i).getTextContent()));
            }
            List<OutputEntry> results = List.copyOf(rule.getOutputEntries());
            for (int i = 0; i < outputs.size(); i++) {
                if (!OPEN_OUTPUTS.contains(outputs.get(i).getName())) {
                    assertThat(words(outputs.get(i).getOutputValues())).as(rule.getId())
                            .containsAll(words(results.get(i).getTextContent()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("decisionIds")
    void everyWordOfAnOutputIsGivenBySomeRule(String id) {
        DecisionFiles.tables(id).forEach(DecisionModelsTest::everyWordOfAnOutputIsGivenBySomeRule);
    }

    private static void everyWordOfAnOutputIsGivenBySomeRule(DecisionTable table) {
        List<Output> outputs = List.copyOf(table.getOutputs());
        for (int i = 0; i < outputs.size(); i++) {
            int column = i;
            Set<String> given = new TreeSet<>();
            table.getRules().forEach(rule -> given.addAll(
                    words(List.copyOf(rule.getOutputEntries()).get(column).getTextContent())));
            assertThat(given).as(outputs.get(i).getName()).containsAll(words(outputs.get(i).getOutputValues()));
        }
    }

    /** A new answer on a form, or word in a model or of a table below, would otherwise silently fall to the last rule. */
    @ParameterizedTest
    @MethodSource("decisionIds")
    void tableKnowsExactlyTheWordsThatItCanGet(String id) throws IOException {
        Map<String, Set<String>> offered = offeredByForms();
        offered.putAll(offeredByModels());
        offered.putAll(GIVEN_BY_JAVA);
        DecisionFiles.tables(id).forEach(table -> table.getOutputs()
                .forEach(output -> offered.put(output.getName(), words(output.getOutputValues()))));
        for (Input input : DecisionFiles.tables(id).stream().flatMap(table -> table.getInputs().stream()).toList()) {
            String variable = input.getInputExpression().getText().getTextContent();
            if (isText(input.getInputExpression().getTypeRef())) {
                assertThat(offered).as("a form or a model gives %s", variable).containsKey(variable);
                assertThat(words(input.getInputValues())).as(variable).isEqualTo(offered.get(variable));
            }
        }
    }

    /** What a model hands to a table: words of its own, {@code question ? 'one' : 'other'} or by each that calls it, or those that another table gave. */
    private static Map<String, Set<String>> offeredByModels() throws IOException {
        Map<String, Set<String>> offered = new HashMap<>();
        Map<String, Set<String>> calledWith = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of("processes")).filter(file -> file.toString().endsWith(".bpmn"))) {
            for (Path file : files.toList()) {
                String model = Files.readString(file);
                CALLED_WITH.matcher(model).results().forEach(in ->
                        calledWith.computeIfAbsent(in.group(2), name -> new TreeSet<>()).add(in.group(1)));
                CHOSEN_INPUT.matcher(model).results().forEach(input -> offered.put(input.group(1),
                        new TreeSet<>(Set.of(input.group(2), input.group(3)))));
                ADVISED.matcher(model).results().forEach(task -> GIVEN.matcher(task.group(2)).results().forEach(output ->
                        DecisionFiles.tables(task.group(1)).stream().flatMap(table -> table.getOutputs().stream())
                                .filter(given -> given.getName().equals(output.group(2)))
                                .forEach(given -> offered.put(output.group(1), words(given.getOutputValues())))));
            }
        }
        calledWith.forEach(offered::putIfAbsent);
        return offered;
    }

    private static Map<String, Set<String>> offeredByForms() throws IOException {
        Map<String, Set<String>> offered = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("forms")).filter(file -> file.toString().endsWith(".form"))) {
            for (Path file : files.toList()) {
                for (JsonNode field : new ObjectMapper().readTree(file.toFile()).path("components")) {
                    field.path("values").forEach(option -> offered
                            .computeIfAbsent(field.path("key").asText(), key -> new TreeSet<>())
                            .add(option.path("value").asText()));
                }
            }
        }
        return offered;
    }

    private static boolean isText(String type) {
        return "string".equals(type);
    }

    private static Set<String> words(UnaryTests values) {
        return values == null ? Set.of() : words(values.getText().getTextContent());
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(Arrays.asList(WORD.matcher(text).results()
                .map(match -> match.group(1)).toArray(String[]::new)));
    }
}
