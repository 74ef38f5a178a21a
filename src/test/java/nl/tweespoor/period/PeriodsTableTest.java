package nl.tweespoor.period;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code periods.dmn} and the models that read it agree, so that no step is without a date. */
@EngineTest
class PeriodsTableTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Pattern CALL = Pattern.compile("periods\\.(\\w+)\\(((?:[^()]|\\([^()]*\\))*)\\)");
    /** The step is the last argument. */
    private static final Pattern STEP = Pattern.compile("'([^']*)'\\s*$");

    @Autowired
    Periods periods;
    @Autowired
    DecisionService decisions;

    static Map<String, List<String>> rows() {
        return Dmn.readModelFromFile(PROCESSES.resolve("periods.dmn").toFile()).getModelElementsByType(Rule.class)
                .stream().collect(groupingBy(rule -> unquoted(rule.getInputEntries().iterator().next().getTextContent()),
                        mapping(rule -> unquoted(rule.getOutputEntries().iterator().next().getTextContent()), toList())));
    }

    static Set<String> steps() {
        return rows().keySet();
    }

    @Test
    void everyStepOfAModelHasAPeriodAndEveryPeriodIsUsed() throws IOException {
        Set<String> used = used("due");
        used.addAll(used("until"));
        used.addAll(used("endOf"));
        used.addAll(used("every"));
        used.addAll(used("all"));
        used.addAll(used("words"));
        used.addAll(used("lastDay"));
        used.addAll(used("before"));
        used.addAll(used("lastMoment"));
        assertThat(used).isNotEmpty().isEqualTo(new TreeSet<>(steps()));
    }

    /** AVG art. 12 lid 3, also in February. */
    @Keeps("erasure-is-answered-within-a-month")
    @Test
    void requestToEraseIsAnsweredWithinAMonth() {
        LocalDate asked = LocalDate.of(2027, 2, 1);
        assertThat(asked.plus(periods.longest("decide-erasure")).plus(periods.longest("pass-on-erasure")))
                .isBefore(asked.plusMonths(1));
    }

    @Test
    void stepThatHappensOnceHasOnePeriod() throws IOException {
        Set<String> once = used("due");
        once.addAll(used("until"));
        once.addAll(used("endOf"));
        once.addAll(used("every"));
        once.addAll(used("words"));
        once.addAll(used("lastDay"));
        once.addAll(used("before"));
        once.addAll(used("lastMoment"));
        assertThat(once).allSatisfy(step -> assertThat(rows().get(step)).as(step).hasSize(1));
    }

    /** A call that the checks here do not know would pass by them. */
    @Test
    void modelsCallOnlyWhatThisTestKnows() throws IOException {
        Set<String> methods = new TreeSet<>();
        CALL.matcher(models()).results().forEach(call -> methods.add(call.group(1)));
        assertThat(methods).isSubsetOf("due", "until", "every", "all", "after", "startOf", "endOf", "today", "words", "written",
                "lastDay", "before", "lastMoment");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void tableGivesWhatItsRowsSay(String step) {
        assertThat(periods.all(step)).isEqualTo(rows().get(step)).isEqualTo(asADecision(step));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyPeriodLiesAheadAndLaterOnesComeLater(String step) {
        LocalDate start = LocalDate.of(2026, 1, 31);
        List<LocalDate> ends = periods.all(step).stream().map(period -> start.plus(Period.parse(period))).toList();
        assertThat(ends).allSatisfy(end -> assertThat(end).isAfter(start)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everyRowSaysWhatItIsFor() {
        assertThat(Dmn.readModelFromFile(PROCESSES.resolve("periods.dmn").toFile()).getModelElementsByType(Rule.class))
                .allSatisfy(rule -> assertThat(rule.getDescription().getTextContent()).isNotBlank());
    }

    /** As the engine would decide, for whom the table is a decision like any other. */
    private List<String> asADecision(String step) {
        return decisions.evaluateDecisionTableByKey("periods").variables(Map.of("step", step)).evaluate()
                .collectEntries("period");
    }

    private static Set<String> used(String method) throws IOException {
        Set<String> steps = new TreeSet<>();
        CALL.matcher(models()).results().filter(call -> call.group(1).equals(method))
                .flatMap(call -> STEP.matcher(call.group(2)).results()).forEach(step -> steps.add(step.group(1)));
        return steps;
    }

    private static String models() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(PROCESSES).filter(file -> file.toString().endsWith(".bpmn"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static String unquoted(String text) {
        return text.strip().replaceAll("^\"|\"$", "");
    }
}
