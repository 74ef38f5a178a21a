package nl.tweespoor.strategy;

import static org.camunda.spin.Spin.JSON;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Adopts a strategy, in the transaction in which the board decides, and tells the models what they can't count themselves. */
@Component("strategies")
public class Strategies {

    private final StrategyVersions versions;
    private final AdoptedRows rows;
    private final CurrentUser currentUser;

    Strategies(StrategyVersions versions, AdoptedRows rows, CurrentUser currentUser) {
        this.versions = versions;
        this.rows = rows;
        this.currentUser = currentUser;
    }

    /** Writes a version that nobody changes any more. @return its id */
    public String adopt(DelegateExecution strategy) {
        LocalDate ends = day(strategy, ModelIds.ENDS_ON, "Het einde van de strategie");
        day(strategy, ModelIds.STARTS_ON, "Het begin van de strategie");
        List<Item> goals = Item.of(strategy, ModelIds.GOALS);
        if (goals.isEmpty()) {
            throw Refusal.conflict("Deze strategie heeft nog geen doelen. Geef haar terug, zodat die er komen.");
        }
        goals.stream().filter(goal -> goal.day(ModelIds.DEADLINE) == null || goal.day(ModelIds.DEADLINE).isAfter(ends)).findFirst().ifPresent(goal -> {
            throw Refusal.conflict("De einddatum van doel " + goal.id() + " (" + goal.text(ModelIds.TITLE)
                    + ") ligt na het einde van de strategie. Geef haar terug, zodat het doel wordt aangepast.");
        });
        String version = versions.add(strategy, currentUser.id().orElse(null), EngineClock.now());
        rows.tell(version, "engine");
        return version;
    }

    private static LocalDate day(VariableScope strategy, String name, String called) {
        if (!(strategy.getVariable(name) instanceof String day) || day.isBlank()) {
            throw Refusal.conflict(called + " is niet ingevuld. Geef de strategie terug, zodat dat er komt.");
        }
        return DutchTime.day(day);
    }

    /** As open points: what the newest version asks to be arranged, and the one before it did not. */
    public SpinJsonNode newPreconditions(VariableScope strategy) {
        Set<String> before = versions.preconditionsBefore((String) strategy.getVariable(ModelIds.ADOPTED_VERSION));
        Map<String, String> owners = Item.of(strategy, ModelIds.GOALS).stream().collect(Collectors.toMap(Item::id, goal -> goal.text(ModelIds.OWNER)));
        return JSON(Item.of(strategy, ModelIds.PRECONDITIONS).stream().filter(one -> !before.contains(one.id())).map(one -> Map.of(
                "kind", "precondition", "text", one.text(ModelIds.TITLE), "owner", one.text(ModelIds.OWNER).isEmpty()
                        ? owners.getOrDefault(one.text(ModelIds.GOAL), "") : one.text(ModelIds.OWNER),
                "date", one.text(ModelIds.DATE), "before", "none")).toList());
    }

    /** How many of the options that were chosen have this in a field; nothing at all with an empty text. */
    public int chosen(VariableScope strategy, String field, String value) {
        Set<String> chosen = Item.of(strategy, ModelIds.CHOICES).stream().filter(one -> ModelIds.YES.equals(one.text(ModelIds.CHOICE)))
                .map(Item::id).collect(Collectors.toSet());
        return (int) Item.of(strategy, ModelIds.OPTIONS).stream().filter(one -> chosen.contains(one.id()) && value.equals(one.text(field))).count();
    }

    /** What was not chosen, and of which the day to look again came since the look before this one; as rows of a table. */
    public SpinJsonNode lookAgain(VariableScope monitoring) {
        LocalDate today = DutchTime.today();
        LocalDate before = monitoring.getVariable(ModelIds.LAST_LOOK) instanceof String day ? DutchTime.day(day) : LocalDate.MIN;
        return JSON(Item.of(monitoring, ModelIds.CHOICES).stream().filter(one -> !ModelIds.YES.equals(one.text(ModelIds.CHOICE)))
                .filter(one -> one.day(ModelIds.LOOK_AGAIN) != null && !one.day(ModelIds.LOOK_AGAIN).isAfter(today)
                        && one.day(ModelIds.LOOK_AGAIN).isAfter(before))
                .map(one -> Map.of("title", one.text(ModelIds.TITLE), "choice", ModelIds.NOT_YET.equals(one.text(ModelIds.CHOICE)) ? "Nog niet" : "Nee",
                        "on", DutchTime.written(one.day(ModelIds.LOOK_AGAIN)))).toList());
    }

    /** Whether it is time for the yearly look: since the last one, or else since the strategy was adopted; other goals put it off no longer. */
    public boolean yearlyLookDue(VariableScope monitoring, List<String> periods) {
        LocalDate last = monitoring.getVariable(ModelIds.LAST_YEARLY_LOOK) instanceof String day ? DutchTime.day(day)
                : versions.firstAdoptedOn((String) monitoring.getVariable(ModelIds.NUMBER)).orElse(DutchTime.today());
        return !DutchTime.today().isBefore(last.plus(Period.parse(periods.get(0))));
    }
}
