package nl.tweespoor.walk;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** What a class left running goes with it: which comes after which differs from machine to machine. */
class TakesAlong implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext test) {
        ProcessEngine engine = SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class);
        engine.getIdentityService().clearAuthentication();
        RuntimeService runtime = engine.getRuntimeService();
        runtime.createProcessInstanceQuery().rootProcessInstances().list().forEach(running ->
                runtime.deleteProcessInstance(running.getId(), "end of test", true, true, true));
        TaskService tasks = engine.getTaskService();
        tasks.createTaskQuery().list().forEach(task -> tasks.deleteTask(task.getId(), true));
    }
}
