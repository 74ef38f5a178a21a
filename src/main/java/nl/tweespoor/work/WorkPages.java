package nl.tweespoor.work;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.dossier.Reporters;
import nl.tweespoor.dossier.SimilarDossiers;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.overview.DossierSummaries;
import nl.tweespoor.overview.DossierSummary;
import nl.tweespoor.overview.Words;
import nl.tweespoor.recording.CompletedTask;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.role.RolePages;
import nl.tweespoor.tasklist.TaskList;
import nl.tweespoor.tasklist.TasklistAddresses;
import nl.tweespoor.work.OpenTasks.Split;
import nl.tweespoor.work.WorkPage.Finished;
import nl.tweespoor.work.WorkPage.Reported;
import nl.tweespoor.work.WorkPage.Tasks;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Makes the page of the work of who is logged in. */
@Component
class WorkPages {

    private final OpenTasks openTasks;
    private final TaskItems items;
    private final TasklistAddresses tasklist;
    private final Reporters reporters;
    private final SimilarDossiers similar;
    private final DecisionHistory history;
    private final DossierSummaries summaries;
    private final RepositoryService repositoryService;
    private final CurrentUser currentUser;
    private final RolePages roles;
    private final TrackWatch watch;

    WorkPages(OpenTasks openTasks, TaskItems items, TasklistAddresses tasklist, Reporters reporters, SimilarDossiers similar,
            DecisionHistory history, DossierSummaries summaries, RepositoryService repositoryService, CurrentUser currentUser, RolePages roles,
            TrackWatch watch) {
        this.openTasks = openTasks;
        this.items = items;
        this.tasklist = tasklist;
        this.reporters = reporters;
        this.similar = similar;
        this.history = history;
        this.summaries = summaries;
        this.repositoryService = repositoryService;
        this.currentUser = currentUser;
        this.roles = roles;
        this.watch = watch;
    }

    /**
     * @param page    of what was reported; the first is 1
     * @param problem that this person wants to report; empty for none
     */
    WorkPage of(String userId, int page, String problem) {
        boolean reports = mayStart(ModelIds.INNOVATION);
        return new WorkPage(reports ? tasklist.start(ModelIds.INNOVATION) : null,
                mayStart(ModelIds.RAISE_POINT) ? tasklist.start(ModelIds.RAISE_POINT) : null,
                mayStart(ModelIds.STRATEGY) ? tasklist.start(ModelIds.STRATEGY) : null,
                new WorkPage.Alike(problem, reports && !problem.isEmpty() ? similar.to(problem) : List.of()),
                roles.giveTasksTo(currentUser.groups()) ? Stream.concat(lists().stream(), watch.lists().stream()).toList() : List.of(),
                reported(userId, page), history.completedBy(userId, WorkPage.SHOWN).stream().map(this::finished).toList(),
                Optional.of(roles.startOf(currentUser.groups())).filter(start -> !start.equals("/")).orElse(null));
    }

    private Reported reported(String userId, int page) {
        List<String> numbers = reporters.reportedBy(userId, (page - 1) * WorkPage.SHOWN, WorkPage.SHOWN + 1);
        return new Reported(numbers.stream().limit(WorkPage.SHOWN).map(summaries::ofOwn).toList(),
                page > 1 ? address(page - 1) : null, numbers.size() > WorkPage.SHOWN ? address(page + 1) : null);
    }

    private static String address(int page) {
        return "/?gemeld=" + page + "#gemeld";
    }

    /** As Tasklist asks it for its list of processes. */
    private boolean mayStart(String process) {
        return repositoryService.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
                .active().startableInTasklist().startablePermissionCheck().count() > 0;
    }

    private List<Tasks> lists() {
        Split mine = openTasks.mine();
        Split ofGroups = openTasks.ofMyGroups();
        List<Task> late = Stream.concat(mine.late().first().stream(), ofGroups.late().first().stream())
                .sorted(Comparator.comparing(Task::getDueDate)).limit(WorkPage.SHOWN).toList();
        return List.of(
                new Tasks("te-laat", "Te laat", mine.late().count() + ofGroups.late().count(),
                        items.of(late, task -> task.getAssignee() == null ? "van uw groep" : "uw taak"), "",
                        "Er is niets te laat.", tasklist.list(TaskList.OVERDUE)),
                new Tasks("mijn-taken", TaskList.MINE.title(), mine.inTime().count(), items.of(mine.inTime().first()),
                        alsoLate(mine), "U hebt nu geen taken op uw naam. Neem een taak van uw groep op u.",
                        tasklist.list(TaskList.MINE)),
                new Tasks("van-mijn-groepen", TaskList.OF_MY_GROUPS.title(), ofGroups.inTime().count(),
                        items.of(ofGroups.inTime().first()), alsoLate(ofGroups),
                        "Voor uw groepen ligt nu niets klaar. Komt er iets, dan staat het hier.",
                        tasklist.list(TaskList.OF_MY_GROUPS)));
    }

    private static String alsoLate(Split tasks) {
        long late = tasks.late().count();
        return late == 0 ? "" : late == 1 ? "1 daarvan is te laat." : late + " daarvan zijn te laat.";
    }

    private Finished finished(CompletedTask task) {
        DossierSummary dossier = Dossiers.isNumber(task.chain()) ? summaries.ofOwn(task.chain()) : null;
        return new Finished(task.name(), task.outcome(), Words.near(task.at().atZone(DutchTime.ZONE).toLocalDate()), dossier);
    }
}
