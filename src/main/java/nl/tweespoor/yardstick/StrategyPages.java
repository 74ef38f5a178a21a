package nl.tweespoor.yardstick;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.overview.DossierPolicy;
import nl.tweespoor.overview.Words;
import nl.tweespoor.yardstick.GoalDossiers.Standing;
import nl.tweespoor.yardstick.StrategyPage.Answer;
import nl.tweespoor.yardstick.StrategyPage.Goal;
import nl.tweespoor.yardstick.StrategyPage.Option;
import nl.tweespoor.yardstick.StrategyPage.Served;
import nl.tweespoor.yardstick.StrategyPage.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads an adopted version for its page. */
@Component
class StrategyPages {

    private static final Map<String, String> VISION = new LinkedHashMap<>();
    private static final int MOST_RUNNING = 50;
    private static final Map<String, String> MORE = new LinkedHashMap<>();
    private static final Map<String, String> KINDS = Map.of("project", "Project", "training", "Scholing", "policy", "Beleid", "leadership",
            "Leiderschap", "process", "Werkproces", "cooperation", "Samenwerking");

    static {
        VISION.put("vision_why", "Waarom vernieuwen we?");
        VISION.put("vision_focus", "Waar richten we ons op?");
        VISION.put("vision_progress", "Hoe komen we vooruit?");
        VISION.put("vision_proof", "Hoe laten we dat zien?");
        MORE.put("mission", "Missie");
        MORE.put("core_values", "Kernwaarden");
        MORE.put("scope_in", "Hier gaat de strategie over");
        MORE.put("scope_out", "Hier gaat zij niet over");
        MORE.put("why_now", "Waarom nu");
        MORE.put("technology", "Wat we bedoelen met technologie");
        MORE.put("care_technology", "Met zorgtechnologie");
        MORE.put("innovation", "Met innovatie");
        MORE.put("impact", "Met impact");
        MORE.put("scaling_up", "Met opschalen");
        MORE.put("quality_of_life", "Met kwaliteit van leven");
        MORE.put("quality_of_care", "Met kwaliteit van zorg");
    }

    private final JdbcClient jdbc;
    private final GoalDossiers dossiers;
    private final People people;
    private final DossierProgress progress;

    StrategyPages(JdbcClient jdbc, GoalDossiers dossiers, People people, DossierProgress progress) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.people = people;
        this.progress = progress;
    }

    /** None when nothing was adopted yet. */
    Optional<String> newest() {
        return jdbc.sql("select id from strategy_version order by sequence_number desc fetch first 1 row only")
                .query(String.class).optional();
    }

    /** None when there is no such version. */
    Optional<StrategyPage> of(String id, Collection<String> readerGroups) {
        return jdbc.sql("select * from strategy_version where id = :id").param("id", id).query().listOfRows().stream()
                .findFirst().map(row -> page(id, row, DossierPolicy.opensAll(readerGroups)));
    }

    private StrategyPage page(String id, Map<String, Object> row, boolean opensAll) {
        Map<String, String> names = new HashMap<>();
        UnaryOperator<String> nameOf = holder -> holder.isEmpty() ? "" : names.computeIfAbsent(holder, people::name);
        Map<String, String> pillars = titles("strategy_pillar", id);
        Map<String, String> groups = titles("strategy_target_group", id);
        List<Map<String, Object>> options = jdbc.sql("select * from strategy_option where version = :id order by rank_number nulls last, code")
                .param("id", id).query().listOfRows();
        Map<String, String> optionTitles = options.stream().collect(Collectors.toMap(option -> text(option, "code"), option -> text(option, "title")));
        boolean inForce = newest().filter(id::equals).isPresent();
        return new StrategyPage(id, name(row), inForce, period(row, inForce), "Vastgesteld op "
                + Words.day(((Timestamp) row.get("adopted_at")).toInstant()) + " door " + people.nameOf(text(row, "adopted_by")), text(row, "reason"),
                answers(row, VISION), answers(row, MORE), List.copyOf(groups.values()),
                goals(id, text(row, "strategy"), pillars, optionTitles, nameOf, opensAll), options(options, true), options(options, false), versions(id));
    }

    private static String name(Map<String, Object> row) {
        return "Strategie " + row.get("strategy") + ", versie " + row.get("version_number");
    }

    /** What was adopted never changes; that the board lets it hold longer is said beside it. */
    private String period(Map<String, Object> row, boolean inForce) {
        LocalDate ends = ((Date) row.get("ends_on")).toLocalDate();
        String longer = !inForce ? null : progress.running(List.of(ModelIds.STRATEGY), List.of(ModelIds.ENDS_ON), MOST_RUNNING)
                .getOrDefault(text(row, "strategy"), Map.of()).get(ModelIds.ENDS_ON);
        return "Van " + Words.day(((Date) row.get("starts_on")).toLocalDate()) + " tot en met " + Words.day(ends)
                + (longer != null && DutchTime.day(longer).isAfter(ends) ? ", en langer: tot en met " + Words.day(DutchTime.day(longer)) : "");
    }

    private static List<Answer> answers(Map<String, Object> row, Map<String, String> questions) {
        return questions.entrySet().stream().filter(question -> !text(row, question.getKey()).isEmpty())
                .map(question -> new Answer(question.getValue(), text(row, question.getKey()))).toList();
    }

    private Map<String, String> titles(String table, String version) {
        Map<String, String> titles = new TreeMap<>();
        jdbc.sql("select code, title from " + table + " where version = :id").param("id", version).query(row -> {
            titles.put(row.getString(1), row.getString(2));
        });
        return titles;
    }

    private List<Goal> goals(String id, String strategy, Map<String, String> pillars, Map<String, String> options, UnaryOperator<String> nameOf,
            boolean opensAll) {
        Map<String, List<Standing>> served = dossiers.of(strategy);
        Map<String, List<String>> activities = ofGoals("select goal, kind, title from strategy_activity where version = :id order by code", id,
                row -> KINDS.getOrDefault(text(row, "kind"), "Activiteit") + ": " + text(row, "title"));
        Map<String, List<String>> preconditions = ofGoals("select goal, title, owner, due from strategy_precondition where version = :id order by code",
                id, row -> text(row, "title") + " (" + Stream.of(nameOf.apply(text(row, "owner")), "uiterlijk "
                        + Words.day(((Date) row.get("due")).toLocalDate())).filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")) + ")");
        return jdbc.sql("select * from strategic_goal where version = :id order by weight desc, id").param("id", id).query().listOfRows().stream()
                .map(row -> {
                    String goal = text(row, "id");
                    String code = goal.substring(goal.indexOf('/') + 1);
                    List<Standing> here = served.getOrDefault(code, List.of());
                    return new Goal(goal, code, text(row, "title"), state(here), text(row, "for_whom"), measure(row),
                            Words.day(((Date) row.get("deadline")).toLocalDate()), nameOf.apply(text(row, "owner")),
                            pillars.getOrDefault(text(row, "pillar"), ""), options.getOrDefault(text(row, "option_code"), ""),
                            activities.getOrDefault(goal, List.of()), preconditions.getOrDefault(goal, List.of()),
                            here.stream().map(one -> served(one, nameOf, opensAll)).toList());
                }).toList();
    }

    private interface Line {

        String of(Map<String, Object> row);
    }

    private Map<String, List<String>> ofGoals(String question, String version, Line line) {
        Map<String, List<String>> lines = new HashMap<>();
        jdbc.sql(question).param("id", version).query().listOfRows()
                .forEach(row -> lines.computeIfAbsent(text(row, "goal"), goal -> new ArrayList<>()).add(line.of(row)));
        return lines;
    }

    private static String measure(Map<String, Object> row) {
        return text(row, "indicator") + ": " + (text(row, "baseline").isEmpty() ? "beginstand nog niet gemeten" : "van " + text(row, "baseline"))
                + " naar " + text(row, "target") + (text(row, "source").isEmpty() ? "" : ". Bron: " + text(row, "source"));
    }

    static String state(List<Standing> dossiers) {
        if (dossiers.isEmpty()) {
            return "Nog geen dossier dient dit doel.";
        }
        long running = dossiers.stream().filter(Standing::runs).count();
        long measured = dossiers.stream().filter(one -> !one.value(ModelIds.MEASURED).isEmpty()).count();
        long late = dossiers.stream().filter(one -> one.of().overdue() > 0).count();
        return (dossiers.size() == 1 ? "1 dossier" : dossiers.size() + " dossiers") + (running == 0 ? ", geen loopt nog" : ", " + running + (running == 1 ? " loopt" : " lopen"))
                + ", bij " + measured + " is gemeten"
                + (late == 0 ? "." : ". Te laat: " + late + ".");
    }

    private static Served served(Standing dossier, UnaryOperator<String> nameOf, boolean opensAll) {
        String lead = dossier.value(ModelIds.PROJECT_LEAD);
        String notes = Stream.of(dossier.of().overdue() > 0 ? "te laat" : "", dossier.of().parts() > 0 ? "open punten: " + dossier.of().parts() : "",
                dossier.against() > 0 ? "tegen het advies: " + dossier.against() : "").filter(note -> !note.isEmpty()).collect(Collectors.joining(", "));
        return new Served(opensAll ? dossier.number() : "", dossier.value(ModelIds.TITLE), dossier.phase(),
                lead.isEmpty() ? Group.HEAD_OF_INNOVATION.dutchName() : nameOf.apply(lead), measured(dossier), notes);
    }

    static String measured(Standing dossier) {
        return dossier.value(ModelIds.MEASURED).isEmpty() ? "" : dossier.value(ModelIds.MEASURED) + " (was " + dossier.value(ModelIds.BASELINE)
                + ", moet " + dossier.value(ModelIds.TARGET) + " worden)";
    }

    private static List<Option> options(List<Map<String, Object>> all, boolean chosen) {
        return all.stream().filter(option -> "yes".equals(text(option, "choice")) == chosen).map(option -> new Option(text(option, "title"),
                switch (text(option, "choice")) {
                    case "yes" -> "Ja, plaats " + text(option, "rank_number");
                    case "notYet" -> "Nog niet";
                    default -> "Nee";
                }, option.get("look_again_on") instanceof Date day ? Words.day(day.toLocalDate()) : "",
                Stream.of(new Answer("Cliënten", text(option, "impact_argument")), new Answer("Medewerkers", text(option, "staff_argument")),
                        new Answer("Haalbaarheid", text(option, "feasibility_argument")), new Answer("Geld", text(option, "finance_argument")),
                        new Answer("Risico", text(option, "risk_argument"))).filter(one -> !one.words().isEmpty()).toList())).toList();
    }

    private List<Version> versions(String shown) {
        return jdbc.sql("select * from strategy_version order by sequence_number desc").query().listOfRows().stream()
                .map(row -> new Version(text(row, "id"), name(row) + ", vastgesteld op " + Words.day(((Timestamp) row.get("adopted_at")).toInstant()),
                        text(row, "id").equals(shown))).toList();
    }

    private static String text(Map<String, Object> row, String column) {
        return row.get(column) == null ? "" : row.get(column).toString();
    }
}
