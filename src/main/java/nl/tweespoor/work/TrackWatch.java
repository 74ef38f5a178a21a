package nl.tweespoor.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Names;
import nl.tweespoor.engine.OverdueTasks;
import nl.tweespoor.engine.OverdueTasks.Late;
import nl.tweespoor.overview.Words;
import nl.tweespoor.work.WorkPage.Item;
import nl.tweespoor.work.WorkPage.Tasks;
import org.springframework.stereotype.Component;

/**
 * What the Head of Implementation sees of the roll-out beside tasks of their own: what is late with others, and what lost the
 * one who was chosen to carry it. They read every dossier, so nothing is told here that they could not open.
 */
@Component
class TrackWatch {

    private static final List<String> PROCESSES = List.of(ModelIds.IMPLEMENTATION, ModelIds.YEARLY_LOOK);
    /** Until the preparation has ended, only that knows who was chosen. */
    private static final List<String> KNOWING = List.of(ModelIds.IMPLEMENTATION, ModelIds.PREPARATION, ModelIds.YEARLY_LOOK);
    /** The newest. */
    private static final int MOST_DOSSIERS = 1000;
    private static final Map<String, String> CARRIERS = new TreeMap<>(Map.of(ModelIds.PROJECT_LEAD, "projectleider",
            ModelIds.SPONSOR, "sponsor", ModelIds.LINE_OWNER, "eigenaar in de lijn"));

    private final OverdueTasks overdue;
    private final DossierProgress progress;
    private final People people;
    private final Names names;
    private final CurrentUser currentUser;

    TrackWatch(OverdueTasks overdue, DossierProgress progress, People people, Names names, CurrentUser currentUser) {
        this.overdue = overdue;
        this.progress = progress;
        this.people = people;
        this.names = names;
        this.currentUser = currentUser;
    }

    /** None for who is no head of the roll-out. */
    List<Tasks> lists() {
        if (!currentUser.groups().contains(Group.HEAD_OF_IMPLEMENTATION.id())) {
            return List.of();
        }
        Map<String, Map<String, String>> running = progress.running(KNOWING, Stream.concat(Stream.of(ModelIds.TITLE),
                CARRIERS.keySet().stream()).toList(), MOST_DOSSIERS);
        List<Item> gone = running.entrySet().stream().flatMap(dossier -> gone(dossier.getKey(), dossier.getValue())).toList();
        List<Late> late = overdue.late(PROCESSES).stream().filter(this::isOfOthers).toList();
        List<Tasks> lists = new ArrayList<>();
        lists.add(new Tasks("te-laat-in-uw-uitrol", "Te laat in uw uitrol", late.size(), late.stream().limit(WorkPage.SHOWN)
                .map(task -> item(task, running.getOrDefault(task.dossierNumber(), Map.of()))).toList(),
                late.size() > WorkPage.SHOWN ? "Hier staan de " + WorkPage.SHOWN + " die het langst te laat zijn." : "",
                "In uw projecten is bij anderen niets te laat.", null));
        if (!gone.isEmpty()) {
            lists.add(new Tasks("zonder-drager", "Wie weg is", gone.size(), gone,
                    "Hun taken liggen nu bij hun groep: een collega daar neemt ze over.", "", null));
        }
        return lists;
    }

    /** What is theirs stands in the lists of their own tasks. */
    private boolean isOfOthers(Late task) {
        return !currentUser.id().filter(id -> id.equals(task.assignee())).isPresent()
                && (task.assignee() != null || task.groups().stream().noneMatch(currentUser.groups()::contains));
    }

    private Item item(Late task, Map<String, String> values) {
        String page = page(task.dossierNumber());
        return new Item(task.name(), page, task.dossierNumber(), values.getOrDefault(ModelIds.TITLE, ""), page,
                task.assignee() == null ? Words.names(task.groups()) : names.of(task.assignee(), people::nameOf),
                "te laat sinds " + Words.near(task.due().atZone(DutchTime.ZONE).toLocalDate()));
    }

    private Stream<Item> gone(String number, Map<String, String> values) {
        return CARRIERS.entrySet().stream().filter(carrier -> values.containsKey(carrier.getKey()) && people.hasLeft(values.get(carrier.getKey())))
                .map(carrier -> new Item(people.name(values.get(carrier.getKey())), page(number), number, values.getOrDefault(ModelIds.TITLE, ""),
                        page(number), "was " + carrier.getValue(), "is er niet meer"));
    }

    private static String page(String number) {
        return "/dossiers/" + number;
    }
}
