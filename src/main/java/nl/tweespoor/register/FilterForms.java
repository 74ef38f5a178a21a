package nl.tweespoor.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.ProcessNames;
import nl.tweespoor.register.FilterForm.Choice;
import nl.tweespoor.strategy.Goals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows what there is to choose from: only what a decision has. */
@Component
class FilterForms {

    private static final List<Choice> ADVICE = List.of(new Choice(Filter.AGAINST, "niet is gevolgd"),
            new Choice(Filter.FOLLOWED, "is gevolgd"), new Choice(Filter.NO_ADVICE, "er niet was"));
    private static final Comparator<Choice> BY_LABEL =
            Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER).thenComparing(Choice::value);

    private final JdbcClient jdbc;
    private final People people;
    private final Goals goals;
    private final ProcessNames processes;

    FilterForms(JdbcClient jdbc, People people, Goals goals, ProcessNames processes) {
        this.jdbc = jdbc;
        this.people = people;
        this.goals = goals;
        this.processes = processes;
    }

    /** The sets of groups for which decisions were taken, as {@link DecisionIndex} writes them. */
    List<String> groupSets() {
        return jdbc.sql("select distinct choice from register_choice where field = :field")
                .param("field", DecisionIndex.GROUPS).query(String.class).list();
    }

    FilterForm of(Map<String, String> asked) {
        Map<String, List<String>> known = new HashMap<>();
        jdbc.sql("select distinct field, choice from register_choice").query(row -> {
            known.computeIfAbsent(row.getString(1), field -> new ArrayList<>()).add(row.getString(2));
        });
        Map<String, String> names = people.all().stream().collect(Collectors.toMap(People.Person::userId, People.Person::name));
        Map<String, String> processNames = processes.byKey();
        return new FilterForm(asked, Map.of(
                Filter.PERSON, choices(known, DecisionIndex.PERSON, id -> names.getOrDefault(id, id)),
                Filter.KIND, choices(known, DecisionIndex.STEP, step -> step),
                Filter.OUTCOME, choices(known, DecisionIndex.OUTCOME, outcome -> outcome),
                Filter.VERSION, choices(known, DecisionIndex.VERSION, version -> told(version, processNames)),
                Filter.GROUP, groups(known.getOrDefault(DecisionIndex.GROUPS, List.of())),
                Filter.ADVICE, ADVICE, Filter.GOAL, goals()));
    }

    private static List<Choice> choices(Map<String, List<String>> known, String field,
            UnaryOperator<String> label) {
        return known.getOrDefault(field, List.of()).stream().map(value -> new Choice(value, label.apply(value)))
                .sorted(BY_LABEL).toList();
    }

    private static String told(String version, Map<String, String> processNames) {
        int between = version.lastIndexOf(':');
        String process = version.substring(0, between);
        return processNames.getOrDefault(process, process) + ", versie " + version.substring(between + 1);
    }

    private static List<Choice> groups(List<String> sets) {
        return Stream.of(Group.values()).filter(group -> sets.stream()
                        .anyMatch(set -> set.contains(DecisionIndex.BETWEEN + group.id() + DecisionIndex.BETWEEN)))
                .map(group -> new Choice(group.id(), group.dutchName())).toList();
    }

    private List<Choice> goals() {
        return Stream.concat(goals.all().stream().map(goal -> new Choice(goal.id(), goal.title() + " (" + goal.version() + ")")),
                Stream.of(new Choice(ModelIds.LEGAL_DUTY, "geen doel, wel een wettelijke plicht"),
                        new Choice(ModelIds.NO_GROUND, "geen doel en geen plicht"))).toList();
    }
}
