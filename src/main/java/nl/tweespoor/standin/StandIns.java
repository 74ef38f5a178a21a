package nl.tweespoor.standin;

import static org.camunda.spin.Spin.JSON;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.account.Group;
import nl.tweespoor.period.Periods;
import nl.tweespoor.refusal.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.identity.User;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A colleague does the tasks of someone who is absent, under an account of their own: what the model asks for. */
@Component("standIns")
public class StandIns {

    private static final DateTimeFormatter DUTCH_DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private final LentGroups lentGroups;
    private final TakenTasks takenTasks;
    private final Periods periods;
    private final IdentityService identityService;

    StandIns(LentGroups lentGroups, TakenTasks takenTasks, Periods periods, @Lazy IdentityService identityService) {
        this.lentGroups = lentGroups;
        this.takenTasks = takenTasks;
        this.periods = periods;
        this.identityService = identityService;
    }

    /** Who is absent is who is logged in, whatever a caller sends along. */
    public void open(DelegateExecution start) {
        var authentication = identityService.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw Refusal.forbidden("Log in om een vervanging te regelen.");
        }
        String absent = authentication.getUserId();
        if (lentGroups.ownGroupsOf(absent).isEmpty()) {
            throw Refusal.conflict("U hebt geen groepen die een collega kan waarnemen. Vraag de beheerder om hulp.");
        }
        LocalDate first = Periods.day((String) start.getVariable("firstAbsentDate"));
        LocalDate last = Periods.day((String) start.getVariable("lastAbsentDate"));
        check(first, last);
        String number = "V-" + lentGroups.plan(start.getProcessInstanceId(), absent, first, last);
        start.setProcessBusinessKey(number);
        start.setVariable("dossierNumber", number);
        start.setVariable("title", "Vervanging van " + name(absent) + ", " + first.format(DUTCH_DAY) + " tot en met "
                + last.format(DUTCH_DAY));
        start.setVariable("absent", absent);
    }

    private void check(LocalDate first, LocalDate last) {
        if (first.isBefore(Periods.today())) {
            throw Refusal.invalid("Kies een eerste dag vanaf vandaag.");
        }
        if (last.isBefore(first)) {
            throw Refusal.invalid("De laatste dag ligt voor de eerste dag. Kies een latere laatste dag.");
        }
        LocalDate latest = periods.lastDayOf(first, "stand-in-longest");
        if (last.isAfter(latest)) {
            throw Refusal.invalid("Een vervanging die op " + first.format(DUTCH_DAY) + " begint, duurt hooguit tot en met "
                    + latest.format(DUTCH_DAY) + ". Kies een eerdere laatste dag.");
        }
    }

    /** Colleagues with an account, by name. An auditor changes nothing, so never takes the place of someone who does. */
    public SpinJsonNode options(String absent) {
        Set<String> auditors = identityService.createUserQuery().memberOfGroup(Group.AUDITOR.id()).list().stream()
                .map(User::getId).collect(Collectors.toSet());
        List<Map<String, String>> options = identityService.createUserQuery().list().stream()
                .filter(user -> !user.getId().equals(absent) && !auditors.contains(user.getId()))
                .map(user -> Map.of("value", user.getId(), "label", nameOf(user) + " (" + user.getId() + ")"))
                .sorted(Comparator.comparing(option -> option.get("label"), String.CASE_INSENSITIVE_ORDER)).toList();
        return JSON(options);
    }

    public String name(String userId) {
        return userId == null ? null : Optional.ofNullable(
                identityService.createUserQuery().userId(userId).singleResult()).map(StandIns::nameOf).orElse(userId);
    }

    public void begin(DelegateExecution running) {
        String absent = (String) running.getVariable("absent");
        if (lentGroups.lend(running.getProcessInstanceId(), (String) running.getVariable("standIn"))) {
            takenTasks.giveBackAllOf(absent);
        }
    }

    /** Takes back exactly what {@link #begin} gave, also when that was nothing; a second time does nothing. */
    public void end(DelegateExecution running) {
        List<String> takenBack = lentGroups.takeBack(running.getProcessInstanceId());
        String standIn = (String) running.getVariable("standIn");
        if (!takenBack.isEmpty()) {
            takenTasks.giveBack(standIn, takenBack);
        }
    }

    /**
     * For whom this person acts on a task of these groups, in words; empty when they act for themselves.
     */
    public Optional<String> replacedBy(String userId, List<String> groupIds) {
        List<String> absent = lentGroups.lendersOf(userId, groupIds);
        return absent.isEmpty() ? Optional.empty()
                : Optional.of(absent.stream().map(this::name).collect(Collectors.joining(" en ")));
    }

    private static String nameOf(User user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " "
                + (user.getLastName() == null ? "" : user.getLastName())).strip();
        return name.isEmpty() ? user.getId() : name;
    }
}
