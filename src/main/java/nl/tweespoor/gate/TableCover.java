package nl.tweespoor.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * What the rules of a table cover: every value of a list, and each number at, just below and just above a border. A table that
 * compares columns with each other, or with a date, is not looked at.
 */
class TableCover {

    private static final Pattern BELOW_ZERO = Pattern.compile("<\\s*0(?![.\\d])");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");
    private static final String OTHER = "iets anders";
    /** Borders times rules; our largest table takes a hundredth. */
    private static final int MOST = 200_000;

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Set<Integer>>> rules = new ArrayList<>();
    /** By rule, the columns in which it also holds when there is no answer. */
    private final List<Set<Integer>> withNone = new ArrayList<>();
    private final boolean comparable;
    private int looked;

    /** The values of a column that its rules tell apart. */
    private record Column(String label, List<Object> values) {
    }

    TableCover(FeelTexts feel, DecisionTable table) {
        List<Input> inputs = List.copyOf(table.getInputs());
        boolean known = true;
        for (int i = 0; i < inputs.size(); i++) {
            int index = i;
            List<String> tests = table.getRules().stream().map(rule -> test(rule, index)).toList();
            Optional<List<Object>> values = values(inputs.get(i), tests);
            known &= values.isPresent();
            columns.add(new Column(Optional.ofNullable(inputs.get(i).getLabel()).orElse("kolom " + (i + 1)), values.orElse(List.of())));
        }
        comparable = known;
        if (comparable) {
            for (Rule rule : table.getRules()) {
                rules.add(IntStream.range(0, inputs.size()).mapToObj(i -> fitting(feel, test(rule, i), columns.get(i).values())).toList());
                withNone.add(IntStream.range(0, inputs.size()).filter(i -> test(rule, i).isEmpty() || test(rule, i).equals("-") || feel.fits(test(rule, i), null))
                        .boxed().collect(Collectors.toSet()));
            }
        }
    }

    /** A combination for which there is no rule, in words; none when there is a rule for all that was looked at. */
    Optional<String> gap() {
        if (!comparable || columns.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> all = IntStream.range(0, rules.size()).boxed().toList();
        return Optional.ofNullable(gap(0, all, new ArrayList<>())).map(values -> String.join(" met ", values));
    }

    /** Pairs of rules, counted from one, that can both hold. */
    List<String> overlaps() {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; comparable && i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                if (overlap(rules.get(i), rules.get(j))) {
                    pairs.add((i + 1) + " en " + (j + 1));
                }
            }
        }
        return pairs;
    }

    /** Rules, counted from one, of which a condition fits nothing that was looked at. */
    List<Integer> neverHold() {
        return IntStream.range(0, rules.size()).filter(rule -> IntStream.range(0, columns.size())
                .anyMatch(i -> rules.get(rule).get(i).isEmpty() && !withNone.get(rule).contains(i))).mapToObj(rule -> rule + 1).toList();
    }

    /** Rules, counted from one, with the one before it that holds whenever it does. */
    Map<Integer, Integer> hidden() {
        Map<Integer, Integer> hidden = new TreeMap<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            int later = rule;
            IntStream.range(0, rule).filter(earlier -> takesAllOf(earlier, later)).findFirst()
                    .ifPresent(earlier -> hidden.put(later + 1, earlier + 1));
        }
        return hidden;
    }

    private boolean takesAllOf(int earlier, int later) {
        return withNone.get(earlier).containsAll(withNone.get(later))
                && IntStream.range(0, columns.size()).allMatch(i -> rules.get(earlier).get(i).containsAll(rules.get(later).get(i)));
    }

    private List<String> gap(int column, List<Integer> left, List<String> path) {
        if (left.isEmpty()) {
            return path;
        }
        if (column == columns.size() || ++looked > MOST || left.stream().anyMatch(rule -> takesAllFrom(column, rule))) {
            return null;
        }
        List<Object> values = columns.get(column).values();
        for (int i = 0; i < values.size(); i++) {
            int value = i;
            List<Integer> fitting = left.stream().filter(rule -> rules.get(rule).get(column).contains(value)).toList();
            List<String> further = new ArrayList<>(path);
            further.add("'" + columns.get(column).label() + "' " + values.get(i));
            List<String> found = gap(column + 1, fitting, further);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean takesAllFrom(int column, int rule) {
        return IntStream.range(column, columns.size()).allMatch(i -> rules.get(rule).get(i).size() == columns.get(i).values().size());
    }

    private static boolean overlap(List<Set<Integer>> one, List<Set<Integer>> other) {
        return IntStream.range(0, one.size()).allMatch(i -> one.get(i).stream().anyMatch(other.get(i)::contains));
    }

    private static Set<Integer> fitting(FeelTexts feel, String test, List<Object> values) {
        Set<Integer> fitting = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (test.isEmpty() || test.equals("-") || feel.fits(test, values.get(i))) {
                fitting.add(i);
            }
        }
        return fitting;
    }

    private static Optional<List<Object>> values(Input input, Collection<String> tests) {
        String type = input.getInputExpression() == null ? null : input.getInputExpression().getTypeRef();
        if (type == null || tests.stream().anyMatch(test -> TEXTS.matcher(test).replaceAll("")
                .replaceAll("\\b(not|true|false|null)\\b", "").matches("(?s).*[a-zA-Z?].*"))) {
            return Optional.empty();
        }
        if (type.equals("boolean")) {
            return Optional.of(List.of(true, false));
        }
        if (NUMBERS.contains(type)) {
            Set<BigDecimal> borders = new TreeSet<>(Set.of(BigDecimal.ZERO));
            BigDecimal step = Set.of("integer", "long").contains(type) ? BigDecimal.ONE : new BigDecimal("0.001");
            tests.forEach(test -> NUMBER.matcher(test).results().map(found -> new BigDecimal(found.group())).forEach(border -> {
                borders.add(border);
                borders.add(border.subtract(step));
                borders.add(border.add(step));
            }));
            // What is counted or paid is never below zero, unless a rule says so.
            boolean negative = tests.stream().anyMatch(test -> BELOW_ZERO.matcher(test).find() || test.contains("-") && NUMBER.matcher(test).results().anyMatch(found -> found.group().startsWith("-")));
            return Optional.of(borders.stream().filter(border -> negative || border.signum() >= 0).map(border -> (Object) border).toList());
        }
        if (!type.equals("string")) {
            return Optional.empty();
        }
        Set<String> list = TableCheck.words(input.getInputValues());
        Set<Object> words = new LinkedHashSet<>(list);
        if (list.isEmpty()) {
            tests.forEach(test -> words.addAll(TableCheck.words(test)));
            words.add(OTHER);
        }
        return Optional.of(List.copyOf(words));
    }

    private static String test(Rule rule, int column) {
        List<InputEntry> entries = List.copyOf(rule.getInputEntries());
        return column < entries.size() ? entries.get(column).getTextContent().strip() : "";
    }
}
