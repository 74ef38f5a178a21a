package nl.tweespoor.period;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.tweespoor.gate.Findings;
import nl.tweespoor.gate.ModelCheck;
import nl.tweespoor.gate.Models;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Every step of a model has its row in {@code periods.dmn}, and every row says how long in ISO 8601; else no date could be set. */
@Component
class PeriodCheck implements ModelCheck {

    private static final String TABLE = "periods";
    private static final Set<String> ASKED = Set.of("due", "until", "every", "all", "after", "startOf", "endOf", "today", "words", "written", "lastDay", "before", "lastMoment");
    private static final Set<String> OF_A_STEP = Set.of("due", "until", "every", "all", "endOf", "words", "lastDay", "before", "lastMoment");
    private static final Pattern CALL = Pattern.compile("periods\\.(\\w+)\\(((?:[^()]|\\([^()]*\\))*)\\)");
    /** The step is the last argument. */
    private static final Pattern STEP = Pattern.compile("'([^']*)'\\s*$");
    /** As programs that draw write it in an attribute. */
    private static final Pattern QUOTE = Pattern.compile("&(?:apos|#0*39|#x0*27);");
    /** The first and the last day that a question takes, as a form says it. */
    private static final List<String> BOUNDS = List.of("earliest", "latest");
    private static final Pattern DAY = Pattern.compile("today|tomorrow|-?P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?");
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 31);

    @Override
    public void check(Models models, Findings findings) {
        Optional<Models.TableModel> table = Optional.ofNullable(models.tables().get(TABLE));
        Map<String, List<String>> rows = table.map(found -> PeriodsTable.of(TABLE, found.model()).periods()).orElse(Map.of());
        table.ifPresent(found -> rows.forEach((step, periods) -> periods.stream().filter(period -> !liesAhead(period)).forEach(period -> findings.add(
                found.file(), step, "'%s' is geen termijn. Schrijf \"P14D\" voor 14 dagen, \"P6M\" voor een half jaar of \"P1Y\" voor een jaar.", period))));
        table.ifPresent(found -> found.model().getModelElementsByType(Rule.class).stream()
                .filter(PeriodsTable::isUnreadable).forEach(rule -> findings.add(found.file(),
                        rule.getDescription() == null ? "" : rule.getDescription().getTextContent(),
                        "deze regel is niet te lezen. Zet de stap en de termijn tussen aanhalingstekens, zoals \"P14D\".")));
        if (models.areOurs()) {
            Map<String, String> used = new TreeMap<>();
            Map<String, String> once = new TreeMap<>();
            models.processes().values().forEach(process -> CALL.matcher(text(process)).results().forEach(call -> {
                if (!ASKED.contains(call.group(1))) {
                    findings.add(process.file(), "", "'%s' kent periods niet. Gebruik due, until of every.", call.group(1));
                } else if (OF_A_STEP.contains(call.group(1))) {
                    STEP.matcher(call.group(2)).results().map(step -> step.group(1)).forEach(step -> {
                        used.putIfAbsent(step, process.file());
                        if (!call.group(1).equals("all")) {
                            once.putIfAbsent(step, process.file());
                        }
                    });
                }
            }));
            once.forEach((step, file) -> {
                if (rows.getOrDefault(step, List.of()).size() > 1) {
                    findings.add(table.map(Models.TableModel::file).orElse(file), step, "voor deze stap staan er %d termijnen. Houd er één over.",
                            rows.get(step).size());
                }
            });
            used.forEach((step, file) -> {
                if (!rows.containsKey(step)) {
                    findings.add(file, step, "voor deze stap staat geen termijn in periods.dmn. Voeg daar een regel toe, of verbeter de naam van de stap.");
                }
            });
            table.ifPresent(found -> models.forms().values().forEach(form -> form.components().forEach(question -> BOUNDS.stream()
                    .map(bound -> question.path("properties").path(bound).asText()).filter(day -> !day.isEmpty() && !DAY.matcher(day).matches()
                            && !rows.containsKey(day)).forEach(day -> findings.add(form.file(), question.path("dateLabel").asText(),
                                    "de uiterste dag '%s' kan niemand uitrekenen. Schrijf today, tomorrow, een termijn zoals P2Y, of een stap uit periods.dmn.", day)))));
            table.ifPresent(found -> rows.keySet().stream().filter(step -> !used.containsKey(step)).forEach(step -> findings.add(found.file(), step,
                    "geen enkele stap gebruikt deze termijn. Verbeter de naam, of haal de regel weg.")));
        }
    }

    private static String text(Models.ProcessModel process) {
        return QUOTE.matcher(new String(process.content(), StandardCharsets.UTF_8)).replaceAll("'");
    }

    private static boolean liesAhead(String period) {
        try {
            return ANY_DAY.plus(Period.parse(period)).isAfter(ANY_DAY);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
