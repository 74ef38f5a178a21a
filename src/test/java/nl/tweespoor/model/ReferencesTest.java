package nl.tweespoor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.tweespoor.account.Group;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.Test;

/** Whatever a model names elsewhere is there: groups, processes, decisions, messages, escalations. */
class ReferencesTest {

    private static final Set<String> GROUPS = Arrays.stream(Group.values()).map(Group::id).collect(Collectors.toSet());
    /** Who carries something, chosen from the accounts: the options of that question say from which groups. */
    private static final Pattern HOLDER = Pattern.compile("\\$\\{people\\.group\\((\\w+)\\)}");
    /** Signals that come from outside the models. */
    private static final Map<String, String> SIGNALS_FROM_OUTSIDE = Map.of(
            "StrategyChanged", "Drift sends it when the board adopts a version");
    private static final Pattern OUTPUT = Pattern.compile("\\$\\{decisionResult\\.getSingleResult\\(\\)\\.(\\w+)}");

    private final Flow flow = new Flow();

    /** Groups that a table gives are for the gate: {@code MistakesTest} shows that it looks. */
    @Test
    void everyCandidateGroupIsOneOfOurs() {
        assertThat(flow.all(UserTask.class)).filteredOn(task -> task.getCamundaCandidateGroups() != null)
                .isNotEmpty().allSatisfy(task -> {
            List<String> groups = Arrays.asList(task.getCamundaCandidateGroups().split("\\s*,\\s*"));
            assertThat(groups).as(task.getId()).allSatisfy(group -> {
                Matcher holder = HOLDER.matcher(group);
                if (holder.matches()) {
                    assertThat(task.getCamundaAssignee()).as(task.getId()).isEqualTo("${people.person(" + holder.group(1) + ")}");
                } else if (!group.startsWith("${")) {
                    assertThat(GROUPS).as(task.getId()).contains(group);
                }
            });
        });
    }

    @Test
    void calledProcessExistsInTheSameDeploymentAndKeepsTheDossier() {
        assertThat(flow.all(CallActivity.class)).allSatisfy(call -> {
            assertThat(flow.models()).as(call.getId()).containsKey(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("deployment");
            assertThat(call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list())
                    .as(call.getId()).anySatisfy(in -> assertThat(in.getCamundaBusinessKey())
                            .isEqualTo("#{execution.processBusinessKey}"));
        });
    }

    @Test
    void businessRuleTaskReadsATableAndOutputsThatExist() {
        assertThat(flow.all(BusinessRuleTask.class)).isNotEmpty().allSatisfy(task -> {
            String decision = task.getCamundaDecisionRef();
            assertThat(Repository.files("processes", ".dmn")).extracting(Repository::baseName).as(task.getId())
                    .contains(decision);
            Set<String> columns = Dmn.readModelFromFile(new File("processes", decision + ".dmn"))
                    .getModelElementsByType(Output.class).stream().map(Output::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            columns.add("reason");
            Repository.outputs(task).values().forEach(output -> OUTPUT.matcher(output).results()
                    .forEach(read -> assertThat(columns).as(task.getId()).contains(read.group(1))));
            assertThat(Repository.outputs(task).values()).as("%s keeps the reason", task.getId())
                    .anyMatch(output -> output.contains("reason"));
        });
    }

    @Test
    void everyDecisionTableIsUsed() {
        Set<String> used = flow.all(BusinessRuleTask.class).stream().map(BusinessRuleTask::getCamundaDecisionRef)
                .collect(Collectors.toCollection(TreeSet::new));
        used.addAll(List.of("periods", "retention"));
        assertThat(Repository.files("processes", ".dmn")).extracting(Repository::baseName)
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyMessageThatIsSentIsReceivedAndTheOtherWayRound() {
        Set<String> sent = new TreeSet<>(messages(true));
        // Of who lost the account or the group no model knows.
        sent.add("CarrierLeft");
        // Of which dossiers rest on a goal that went or changed neither.
        sent.add("GoalsChanged");
        // Of what a process owner sends, and stops, neither.
        sent.addAll(List.of("ChangeProposed", "ChangeStopped"));
        assertThat(sent).isEqualTo(messages(false));
        flow.models().values().forEach(model -> assertThat(model.getModelElementsByType(Message.class))
                .allSatisfy(message -> assertThat(message.getId()).isEqualTo("Message_" + message.getName())));
    }

    @Test
    void everySentMessageGoesThroughOurSender() {
        flow.all(FlowNode.class).stream().filter(ThrowEvent.class::isInstance)
                .flatMap(event -> event.getChildElementsByType(MessageEventDefinition.class).stream())
                .forEach(sent -> assertThat(sent.getCamundaDelegateExpression()).as(sent.getId())
                        .isEqualTo("${message}"));
    }

    @Test
    void everyThrownEscalationIsCaughtInItsProcess() {
        flow.models().forEach((id, model) -> {
            assertThat(escalations(id, true)).as(id).isEqualTo(escalations(id, false));
            assertThat(model.getModelElementsByType(Escalation.class)).as(id)
                    .allSatisfy(escalation -> assertThat(escalation.getEscalationCode()).isNotBlank())
                    .extracting(Escalation::getId).containsExactlyInAnyOrderElementsOf(escalations(id, true));
        });
    }

    @Test
    void everySignalHasASender() {
        Set<String> caught = new TreeSet<>();
        Set<String> thrown = new TreeSet<>(SIGNALS_FROM_OUTSIDE.keySet());
        flow.all(FlowNode.class).forEach(node -> node.getChildElementsByType(SignalEventDefinition.class)
                .forEach(signal -> (node instanceof ThrowEvent ? thrown : caught).add(signal.getSignal().getName())));
        assertThat(caught).isEqualTo(thrown);
    }

    @Test
    void everyPathCanEnd() {
        flow.all(FlowNode.class).forEach(node -> assertThat(node instanceof EndEvent
                || !flow.firstAfter(node, EndEvent.class::isInstance).isEmpty()).as(node.getId()).isTrue());
    }

    private Set<String> messages(boolean sent) {
        return flow.all(FlowNode.class).stream().filter(node -> node instanceof ThrowEvent == sent)
                .flatMap(node -> node.getChildElementsByType(MessageEventDefinition.class).stream())
                .map(definition -> definition.getMessage().getName()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> escalations(String process, boolean thrown) {
        return flow.models().get(process).getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node instanceof ThrowEvent == thrown)
                .flatMap(node -> node.getChildElementsByType(EscalationEventDefinition.class).stream())
                .map(definition -> definition.getEscalation().getId()).collect(Collectors.toCollection(TreeSet::new));
    }
}
