package nl.tweespoor.tasklist;

import org.camunda.bpm.engine.FilterService;
import org.springframework.stereotype.Component;

/** Where something stands in Tasklist, for a link to it. */
@Component
public class TasklistAddresses {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/";

    private final FilterService filterService;

    TasklistAddresses(FilterService filterService) {
        this.filterService = filterService;
    }

    public String task(String taskId) {
        return TASKLIST + "?task=" + taskId;
    }

    /** All of Tasklist when an administrator gave the list another name. */
    public String list(TaskList list) {
        return filterService.createTaskFilterQuery().filterName(list.title()).list().stream().findFirst()
                .map(filter -> TASKLIST + "?filter=" + filter.getId()).orElse(TASKLIST);
    }

    /** The form that starts this process. */
    public String start(String process) {
        return TASKLIST + "?processStart=" + process;
    }
}
