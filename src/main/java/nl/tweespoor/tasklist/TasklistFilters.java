package nl.tweespoor.tasklist;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists that everyone finds in Tasklist. A filter is made once and known by its name; what an administrator changes
 * in it afterwards stays. Without an {@code or} in a query: an expression inside one is the way in of CVE-2026-109432.
 */
@Component
@Order(20)
class TasklistFilters implements ApplicationRunner {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";

    private final FilterService filterService;
    private final TaskService taskService;
    private final AuthorizationService authorizationService;

    TasklistFilters(FilterService filterService, TaskService taskService, AuthorizationService authorizationService) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.authorizationService = authorizationService;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        // First what may wait for long, since nobody took it.
        create(10, TaskList.OF_MY_GROUPS, "Taken die nog niemand op zich heeft genomen", "#00703c",
                taskService.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned());
        create(20, TaskList.MINE, "Taken waarvoor u bent gekozen, of die u op u hebt genomen", "#1d70b8",
                taskService.createTaskQuery().taskAssigneeExpression(ME));
        // Every task of a dossier has a group, so the tasks of my groups, taken or not, hold mine too.
        create(30, TaskList.OVERDUE, "Taken van u en uw groepen waarvan de uiterste datum voorbij is", "#b10e1e",
                taskService.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks()
                        .dueBeforeExpression(NOW));
        create(40, TaskList.ALL_OF_MY_GROUPS, "Alle taken van uw groepen, ook als een collega ze doet", "#505a5f",
                taskService.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks());
    }

    private void create(int priority, TaskList list, String description, String color, TaskQuery query) {
        if (filterService.createTaskFilterQuery().filterName(list.title()).count() > 0) {
            return;
        }
        var filter = filterService.newTaskFilter(list.title());
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "description", description,
                "color", color,
                "priority", priority,
                "refresh", true,
                "showUndefinedVariable", false,
                "variables", TaskColumns.all()));
        filterService.saveFilter(filter);
        letEveryoneRead(filter.getId());
    }

    private void letEveryoneRead(String filterId) {
        var grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        grant.setUserId(Authorization.ANY);
        grant.setResource(Resources.FILTER);
        grant.setResourceId(filterId);
        grant.addPermission(Permissions.READ);
        authorizationService.saveAuthorization(grant);
    }
}
