package nl.tweespoor.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins a strategy: its number, its period and who leads it. The organisation makes one at a time, and no group its own. */
@Component("strategyStart")
public class StrategyStart {

    /** Who begins one leads it; whoever is in both groups does so for the first. */
    private static final List<Group> LEADING = List.of(Group.HEAD_OF_INNOVATION, Group.BOARD);
    private static final int MOST_RUNNING = 50;

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Memberships memberships;
    private final DossierProgress progress;
    private final Items items;

    StrategyStart(JdbcClient jdbc, CurrentUser currentUser, Memberships memberships, DossierProgress progress, Items items) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.memberships = memberships;
        this.progress = progress;
        this.items = items;
    }

    /** Gives it its number, whatever business key the caller brought. */
    public void open(DelegateExecution start) {
        String number = nextNumber();
        inTheMaking().findFirst().ifPresent(other -> {
            throw Refusal.conflict("Er wordt al aan een strategie gewerkt: " + other + ". Rond die eerst af: de organisatie maakt er één tegelijk.");
        });
        LocalDate startsOn = DutchTime.day((String) start.getVariable(ModelIds.STARTS_ON));
        String years = (String) start.getVariable(ModelIds.YEARS);
        LocalDate endsOn = ModelIds.OTHER_PERIOD.equals(years) ? DutchTime.day((String) start.getVariable(ModelIds.ENDS_ON))
                : startsOn.plusYears(Long.parseLong(years)).minusDays(1);
        start.setProcessBusinessKey(number);
        start.setVariable(ModelIds.NUMBER, number);
        start.setVariable(ModelIds.TITLE, "Strategie op zorgtechnologie " + startsOn.getYear() + "–" + endsOn.getYear());
        start.setVariable(ModelIds.ENDS_ON, endsOn.toString());
        start.setVariable(ModelIds.LEAD, lead());
        ModelIds.LISTS.forEach(list -> start.setVariable(list, items.none()));
    }

    private Stream<String> inTheMaking() {
        return progress.running(List.of(ModelIds.STRATEGY), List.of(ModelIds.STATE), MOST_RUNNING).entrySet().stream()
                .filter(running -> !ModelIds.IN_FORCE.equals(running.getValue().get(ModelIds.STATE))).map(Map.Entry::getKey);
    }

    private String lead() {
        String userId = currentUser.id().orElseThrow(() -> Refusal.forbidden("Log in om een strategie te beginnen."));
        Set<String> groups = Set.copyOf(memberships.groupsOf(userId));
        Group leading = LEADING.stream().filter(group -> groups.contains(group.id())).findFirst().orElse(Group.BOARD);
        return groups.contains(leading.id()) ? leading.id() + "/" + userId : leading.id();
    }

    /**
     * The update locks the one row until the strategy is there, so of two who begin at the same moment the second sees the first.
     * The year never goes back, and what has the number already keeps it.
     */
    private String nextNumber() {
        int year = DutchTime.today().getYear();
        String number;
        do {
            jdbc.sql("update strategy_counter set counter_year = greatest(counter_year, :year),"
                    + " last_number = case when counter_year >= :year then last_number + 1 else 1 end").param("year", year).update();
            number = jdbc.sql("select counter_year, last_number from strategy_counter")
                    .query((row, i) -> "S-%d-%02d".formatted(row.getInt("counter_year"), row.getInt("last_number"))).single();
        } while (isKnown(number));
        return number;
    }

    private boolean isKnown(String number) {
        return jdbc.sql("select count(*) from strategy_version where strategy = :number").param("number", number).query(Integer.class).single() > 0;
    }
}
