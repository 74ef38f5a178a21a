package nl.tweespoor.strategy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The versions that were adopted. They are written once: nothing here changes or removes one. */
@Component
class StrategyVersions {

    /** Each column that holds a text, with the variable that it comes from. */
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        List.of("adoptionReason:reason", "whyNow:why_now", "visionWhy:vision_why", "visionFocus:vision_focus", "visionProgress:vision_progress",
                "visionProof:vision_proof", "mission:mission", "coreValues:core_values", "scopeIn:scope_in", "scopeOut:scope_out",
                "technology:technology", "careTechnology:care_technology", "innovation:innovation", "impact:impact", "scalingUp:scaling_up",
                "qualityOfLife:quality_of_life", "qualityOfCare:quality_of_care").forEach(pair -> TEXTS.put(pair.split(":")[1], pair.split(":")[0]));
    }

    private final JdbcClient jdbc;

    StrategyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its id: the number of the strategy, and from the second version on which one it is */
    String add(DelegateExecution from, String adoptedBy, Instant now) {
        String strategy = from.getProcessBusinessKey();
        int number = jdbc.sql("select coalesce(max(version_number), 0) + 1 from strategy_version where strategy = ?").param(strategy)
                .query(Integer.class).single();
        String id = number == 1 ? strategy : strategy + "-" + number;
        StatementSpec version = jdbc.sql("insert into strategy_version (id, strategy, version_number, sequence_number, adopted_at, adopted_by, starts_on,"
                        + " ends_on, " + String.join(", ", TEXTS.keySet()) + ") select :id, :strategy, :number, coalesce(max(sequence_number), 0) + 1,"
                        + " cast(:now as timestamp), :by, cast(:starts as date), cast(:ends as date), "
                        + TEXTS.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + " from strategy_version")
                .param("id", id).param("strategy", strategy).param("number", number).param("now", Timestamp.from(now)).param("by", adoptedBy)
                .param("starts", from.getVariable(ModelIds.STARTS_ON).toString().substring(0, 10))
                .param("ends", from.getVariable(ModelIds.ENDS_ON).toString().substring(0, 10));
        TEXTS.forEach((column, variable) -> version.param(column, text(from, variable)));
        version.update();
        addTitles("strategy_pillar", id, Item.of(from, ModelIds.PILLARS));
        addTitles("strategy_target_group", id, Item.of(from, ModelIds.TARGET_GROUPS));
        Map<String, Item> options = Item.of(from, ModelIds.OPTIONS).stream().collect(Collectors.toMap(Item::id, option -> option));
        Item.of(from, ModelIds.CHOICES).forEach(choice -> addOption(id, choice, Optional.ofNullable(options.get(choice.id()))));
        Item.of(from, ModelIds.GOALS).forEach(goal -> addGoal(id, goal));
        Item.of(from, ModelIds.PRECONDITIONS).forEach(one -> jdbc.sql("insert into strategy_precondition (version, code, goal, title, owner, due)"
                        + " values (?, ?, ?, ?, ?, ?)").params(id, one.id(), goal(id, one), one.text(ModelIds.TITLE), one.text(ModelIds.OWNER),
                one.day(ModelIds.DATE)).update());
        Item.of(from, ModelIds.ACTIVITIES).forEach(one -> jdbc.sql("insert into strategy_activity (version, code, goal, kind, title)"
                + " values (?, ?, ?, ?, ?)").params(id, one.id(), goal(id, one), one.text("kind"), one.text(ModelIds.TITLE)).update());
        return id;
    }

    private void addTitles(String table, String version, List<Item> items) {
        items.forEach(item -> jdbc.sql("insert into " + table + " (version, code, title) values (?, ?, ?)")
                .params(version, item.id(), item.text(ModelIds.TITLE)).update());
    }

    private void addOption(String version, Item choice, Optional<Item> option) {
        jdbc.sql("insert into strategy_option (version, code, title, problem, pillar, choice, rank_number, look_again_on, impact_argument,"
                        + " staff_argument, feasibility_argument, finance_argument, risk_argument) values (:version, :code, :title, :problem, :pillar,"
                        + " :choice, :rank, :again, :impact, :staff, :feasibility, :finance, :risk)")
                .param("version", version).param("code", choice.id()).param("title", choice.text(ModelIds.TITLE))
                .param("problem", option.map(known -> known.text("problem")).orElse(""))
                .param("pillar", option.map(known -> known.textOrNull(ModelIds.PILLAR)).orElse(null))
                .param("choice", choice.text(ModelIds.CHOICE)).param("rank", choice.number("rank")).param("again", choice.day("lookAgainOn"))
                .param("impact", choice.text("impact")).param("staff", choice.text("staff")).param("feasibility", choice.text("feasibility"))
                .param("finance", choice.text("finance")).param("risk", choice.text("risk")).update();
    }

    private void addGoal(String version, Item goal) {
        String id = version + "/" + goal.id();
        jdbc.sql("insert into strategic_goal (id, version, title, for_whom, indicator, direction, baseline, target, source, deadline, owner, weight,"
                        + " pillar, option_code) values (:id, :version, :title, :forWhom, :indicator, :direction, :baseline, :target, :source, :deadline,"
                        + " :owner, :weight, :pillar, :option)")
                .param("id", id).param("version", version).param("title", goal.text(ModelIds.TITLE)).param("forWhom", goal.text("forWhom"))
                .param("indicator", goal.text("indicator")).param("direction", goal.text("direction")).param("baseline", goal.textOrNull("baseline"))
                .param("target", goal.text("target")).param("source", goal.text("source")).param("deadline", goal.day(ModelIds.DEADLINE))
                .param("owner", goal.text(ModelIds.OWNER)).param("weight", goal.number("weight"))
                .param("pillar", goal.textOrNull(ModelIds.PILLAR)).param("option", goal.textOrNull(ModelIds.OPTION)).update();
        goal.texts("targetGroups").forEach(group -> jdbc.sql("insert into strategic_goal_target_group (goal, target_group) values (?, ?)")
                .params(id, group).update());
    }

    private static String goal(String version, Item of) {
        return of.text(ModelIds.GOAL).isEmpty() ? null : version + "/" + of.text(ModelIds.GOAL);
    }

    private static String text(VariableScope from, String name) {
        return from.getVariable(name) instanceof String text ? text.strip() : "";
    }

    /** Their codes in the version of the same strategy before this one. */
    Set<String> preconditionsBefore(String version) {
        return jdbc.sql("select p.code from strategy_precondition p join strategy_version v on v.id = p.version where v.strategy ="
                        + " (select strategy from strategy_version where id = :id) and v.version_number ="
                        + " (select version_number - 1 from strategy_version where id = :id)").param("id", version).query(String.class).set();
    }

    /** The day of the first version of this strategy. */
    Optional<LocalDate> firstAdoptedOn(String strategy) {
        return jdbc.sql("select adopted_at from strategy_version where strategy = ? and version_number = 1").param(strategy)
                .query(Timestamp.class).optional().map(at -> at.toInstant().atZone(DutchTime.ZONE).toLocalDate());
    }
}
