package nl.tweespoor.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;

/** Someone who knows nothing of the models and answers every form at random, until every dossier has ended. */
@EngineTest
@ExcludeFromProcessCoverage
class RobotTest {

    @Autowired
    ProcessEngine engine;

    /** The very first dossier has no other to be joined to. */
    private static Map<String, Object> firstOfAll(Map<String, Object> known) {
        return known.get("dossierOptions") instanceof SpinJsonNode options && options.elements().isEmpty()
                ? Map.of("identifyOutcome", "goOn") : Map.of();
    }

    @Test
    void everyDossierEndsInANamedEndEvent() {
        Random random = new Random(Long.getLong("seed", 7L));
        Answers answers = new Answers(engine, random);
        int dossiers = Integer.getInteger("dossiers", 8);
        var innovation = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey("innovation").latestVersion().singleResult();
        for (int i = 0; i < dossiers; i++) {
            as("employee", List.of("employee"), () -> engine.getFormService().submitStartForm(innovation.getId(), answers.to(
                    engine.getFormService().getDeployedStartForm(innovation.getId()), Map.of(), Map.of())));
        }
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("innovation").count()).isEqualTo(dossiers);
        int rounds = 0;
        while (engine.getRuntimeService().createProcessInstanceQuery().count() > 0 && rounds++ < 100_000) {
            List<Task> tasks = engine.getTaskService().createTaskQuery().active().list();
            for (Task task : tasks) {
                if (engine.getTaskService().createTaskQuery().taskId(task.getId()).count() == 0) {
                    continue;
                }
                Map<String, Object> known = answers.knownAt(task.getId());
                Map<String, Object> given = answers.to(
                        engine.getFormService().getDeployedTaskForm(task.getId()), known, firstOfAll(known));
                String person = person(task);
                try {
                    as(person, groupsOf(person), () -> engine.getFormService().submitTaskForm(task.getId(), given));
                } catch (RuntimeException refused) {
                    // The dossier that was chosen has ended since, or who was chosen was asked already; the robot comes back to this task.
                    assertThat(NestedExceptionUtils.getMostSpecificCause(refused)).isInstanceOf(Refusal.class)
                            .message().containsAnyOf("loopt niet meer", "al gevraagd");
                }
            }
            if (tasks.isEmpty()) {
                // Not what the engine cleans up at night.
                List<Job> jobs = engine.getManagementService().createJobQuery().active().orderByJobDuedate().asc().list().stream()
                        .filter(job -> job.getProcessInstanceId() != null).toList();
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
        assertThat(ends).as("ends, in %s rounds", rounds).containsKeys("answer-reporter EndEvent_AnswerGiven");
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    }

    /** The one to whom the task was given, or the account of the first group that may do it. */
    private String person(Task task) {
        return task.getAssignee() != null ? task.getAssignee()
                : engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull).findFirst().orElseThrow();
    }

    private List<String> groupsOf(String person) {
        return engine.getIdentityService().createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList();
    }

    /** Who looks round afterwards is nobody, whom the engine shows everything. */
    private void as(String person, List<String> groups, Runnable deed) {
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            deed.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
