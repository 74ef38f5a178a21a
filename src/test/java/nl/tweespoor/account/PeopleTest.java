package nl.tweespoor.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Someone is chosen to carry something, and the work that follows is theirs. */
@EngineTest
@ExcludeFromProcessCoverage
class PeopleTest {

    private static final String FORM = """
            {"id": "choose-carrier", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "components": [{"type": "select", "key": "carrier", "label": "Wie doet het?",
             "valuesKey": "carrierOptions", "validate": {"required": true}, "id": "Field_carrier"}]}
            """;

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;
    @Autowired
    People people;

    private String deployment;
    private String instance;

    @BeforeEach
    void begin() {
        account("lead-a", "Lead A", "project-lead");
        account("lead-b", "Lead B", "project-lead");
        BpmnModelInstance model = Bpmn.createExecutableProcess("carried").camundaHistoryTimeToLive(1).startEvent()
                .userTask("UserTask_Choose").camundaFormRef("choose-carrier").camundaFormRefBinding("deployment")
                .camundaCandidateGroups("board")
                .userTask("UserTask_Carry").camundaFormRef("choose-carrier").camundaFormRefBinding("deployment")
                .camundaCandidateGroups("${people.group(carrier)}").camundaAssignee("${people.person(carrier)}").endEvent().done();
        for (String task : List.of("UserTask_Choose", "UserTask_Carry")) {
            CamundaProperties properties = model.newInstance(CamundaProperties.class);
            CamundaProperty options = model.newInstance(CamundaProperty.class);
            options.setCamundaName("carrierOptions");
            options.setCamundaValue("project-lead/*, it");
            properties.addChildElement(options);
            ((UserTask) model.getModelElementById(task)).builder().addExtensionElement(properties);
        }
        deployment = engine.getRepositoryService().createDeployment().addString("choose-carrier.form", FORM)
                .addModelInstance("carried.bpmn", model).deploy().getId();
        walk.loginAsAdministrator();
        instance = engine.getRuntimeService().startProcessInstanceByKey("carried").getId();
        engine.getIdentityService().clearAuthentication();
    }

    @AfterEach
    void end() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
        List.of("lead-a", "lead-b").forEach(engine.getIdentityService()::deleteUser);
    }

    private void account(String id, String name, String group) {
        var user = engine.getIdentityService().newUser(id);
        user.setFirstName(name);
        user.setPassword(id + "-password");
        engine.getIdentityService().saveUser(user);
        engine.getIdentityService().createMembership(id, group);
    }

    private Task task() {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
    }

    private void choose(String carrier) {
        as("board", () -> engine.getFormService().submitTaskForm(task().getId(), Map.of("carrier", carrier)));
    }

    private void as(String user, Runnable deed) {
        engine.getIdentityService().setAuthentication(user, engine.getIdentityService().createGroupQuery().groupMember(user).list()
                .stream().map(org.camunda.bpm.engine.identity.Group::getId).toList());
        try {
            deed.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<Tuple> offered() {
        // As text, which is how Tasklist gets it.
        SerializableValue options = engine.getFormService().getTaskFormVariables(task().getId(), null, false).getValueTyped("carrierOptions");
        return JSON(options.getValueSerialized()).elements().stream().map(option -> tuple(option.prop("value").stringValue(), option.prop("label").stringValue()))
                .toList();
    }

    private void isRefused(String user, Runnable deed) {
        assertThatThrownBy(() -> as(user, deed))
                .hasStackTraceContaining("Deze taak is van Lead A. Zolang Lead A er is, kan niemand anders de taak overnemen of afronden.");
        assertThat(task().getAssignee()).isEqualTo("lead-a");
    }

    // Choosing

    @Test
    void formOffersThePeopleOfAGroupByNameAndAGroupItselfWhichIsStoredNowhere() {
        assertThat(offered()).containsExactly(tuple("project-lead/lead-a", "Lead A (Projectleider)"),
                tuple("project-lead/lead-b", "Lead B (Projectleider)"), tuple("project-lead/project-lead", "Projectleider"), tuple("it", "ICT"));
        assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().variableName("carrierOptions").count()).isZero();
    }

    @Test
    void oneWhoIsCalledLikeAnotherIsToldByTheAccount() {
        var other = engine.getIdentityService().createUserQuery().userId("lead-b").singleResult();
        other.setFirstName("Lead A");
        engine.getIdentityService().saveUser(other);
        assertThat(offered()).contains(tuple("project-lead/lead-a", "Lead A (Projectleider) – lead-a"),
                tuple("project-lead/lead-b", "Lead A (Projectleider) – lead-b"));
    }

    @Test
    void whoIsNotOfferedIsRefused() {
        for (String other : List.of("project-lead/it", "it/it", "project-lead", "lead-a", "project-lead/", "it/")) {
            assertThatThrownBy(() -> choose(other)).as(other).isInstanceOf(Refusal.class).hasMessageContaining("Kies uit de lijst bij: Wie doet het");
        }
        assertThat(task().getTaskDefinitionKey()).isEqualTo("UserTask_Choose");
    }

    @Test
    void whoLeftSinceTheFormWasOpenedIsRefused() {
        engine.getIdentityService().deleteMembership("lead-a", "project-lead");
        assertThatThrownBy(() -> choose("project-lead/lead-a")).hasMessageContaining("Kies uit de lijst bij");
    }

    @Test
    void peopleReadANameWithItsRole() {
        assertThat(people.name("project-lead/lead-a")).isEqualTo("Lead A (Projectleider)");
        assertThat(people.name("project-lead/project-lead")).isEqualTo("Projectleider");
        assertThat(people.name("project-lead/gone")).isEqualTo("gone (Projectleider)");
        assertThat(people.name("it")).isEqualTo("ICT");
        assertThat(people.name(null)).isNull();
    }

    // Whose task it is

    @Test
    void taskOfAChosenPersonIsTheirsAndNoColleagueTakesCompletesOrReassignsIt() {
        choose("project-lead/lead-a");
        String task = task().getId();
        assertThat(task().getAssignee()).isEqualTo("lead-a");
        isRefused("lead-b", () -> engine.getTaskService().setAssignee(task, "lead-b"));
        isRefused("lead-b", () -> engine.getTaskService().setAssignee(task, null));
        isRefused("lead-b", () -> engine.getTaskService().delegateTask(task, "lead-b"));
        isRefused("lead-b", () -> engine.getFormService().submitTaskForm(task, Map.of("carrier", "it")));
        isRefused("lead-a", () -> engine.getTaskService().setAssignee(task, null));
        assertThatThrownBy(() -> as("lead-b", () -> engine.getTaskService().claim(task, "lead-b")));
        as("lead-a", () -> engine.getFormService().submitTaskForm(task, Map.of("carrier", "it")));
        assertThat(task()).isNull();
    }

    @Test
    void taskThatWasLeftToAGroupIsNobodysYet() {
        choose("it");
        assertThat(task().getAssignee()).isNull();
        as("it", () -> engine.getTaskService().claim(task().getId(), "it"));
        assertThat(task().getAssignee()).isEqualTo("it");
    }

    @Test
    void nobodyIsThePersonWhenTheAccountIsGoneOrLeftTheGroupOrIsAway() {
        assertThat(people.person("project-lead/lead-a")).isEqualTo("lead-a");
        assertThat(people.person("it/lead-a")).isNull();
        assertThat(people.person("project-lead/gone")).isNull();
        assertThat(people.person("project-lead")).isNull();
        assertThat(people.group("project-lead/lead-a")).isEqualTo("project-lead");
        Dossier absence = walk.absent("lead-a", walk.today(), walk.today().plusDays(3))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", "lead-b")
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept");
        assertThat(people.person("project-lead/lead-a")).isEqualTo("lead-a");
        absence.timePassesUntil("BoundaryEvent_FirstDayReached");
        assertThat(people.person("project-lead/lead-a")).isNull();
        absence.complete("UserTask_StopStandIn");
        assertThat(people.person("project-lead/lead-a")).isEqualTo("lead-a");
    }
}
