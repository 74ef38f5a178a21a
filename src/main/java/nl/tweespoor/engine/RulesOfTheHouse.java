package nl.tweespoor.engine;

import java.util.ArrayList;
import java.util.List;
import nl.tweespoor.form.Forms;
import nl.tweespoor.handover.HandOvers;
import nl.tweespoor.handover.Securing;
import nl.tweespoor.refusal.Refusal;
import nl.tweespoor.role.OnOwnTasks;
import nl.tweespoor.role.TaskGrants;
import nl.tweespoor.standin.StandIns;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Hangs our rules into the engine as built-in listeners: unlike those of a model, a caller can't ask to skip them. */
@Component
class RulesOfTheHouse extends AbstractProcessEnginePlugin {

    private final TaskRules taskRules;
    private final Forms forms;
    private final HandOvers handOvers;
    private final Securing securing;
    private final StandIns standIns;
    private final DmnDecisionTableEvaluationListener ruleReasons;
    private final TaskGrants taskGrants;

    RulesOfTheHouse(TaskRules taskRules, Forms forms, HandOvers handOvers, Securing securing,
            StandIns standIns, DmnDecisionTableEvaluationListener ruleReasons, TaskGrants taskGrants) {
        this.taskRules = taskRules;
        this.forms = forms;
        this.handOvers = handOvers;
        this.securing = securing;
        this.standIns = standIns;
        this.ruleReasons = ruleReasons;
        this.taskGrants = taskGrants;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Rules())));
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.customPostDecisionTableEvaluationListeners(List.of(ruleReasons));
        decisions.setFeelEngineFactory(FeelParsedOnce::new);
        configuration.setDmnEngineConfiguration(decisions);
        configuration.setCustomPreCommandInterceptorsTxRequired(
                List.of(new StartAtTheBeginning(), new OnOwnTasks(), new OnlyAnswers(forms)));
        configuration.setResourceAuthorizationProvider(taskGrants);
    }

    private class Rules extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, taskRules);
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, taskRules);
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, taskRules);
        }

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            if ("implementation".equals(process.getKey())) {
                process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) handOvers::take);
            } else if ("stand-in".equals(process.getKey())) {
                // Also when an administrator deletes it: nobody keeps the groups of someone else.
                process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) standIns::end);
            } else if (!process.isStartableInTasklist() && !startsOnMessage(element)) {
                process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::refuseOnItsOwn);
            }
        }

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl end) {
            if ("EndEvent_Secured".equals(end.getId())) {
                end.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) securing::check);
            }
        }

        private static boolean startsOnMessage(Element process) {
            return process.elements("startEvent").stream()
                    .anyMatch(start -> start.element("messageEventDefinition") != null);
        }

        private void refuseOnItsOwn(DelegateExecution execution) {
            if (((ExecutionEntity) execution).getSuperExecution() == null) {
                throw Refusal.forbidden("Dit deelproces begint alleen vanuit een dossier.");
            }
        }
    }
}
