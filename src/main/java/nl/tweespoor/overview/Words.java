package nl.tweespoor.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.DossierProgress.OpenTask;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.authorization.Groups;

/** Dutch as it stands in a sentence. */
public final class Words {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final DateTimeFormatter NEAR = DateTimeFormatter.ofPattern("EEEE d MMMM", DUTCH);
    private static final DateTimeFormatter FAR = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", DUTCH);
    private static final int NEAR_DAYS = 21;
    private static final Set<Group> NEUTER =
            Set.of(Group.MANAGEMENT_TEAM, Group.HEAD_OF_INNOVATION, Group.HEAD_OF_IMPLEMENTATION);
    private static final Set<Group> WITHOUT_ARTICLE = Set.of(Group.IT, Group.FINANCE, Group.PRIVACY_QUALITY, Group.HR,
            Group.PROCUREMENT, Group.COMMUNICATIONS);

    private Words() {
    }

    /** With its weekday when it is near, with its year when it isn't. */
    public static String near(LocalDate day) {
        return day.format(Math.abs(ChronoUnit.DAYS.between(DutchTime.today(), day)) <= NEAR_DAYS ? NEAR : FAR);
    }

    public static String moment(Instant moment) {
        return moment.atZone(DutchTime.ZONE).format(MOMENT);
    }

    public static String day(Instant moment) {
        return day(moment.atZone(DutchTime.ZONE).toLocalDate());
    }

    /** With its year. */
    public static String day(LocalDate day) {
        return day.format(FAR);
    }

    static String since(LocalDate day) {
        long days = ChronoUnit.DAYS.between(day, DutchTime.today());
        return days <= 0 ? "sinds vandaag" : days == 1 ? "sinds gisteren" : "sinds " + days + " dagen";
    }

    static String dueIn(OpenTask task) {
        return task.due() == null ? "" : (Standing.isLate(task) ? ". Dat moest " : ", ") + until(task)
                + (Standing.isLate(task) ? " klaar zijn" : "");
    }

    /** Empty when it has no date. */
    static String until(OpenTask task) {
        return task.due() == null ? "" : "uiterlijk " + near(task.due().atZone(DutchTime.ZONE).toLocalDate());
    }

    /** A name with a role, or the group with its article. */
    static String whose(OpenTask task) {
        String groups = task.groups().stream().map(Words::withArticle).collect(Collectors.joining(" of "));
        if (task.person() == null) {
            return groups;
        }
        return groups.isEmpty() || names(task.groups()).equals(task.person()) ? task.person()
                : task.person() + " (" + names(task.groups()) + ")";
    }

    /** Empty when it says no more than the name. */
    static String roleBeside(String name, List<String> groups) {
        String role = names(groups);
        return name.contains(role) ? "" : role;
    }

    /** Of groups, as people read them. */
    public static String names(List<String> groups) {
        return groups.stream().map(id -> Groups.CAMUNDA_ADMIN.equals(id) ? "Beheerder"
                        : Group.of(id).map(Group::dutchName).orElse("Een team"))
                .distinct().collect(Collectors.joining(" of "));
    }

    /** Without its capital, unless that is the first of several. */
    static String inSentence(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(1)) ? name
                : name.substring(0, 1).toLowerCase(DUTCH) + name.substring(1);
    }

    private static String withArticle(String id) {
        return Group.of(id).map(group -> WITHOUT_ARTICLE.contains(group) ? group.dutchName()
                : (NEUTER.contains(group) ? "het " : "de ") + group.dutchName()).orElse("een team");
    }
}
