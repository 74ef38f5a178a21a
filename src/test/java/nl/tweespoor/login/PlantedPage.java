package nl.tweespoor.login;

import org.camunda.bpm.engine.TaskService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A page as someone could add it, without a thought of who may see it: at a new address, and below one that a group may open. */
@RestController
class PlantedPage {

    static final String NEW = "/planted";
    static final String BELOW_AN_OPEN_ONE = "/welcome/planted";

    private final TaskService taskService;

    PlantedPage(TaskService taskService) {
        this.taskService = taskService;
    }

    @GetMapping({NEW, BELOW_AN_OPEN_ONE})
    long tasks() {
        return taskService.createTaskQuery().count();
    }
}
