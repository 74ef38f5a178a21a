package nl.tweespoor.standin;

import static org.camunda.spin.Spin.JSON;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierProcess;
import nl.tweespoor.engine.DossierStep;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.ProcessRule;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.StandInLookup;
import nl.tweespoor.engine.TaskHolders;
import nl.tweespoor.period.Periods;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import nl.tweespoor.role.TaskWorkers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** A colleague does the tasks of someone who is absent, under an account of their own: what the model asks for. */
@Component("standIns")
public class StandIns implements ProcessRule, StandInLookup {

    private final LentGroups lentGroups;
    private final TaskReleaser taskReleaser;
    private final Periods periods;
    private final People people;
    private final TaskWorkers taskWorkers;
    private final CurrentUser currentUser;
    private final Memberships memberships;
    private final Recorder recorder;
    private final TaskHolders taskHolders;

    StandIns(LentGroups lentGroups, TaskReleaser taskReleaser, Periods periods, People people,
            TaskWorkers taskWorkers, CurrentUser currentUser, Memberships memberships, Recorder recorder, TaskHolders taskHolders) {
        this.lentGroups = lentGroups;
        this.taskReleaser = taskReleaser;
        this.periods = periods;
        this.people = people;
        this.taskWorkers = taskWorkers;
        this.currentUser = currentUser;
        this.memberships = memberships;
        this.recorder = recorder;
        this.taskHolders = taskHolders;
    }

    /** Who is absent is who is logged in, whatever a caller sends along. */
    public void open(DelegateExecution start) {
        String absent = currentUser.id()
                .orElseThrow(() -> Refusal.forbidden("Log in om een vervanging te regelen."));
        if (lentGroups.ownGroupsOf(absent).isEmpty()) {
            throw Refusal.conflict("U hebt geen groepen die een collega kan waarnemen. Vraag de beheerder om hulp.");
        }
        LocalDate first = DutchTime.day((String) start.getVariable(ModelIds.FIRST_DAY));
        LocalDate last = DutchTime.day((String) start.getVariable(ModelIds.LAST_DAY));
        check(first, last);
        String number = lentGroups.plan(start.getProcessInstanceId(), absent, first, last);
        start.setProcessBusinessKey(number);
        start.setVariable(ModelIds.DOSSIER_NUMBER, number);
        start.setVariable(ModelIds.TITLE, "Vervanging van " + people.nameOf(absent) + ", " + DutchTime.written(first) + " tot en met "
                + DutchTime.written(last));
        start.setVariable(ModelIds.ABSENT, absent);
    }

    private void check(LocalDate first, LocalDate last) {
        if (first.isBefore(DutchTime.today())) {
            throw Refusal.invalid("Kies een eerste dag vanaf vandaag.");
        }
        if (last.isBefore(first)) {
            throw Refusal.invalid("De laatste dag ligt voor de eerste dag. Kies een latere laatste dag.");
        }
        LocalDate latest = periods.lastDayOf(first, ModelIds.LONGEST);
        if (last.isAfter(latest)) {
            throw Refusal.invalid("Een vervanging die op " + DutchTime.written(first) + " begint, duurt hooguit tot en met "
                    + DutchTime.written(latest) + ". Kies een eerdere laatste dag.");
        }
    }

    /** Colleagues who can answer, by name. An auditor changes nothing, so never takes the place of someone who does. */
    public SpinJsonNode options(String absent) {
        List<String> auditors = memberships.membersOf(Group.AUDITOR.id());
        Set<String> workers = taskWorkers.all();
        List<Map<String, String>> options = people.all().stream()
                .filter(person -> workers.contains(person.userId()))
                .filter(person -> !person.userId().equals(absent) && !auditors.contains(person.userId()))
                .map(person -> Map.of("value", person.userId(), "label", person.name() + " (" + person.userId() + ")"))
                .sorted(Comparator.comparing(option -> option.get("label"), String.CASE_INSENSITIVE_ORDER)).toList();
        return JSON(options);
    }

    public String name(String userId) {
        return userId == null ? null : people.nameOf(userId);
    }

    public void begin(DelegateExecution running) {
        String absent = (String) running.getVariable(ModelIds.ABSENT);
        String standIn = (String) running.getVariable(ModelIds.STAND_IN);
        if (lentGroups.lend(running.getProcessInstanceId(), standIn)) {
            recorder.tell(Kind.STAND_IN, DossierStep.of(running), Map.of("event", "begin",
                            "groups", String.join(", ", lentGroups.lentBy(running.getProcessInstanceId()))),
                    Map.of(ModelIds.ABSENT, absent, ModelIds.STAND_IN, standIn));
            taskReleaser.giveBackAllOf(absent);
            taskHolders.settle(absent);
        }
    }

    public void end(DelegateExecution running) {
        end(running.getProcessInstanceId(), DossierStep.of(running), running);
    }

    /** Also when an administrator deletes it: nobody keeps the groups of someone else. */
    @Override
    public void ends(DossierProcess process) {
        if (ModelIds.STAND_IN_PROCESS.equals(process.key())) {
            end(process.instanceId(), DossierStep.of(process), process.variables());
        }
    }

    /** Takes back exactly what {@link #begin} gave, also when that was nothing; a second time does nothing. */
    private void end(String processInstanceId, DossierStep step, VariableScope variables) {
        List<String> takenBack = lentGroups.takeBack(processInstanceId);
        if (!takenBack.isEmpty()) {
            String standIn = (String) variables.getVariable(ModelIds.STAND_IN);
            recorder.tell(Kind.STAND_IN, step, Map.of("event", "end", "groups", String.join(", ", takenBack)),
                    Map.of(ModelIds.STAND_IN, standIn));
            taskReleaser.giveBack(standIn, takenBack);
            taskHolders.settle((String) variables.getVariable(ModelIds.ABSENT));
        }
    }

    @Override
    public List<String> representedBy(String userId, List<String> taskGroups) {
        return lentGroups.lendersOf(userId, taskGroups);
    }

    @Override
    public boolean isAway(String userId) {
        return lentGroups.isLending(userId);
    }
}
