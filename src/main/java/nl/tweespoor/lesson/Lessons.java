package nl.tweespoor.lesson;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.Names;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Keeps what a dossier taught, in the transaction in which someone wrote it, and what became of that. */
@Component("lessons")
public class Lessons {

    private static final String OTHER_THEME = "other";

    private final LessonRepository lessons;
    private final CurrentUser currentUser;
    private final People people;
    private final Names names;

    Lessons(LessonRepository lessons, CurrentUser currentUser, People people, Names names) {
        this.lessons = lessons;
        this.currentUser = currentUser;
        this.people = people;
        this.names = names;
    }

    /** When the process of a lesson starts. */
    public void record(DelegateExecution lesson) {
        lessons.add(lesson.getProcessInstanceId(), new Lesson(lesson.getProcessBusinessKey(), text(lesson, ModelIds.TITLE),
                text(lesson, ModelIds.ENDING), theme(lesson), text(lesson, ModelIds.TECHNOLOGY), split(text(lesson, ModelIds.TEAMS)),
                text(lesson, ModelIds.TEXT), text(lesson, ModelIds.SUCCESSES), text(lesson, ModelIds.FAILURES), text(lesson, ModelIds.OWNER),
                EngineClock.now(), currentUser.id().orElse(null), null, null, null));
    }

    /** When that process ends; what it ended as is what its last step said, or whoever wrote it down. */
    public void close(DelegateExecution lesson) {
        String followUp = text(lesson, ModelIds.FOLLOW_UP);
        if (ModelIds.NONE.equals(followUp)) {
            lessons.decide(lesson.getProcessInstanceId(), ModelIds.NO_CHANGE, null, text(lesson, ModelIds.NO_CHANGE_REASON));
        } else if (ModelIds.OPPORTUNITY.equals(followUp)) {
            lessons.decide(lesson.getProcessInstanceId(), ModelIds.OPPORTUNITY, null, "");
        } else if (lesson.getVariable(ModelIds.DECISION) instanceof String decision) {
            lessons.decide(lesson.getProcessInstanceId(), decision,
                    ModelIds.NO_CHANGE.equals(decision) ? null : (String) lesson.getVariable(ModelIds.CHANGE_KIND), text(lesson, ModelIds.DECISION_REASON));
        }
    }

    /** For the models: the ids of the teams that a dossier is about. */
    public String teams(VariableScope dossier) {
        return String.join(" ", teamsOf(dossier));
    }

    static Set<String> teamsOf(VariableScope dossier) {
        Set<String> teams = new LinkedHashSet<>();
        if (dossier.getVariable(ModelIds.PILOT_TEAM) instanceof String pilot) {
            teams.add(pilot);
        }
        if (dossier.getVariable(ModelIds.PLAN_TEAMS) instanceof SpinJsonNode planned) {
            planned.elements().forEach(team -> teams.add(team.stringValue()));
        }
        return teams;
    }

    /**
     * A lesson on the page of its dossier.
     *
     * @param recorded when, and by whom
     * @param about    theme and technology
     * @param result   what became of it, or who decides that
     */
    public record Told(String advice, String wentWell, String wentWrong, String recorded, String about, String result, String reason) {
    }

    /** Newest first. Who reads it, whoever shows it decides. */
    public List<Told> of(String dossier) {
        return lessons.of(dossier).stream().map(this::told).toList();
    }

    private Told told(Lesson lesson) {
        return new Told(lesson.advice(), lesson.wentWell(), lesson.wentWrong(),
                DutchTime.written(lesson.recordedAt().atZone(DutchTime.ZONE).toLocalDate())
                        + (lesson.recordedBy() == null ? "" : ", " + names.of(lesson.recordedBy(), people::nameOf)),
                lesson.themeInWords() + (lesson.technology().isEmpty() ? "" : ": " + lesson.technology()),
                result(lesson), Objects.requireNonNullElse(lesson.decisionReason(), ""));
    }

    private static String result(Lesson lesson) {
        if (lesson.decision() == null) {
            return "Wacht op het besluit van het " + Group.of(lesson.owner()).map(Group::dutchName).orElse(lesson.owner());
        }
        return switch (lesson.decision()) {
            case ModelIds.NO_CHANGE -> "Er verandert niets";
            case ModelIds.OPPORTUNITY -> "Dit werd een nieuwe kans";
            default -> "Er verandert " + lesson.changeInWords();
        };
    }

    private static String theme(VariableScope lesson) {
        String theme = text(lesson, ModelIds.THEME);
        return theme.isEmpty() ? OTHER_THEME : theme;
    }

    private static Set<String> split(String teams) {
        return new LinkedHashSet<>(List.of(teams.split(" ")));
    }

    private static String text(VariableScope scope, String name) {
        return scope.getVariable(name) instanceof String text ? text.strip() : "";
    }
}
