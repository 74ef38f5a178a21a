package nl.tweespoor.model;

import static nl.tweespoor.model.Repository.components;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.form.Amounts;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form can be shown by Tasklist, and asks and tells what its tasks need. */
class FormsTest {

    /** What Tasklist of 7.24 renders without breaking the form; dynamiclist, filepicker and the like do. */
    private static final Set<String> TYPES = Set.of("textfield", "textarea", "number", "datetime", "checkbox", "radio",
            "select", "checklist", "taglist", "text", "table", "separator");
    private static final Set<String> SILENT = Set.of("text", "separator");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    /** The engine's column for a text is 4000 bytes, and in Dutch a letter can take two. */
    private static final int LONGEST_TEXT = 3000;
    /** Set by Java, for all dossiers: Dossiers, SimilarDossiers, Decisions, EarlierVersions, OpenPoints, PointsBefore, TeamPlans, TeamStandings, Updates, AnswerMail, ErasedValues, ReporterNames, EarlierAnswers, PollResults, PollWords, EarlierLessons, GoalStandings. */
    private static final Set<String> FROM_JAVA = Set.of("dossierNumber", "similarDossiers", "decisionLog", "earlierVersions", "teamPlans", "teamStandings", "messages", "milestones", "openPoints", "pointsBefore", "carriers", "latestReason", "mailOutcome",
            "erasedValues", "reporterName", "earlierAnswers", "pollResults", "pollWords", "earlierLessons", "proposedChanges", "runningOnIt", "replayedDecisions", "proposalTrial", "goalStandings", "strategyWords", "driftWhat", "driftWhy");
    private static final FeelEngine FEEL = feel();
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("(?:[Bb]ijvoorbeeld|\\d of) (-?\\d\\S*|\\S+@\\S+)");
    private static final Pattern TIMER_DAY = Pattern.compile("<bpmn:timeDate[^>]*>\\$\\{periods\\.until\\((?:[^,)]*\\? )?"
            + "(?:execution\\.getVariable\\(')?(\\w+)(?:'\\))?(?: : null)?, '([\\w-]+)'\\)");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[a-zA-Z_]\\w*(?!\\w*\\s*\\()");
    private static final Set<String> FEEL_WORDS = Set.of("if", "then", "else", "null", "not", "and", "or", "true",
            "false", "string", "starts", "in", "for", "return", "some", "every", "satisfies", "item", "list");

    static Set<String> formIds() {
        return Repository.forms().keySet();
    }

    static JsonNode form(String id) {
        return Repository.forms().get(id);
    }

    @Test
    void everyFormIsUsedAndStandsWithTheProcessThatUsesIt() {
        Map<String, Set<String>> users = new TreeMap<>();
        for (String process : Repository.processIds()) {
            Repository.asking(Repository.process(process)).forEach(element -> users
                    .computeIfAbsent(Repository.formOf(element), form -> new TreeSet<>()).add(process));
        }
        for (Path file : Repository.files("forms", ".form")) {
            assertThat(users).as("a task uses %s", file).containsKey(Repository.baseName(file));
            assertThat(users.get(Repository.baseName(file))).as("processes that use %s", file)
                    .contains(file.getParent().getFileName().toString());
        }
    }

    @Test
    void everyFormReferenceResolvesWithinItsDeployment() {
        for (String process : Repository.processIds()) {
            Repository.asking(Repository.process(process)).forEach(element -> {
                String form = Repository.formOf(element);
                assertThat(form).as("form of %s in %s", element.getAttributeValue("id"), process).isNotNull();
                assertThat(formIds()).as("%s in %s", element.getAttributeValue("id"), process).contains(form);
                assertThat(Repository.camunda(element, "formRefBinding")).as(form).isEqualTo("deployment");
                assertThat(Repository.camunda(element, "formKey")).as(form).isNull();
            });
        }
    }

    @Test
    void fileNamesAreUniqueOverAllFolders() {
        List<String> names = new ArrayList<>();
        Stream.of(".bpmn", ".dmn").flatMap(extension -> Repository.files("processes", extension).stream())
                .forEach(file -> names.add(Repository.baseName(file)));
        Repository.files("forms", ".form").forEach(file -> names.add(Repository.baseName(file)));
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void formIsNamedAfterItsFileAndMadeForThisPlatform(String id) {
        assertThat(form(id).path("id").asText()).isEqualTo(id);
        assertThat(form(id).path("type").asText()).isEqualTo("default");
        assertThat(form(id).path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form(id).path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form(id).path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void tasklistRendersEveryComponent(String id) {
        assertThat(components(form(id)).map(component -> component.path("type").asText()).toList())
                .isNotEmpty().allMatch(TYPES::contains);
        assertThat(components(form(id)).flatMap(component -> component.findValuesAsText("type").stream()).toList())
                .as("nothing nested").allMatch(TYPES::contains);
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void everyQuestionHasAKeyAndWordsOfItsOwn(String id) {
        List<JsonNode> questions = questions(id).toList();
        assertThat(questions).allSatisfy(question -> {
            assertThat(question.path("key").asText()).as("%s", question).matches("[a-z][a-zA-Z0-9]*");
            assertThat(question.path(question.path("type").asText().equals("datetime") ? "dateLabel" : "label").asText())
                    .as("%s", question).isNotBlank();
        });
        assertThat(questions).extracting(question -> question.path("key").asText()).doesNotHaveDuplicates();
        assertThat(components(form(id)).map(component -> component.path("id").asText()).toList())
                .doesNotHaveDuplicates().doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void everyTextFitsTheDatabase(String id) {
        assertThat(questions(id).filter(field -> Set.of("textfield", "textarea").contains(field.path("type").asText())))
                .allSatisfy(field -> assertThat(field.path("validate").has("pattern")
                        || field.path("validate").path("maxLength").asInt(Integer.MAX_VALUE) <= LONGEST_TEXT)
                        .as("%s has a pattern or a maxLength of at most %s", field.path("key"), LONGEST_TEXT).isTrue());
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void everyDateIsADayWithoutATime(String id) {
        assertThat(questions(id).filter(field -> field.path("type").asText().equals("datetime")))
                .allSatisfy(field -> assertThat(field.path("subtype").asText()).isEqualTo("date"));
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void everyDateSaysWhichDaysMakeSense(String id) {
        assertThat(questions(id).filter(field -> field.path("type").asText().equals("datetime"))).allSatisfy(field -> {
            assertThat(field.path("properties").path("latest").asText()).as("the last day that %s allows", field.path("key")).isNotBlank();
            assertThat(field.path("properties").has("earliest") || field.path("disallowPassedDates").asBoolean())
                    .as("the first day that %s allows", field.path("key")).isTrue();
        });
    }

    /** Else it would be cut silently: what comes first, the day or the end of the period, is when a timer fires. */
    @Test
    void aDateThatATimerWaitsForIsHeldAgainstThePeriodOfThatTimer() {
        Map<String, Set<String>> steps = new TreeMap<>();
        Repository.processIds().forEach(process -> TIMER_DAY.matcher(Repository.text(Path.of("processes", process + ".bpmn")))
                .results().forEach(until -> steps.computeIfAbsent(until.group(1), day -> new TreeSet<>()).add(until.group(2))));
        assertThat(steps).containsKeys("parkUntil", "pilotEndDate", "readyAgainOn", "plannedLiveOn", "pointDate", "capacityDate", "handOverBy");
        formIds().forEach(id -> questions(id).filter(field -> steps.containsKey(field.path("key").asText())).forEach(field -> {
            assertThat(steps.get(field.path("key").asText())).as("%s in %s", field.path("key"), id)
                    .containsExactly(field.path("properties").path("latest").asText());
            assertThat(field.path("properties").path("earliest").asText()).as("%s in %s", field.path("key"), id)
                    .isEqualTo("tomorrow");
        }));
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void questionsThatAreAskedAlikeSayInWhichRowTheyAre(String id) {
        assertThat(questions(id).filter(field -> !field.path("conditional").has("hide") || field.path("layout").has("row"))
                .map(field -> field.path("properties").path("row").asText() + ": "
                        + field.path("label").asText() + field.path("dateLabel").asText())).doesNotHaveDuplicates();
    }

    @Test
    void theHeadingOfAFormIsTheNameOfItsTask() {
        for (String process : Repository.processIds()) {
            Repository.process(process).getModelElementsByType(UserTask.class).forEach(task ->
                    assertThat(form(Repository.formOf(task)).path("components").path(0).path("text").asText().lines().findFirst())
                            .as("heading of %s", Repository.formOf(task)).get().asString().startsWith("## ").contains(task.getName()));
        }
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void everyChoiceOffersDistinctWords(String id) {
        assertThat(questions(id).filter(field -> CHOICES.contains(field.path("type").asText()))).allSatisfy(field -> {
            assertThat(field.has("values") ^ field.has("valuesKey")).as("%s", field.path("key")).isTrue();
            if (field.has("values")) {
                assertThat(field.path("values").findValuesAsText("value")).as("%s", field.path("key"))
                        .hasSizeGreaterThan(1).doesNotHaveDuplicates().allMatch(value -> value.matches("[a-zA-Z0-9-]+"));
                assertThat(field.path("values").findValuesAsText("label")).as("%s", field.path("key"))
                        .hasSameSizeAs(Repository.options(field)).doesNotHaveDuplicates().doesNotContain("");
            }
        });
    }

    @Test
    void optionsFromDataComeFromAnInputOrAPropertyOfTheTask() {
        for (String process : Repository.processIds()) {
            Repository.asking(Repository.process(process)).forEach(element -> components(form(Repository.formOf(element)))
                    .filter(component -> component.has("valuesKey"))
                    .filter(component -> Repository.property(element, component.path("valuesKey").asText()).isEmpty())
                    .forEach(component -> assertThat(Repository.inputs(element))
                            .as("%s in %s", element.getAttributeValue("id"), process)
                            .hasEntrySatisfying(component.path("valuesKey").asText(), expression ->
                                    assertThat(expression).matches("\\$\\{\\w+\\.options\\(\\w*\\)}"))));
        }
    }

    /** One question has one meaning: the same key is not a text here and a choice there. */
    @Test
    void sameKeyIsTheSameKindOfQuestionEverywhere() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        for (String id : formIds()) {
            questions(id).filter(field -> field.has("key")).forEach(field -> kinds
                    .computeIfAbsent(field.path("key").asText(), key -> new TreeSet<>())
                    .add(field.path("type").asText().replace("textfield", "text").replace("textarea", "text")
                            .replace("radio", "choice").replace("select", "choice")));
        }
        assertThat(kinds).allSatisfy((key, types) -> assertThat(types).as(key).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void everyConditionIsValidWithNothingFilledIn(String id) {
        components(form(id)).filter(component -> component.has("conditional")).forEach(component -> {
            String hide = component.path("conditional").path("hide").asText();
            assertThat(hide).startsWith("=");
            Map<String, Object> nothing = names(hide.substring(1)).stream()
                    .collect(HashMap::new, (map, name) -> map.put(name, null), HashMap::putAll);
            assertThat((Object) FEEL.evaluateSimpleExpression(hide.substring(1),
                    Variables.fromMap(nothing).asVariableContext())).as(hide).isInstanceOf(Boolean.class);
        });
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void formTellsOnlyWhatSomeoneOrSomethingProvides(String id) {
        Set<String> used = new TreeSet<>();
        components(form(id)).forEach(component -> {
            TEMPLATE.matcher(component.path("text").asText()).results()
                    .forEach(template -> used.addAll(names(template.group(1))));
            used.addAll(names(component.path("conditional").path("hide").asText()));
            used.addAll(names(component.path("dataSource").asText()));
        });
        assertThat(provided()).containsAll(used);
    }

    /** One word for one thing: a cliënt, the zwaarte of a dossier, and a team, but for the closed ward where clients live. */
    @ParameterizedTest
    @MethodSource("formIds")
    void otherWordsForTheSameThingDoNotOccur(String id) {
        assertThat(form(id).toString()).doesNotContainPattern("(?iu)bewoner|patiënt|\\bklant|zorgdossier|\\bgewicht|(?<!gesloten )afdeling");
    }

    /** A refusal repeats it, so that it says what to type. */
    @ParameterizedTest
    @MethodSource("formIds")
    void aNumberInAPatternComesWithAnExampleThatFitsIt(String id) {
        assertThat(questions(id).filter(field -> field.path("validate").has("pattern"))).allSatisfy(field -> assertThat(
                EXAMPLE.matcher(field.path("description").asText()).results().map(example -> example.group(1).replaceAll("[.,]$", "")))
                .as("examples at %s", field.path("key")).isNotEmpty()
                .allMatch(example -> example.matches(field.path("validate").path("pattern").asText())));
    }

    /** Then the server holds what is typed there to be one: see FormField.asksAReason. */
    @ParameterizedTest
    @MethodSource("formIds")
    void aReasonIsRequired(String id) {
        assertThat(questions(id).filter(field -> field.path("key").asText().endsWith("Reason"))
                .filter(field -> field.path("type").asText().startsWith("text")))
                .allSatisfy(field -> assertThat(field.path("validate").path("required").asBoolean()).as("%s", field.path("key")).isTrue());
    }

    @Test
    void aQuestionWhySomeoneDecidesHasAKeyThatSaysSo() {
        for (String process : Repository.processIds()) {
            Repository.asking(Repository.process(process)).forEach(element -> Stream.of("reason", "reasonAgainst")
                    .flatMap(name -> Repository.property(element, name).stream())
                    .flatMap(key -> Repository.field(form(Repository.formOf(element)), key).stream())
                    .filter(field -> field.path("label").asText().startsWith("Waarom"))
                    .forEach(field -> assertThat(field.path("key").asText()).as(Repository.formOf(element)).endsWith("Reason")));
        }
    }

    /** The pattern stops a typing error in the form; past it, only the engine's error page is left. */
    @Test
    void everyAmountThatAFormAcceptsIsUnderstood() {
        Pattern read = Pattern.compile("amounts\\.parse\\((\\w+)\\)");
        Set<String> amounts = Repository.files("processes", ".bpmn").stream().map(Repository::text)
                .flatMap(text -> read.matcher(text).results()).map(match -> match.group(1)).collect(Collectors.toSet());
        assertThat(amounts).isNotEmpty();
        Random random = new Random(7);
        for (String key : amounts) {
            Set<String> patterns = formIds().stream().flatMap(id -> Repository.field(form(id), key).stream())
                    .map(field -> field.path("validate").path("pattern").asText()).collect(Collectors.toSet());
            assertThat(patterns).as("patterns of %s", key).isNotEmpty().allSatisfy(pattern -> {
                assertThat(pattern).startsWith("^").endsWith("$");
                RgxGen typing = RgxGen.parse(pattern);
                for (int i = 0; i < 500; i++) {
                    String typed = typing.generate(random);
                    assertThatCode(() -> new Amounts().parse(typed)).as("%s: %s", key, typed).doesNotThrowAnyException();
                }
            });
        }
    }

    private static Stream<JsonNode> questions(String id) {
        return components(form(id)).filter(component -> !SILENT.contains(component.path("type").asText()))
                .filter(component -> !component.path("type").asText().equals("table"));
    }

    /** The variables of a FEEL expression: what is left without the texts, functions, properties and words of FEEL. */
    private static Set<String> names(String expression) {
        return NAME.matcher(expression.replaceAll("\"(\\\\.|[^\"\\\\])*\"", " ")).results().map(match -> match.group())
                .filter(name -> !FEEL_WORDS.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> provided() {
        Set<String> provided = new TreeSet<>(FROM_JAVA);
        formIds().forEach(id -> questions(id).forEach(field -> provided.add(field.path("key").asText())));
        for (String process : Repository.processIds()) {
            var model = Repository.process(process);
            model.getModelElementsByType(FlowElement.class).forEach(element -> {
                provided.addAll(Repository.inputs((BaseElement) element).keySet());
                provided.addAll(Repository.outputs((BaseElement) element).keySet());
            });
            model.getModelElementsByType(CallActivity.class).stream().filter(call -> call.getExtensionElements() != null)
                    .flatMap(call -> call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list()
                            .stream()).map(CamundaIn::getCamundaTarget).filter(target -> target != null)
                    .forEach(provided::add);
            model.getModelElementsByType(CallActivity.class).stream().filter(call -> call.getExtensionElements() != null)
                    .flatMap(call -> call.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list()
                            .stream()).map(CamundaOut::getCamundaTarget).filter(target -> target != null)
                    .forEach(provided::add);
            model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                    .forEach(each -> provided.add(each.getCamundaElementVariable()));
        }
        return provided;
    }

    private static FeelEngine feel() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.buildEngine();
        return configuration.getFeelEngine();
    }
}
