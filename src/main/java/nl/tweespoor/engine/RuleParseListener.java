package nl.tweespoor.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Puts our listeners into every model as built-in ones: unlike those of a model, a caller can't ask to skip them. */
class RuleParseListener extends AbstractBpmnParseListener {

    private final TaskRuleListener onTasks;
    private final ProcessRuleListener onProcesses;

    RuleParseListener(Rules rules) {
        onTasks = new TaskRuleListener(rules);
        onProcesses = new ProcessRuleListener(rules);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
        task.getProperties().set(BpmnProperties.EXTENSION_PROPERTIES,
                BpmnParseUtil.parseCamundaExtensionProperties(element));
        var definition = ((UserTaskActivityBehavior) task.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, onTasks);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, onTasks);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, onTasks);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl call) {
        if (call.getActivityBehavior() instanceof CallableElementActivityBehavior behavior) {
            behavior.getCallableElement().getOutputs()
                    .replaceAll(output -> output.isAllVariables() ? new ChangedValues(output.isReadLocal()) : output);
        }
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (!process.isStartableInTasklist() && !startsOnMessage(element)) {
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START,
                    (ExecutionListener) ProcessRuleListener::refuseOnItsOwn);
        }
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, onProcesses.onStart());
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, onProcesses.onEnd());
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl end) {
        end.addBuiltInListener(ExecutionListener.EVENTNAME_START, onProcesses.onEndEvent());
    }

    private static boolean startsOnMessage(Element process) {
        return process.elements("startEvent").stream()
                .anyMatch(start -> start.element("messageEventDefinition") != null);
    }
}
