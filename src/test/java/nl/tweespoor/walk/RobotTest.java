package nl.tweespoor.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Someone who knows nothing of the models and answers every form at random, until every dossier has ended. */
@EngineTest
@Tag("once")
@ExcludeFromProcessCoverage
class RobotTest {

    @Autowired
    ProcessEngine engine;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
        engine.getIdentityService().clearAuthentication();
    }

    /** The very first dossier has no other to be joined to. */
    private static Map<String, Object> firstOfAll(Map<String, Object> known) {
        return known.get("dossierOptions") instanceof SpinJsonNode options && options.elements().isEmpty()
                ? Map.of("identifyOutcome", "goOn") : Map.of();
    }

    @Test
    void everyDossierEndsInANamedEndEvent() {
        Random random = new Random(Long.getLong("seed", 7L));
        Answers answers = new Answers(engine, random);
        int dossiers = Integer.getInteger("dossiers", 15);
        var innovation = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey("innovation").latestVersion().singleResult();
        for (int i = 0; i < dossiers; i++) {
            engine.getIdentityService().setAuthentication("employee", List.of("employee"));
            engine.getFormService().submitStartForm(innovation.getId(), answers.to(
                    engine.getFormService().getDeployedStartForm(innovation.getId()), Map.of(), Map.of()));
        }
        int rounds = 0;
        while (engine.getRuntimeService().createProcessInstanceQuery().count() > 0 && rounds++ < 100_000) {
            List<Task> tasks = engine.getTaskService().createTaskQuery().active().list();
            for (Task task : tasks) {
                if (engine.getTaskService().createTaskQuery().taskId(task.getId()).count() == 0) {
                    continue;
                }
                String group = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                        .filter(link -> link.getGroupId() != null).findFirst().orElseThrow().getGroupId();
                engine.getIdentityService().setAuthentication(group, List.of(group));
                Map<String, Object> known = engine.getTaskService().getVariables(task.getId());
                engine.getFormService().submitTaskForm(task.getId(), answers.to(
                        engine.getFormService().getDeployedTaskForm(task.getId()), known, firstOfAll(known)));
            }
            if (tasks.isEmpty()) {
                engine.getIdentityService().clearAuthentication();
                List<Job> jobs = engine.getManagementService().createJobQuery().active().orderByJobDuedate().asc().list();
                Job first = jobs.get(0);
                if (first.getDuedate() != null && first.getDuedate().after(ClockUtil.getCurrentTime())) {
                    ClockUtil.setCurrentTime(new Date(first.getDuedate().getTime() + 1000));
                }
                engine.getManagementService().executeJob(first.getId());
            }
        }
        Map<String, Long> ends = new TreeMap<>();
        engine.getHistoryService().createHistoricActivityInstanceQuery().activityType("noneEndEvent").list()
                .forEach(end -> ends.merge(end.getProcessDefinitionKey() + " " + end.getActivityId(), 1L, Long::sum));
        engine.getHistoryService().createHistoricActivityInstanceQuery().activityType("messageEndEvent").list()
                .forEach(end -> ends.merge(end.getProcessDefinitionKey() + " " + end.getActivityId(), 1L, Long::sum));
        engine.getHistoryService().createHistoricActivityInstanceQuery().activityType("escalationEndEvent").list()
                .forEach(end -> ends.merge(end.getProcessDefinitionKey() + " " + end.getActivityId(), 1L, Long::sum));
        System.out.println("rounds " + rounds);
        ends.forEach((end, count) -> System.out.println(count + " " + end));
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    }
}
