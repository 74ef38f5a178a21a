package nl.tweespoor.strategy;

import static org.camunda.spin.Spin.JSON;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationInstantiationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Brings what changed in the strategy to what runs: whoever is responsible for a dossier that rests on it looks at it again, once. */
@Component("drift")
public class Drift {

    private final GoalChanges changes;
    private final Goals goals;
    private final RuntimeService runtime;

    Drift(GoalChanges changes, Goals goals, RuntimeService runtime) {
        this.changes = changes;
        this.goals = goals;
        this.runtime = runtime;
    }

    /** Each dossier that rests on a goal that went or changed is looked at again; what waited for the strategy goes on. */
    public void adopted(String version) {
        Map<String, String> changed = changes.since(version);
        Map<String, Map<String, String>> resting = new LinkedHashMap<>();
        Stream.of(ModelIds.IMPLEMENTATION, ModelIds.INNOVATION).flatMap(track -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(track).list().stream()).map(ProcessInstance::getBusinessKey).filter(number -> !waitsForStrategy(number))
                .forEach(number -> {
                    Map<String, String> ofDossier = new LinkedHashMap<>();
                    servedBy(number).filter(changed::containsKey).forEach(goal -> ofDossier.put(goal, changed.get(goal)));
                    if (!ofDossier.isEmpty()) {
                        resting.put(number, ofDossier);
                    }
                });
        resting.forEach((number, what) -> reassess(number, String.join(" ", new LinkedHashSet<>(what.values())), changes.why(version)));
        // What was being answered there is never asked again, so nothing is made of it.
        changedMeanwhile(changes.strategyOf(version)).forEach(strategy -> insteadOfAll(strategy, ModelIds.REPLACED).execute(false, true));
        runtime.createSignalEvent(ModelIds.STRATEGY_CHANGED).send();
    }

    /** Who follows a strategy hears the signal. Goals that are changed in one just then would take the place of the newer, and end with it. */
    private List<ProcessInstance> changedMeanwhile(String newer) {
        Set<String> followed = inForce().activityIdIn(ModelIds.MONITOR).list().stream().map(ProcessInstance::getId).collect(Collectors.toSet());
        return inForce().list().stream().filter(strategy -> !newer.equals(strategy.getBusinessKey()) && !followed.contains(strategy.getId())).toList();
    }

    private ProcessInstanceQuery inForce() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(ModelIds.STRATEGY).variableValueEquals(ModelIds.STATE, ModelIds.IN_FORCE);
    }

    /** Who did not look yet is asked once, about what happened last: the goals to choose from are others by now. */
    private void reassess(String number, String what, String why) {
        of(number, ModelIds.REASSESSMENT).forEach(open -> runtime.deleteProcessInstance(open.getId(), why));
        boolean innovation = runs(number, ModelIds.INNOVATION);
        runtime.createMessageCorrelation(ModelIds.GOALS_CHANGED).processInstanceBusinessKey(number).setVariables(Variables
                .putValue(ModelIds.NUMBER, number).putValue(ModelIds.TITLE, known(number, ModelIds.TITLE).findFirst().orElse(""))
                .putValue(ModelIds.GOALS_SUMMARY, known(number, ModelIds.GOALS_SUMMARY).findFirst().orElse(""))
                .putValue(ModelIds.DRIFT_TRACK, innovation ? ModelIds.INNOVATION : ModelIds.IMPLEMENTATION)
                .putValue(ModelIds.DRIFT_OWNER, innovation ? Group.HEAD_OF_INNOVATION.id() : Group.HEAD_OF_IMPLEMENTATION.id())
                .putValue(ModelIds.DRIFT_WHAT, what).putValue(ModelIds.DRIFT_WHY, why)).correlateStartMessage();
    }

    /** The main goal and the others, of a dossier whose ground is a goal. */
    private Stream<String> servedBy(String number) {
        if (known(number, ModelIds.GROUND).noneMatch(ModelIds.STRATEGIC_GOAL::equals)) {
            return Stream.of();
        }
        return values(number, ModelIds.MAIN_GOAL, ModelIds.OTHER_GOALS).flatMap(value -> value instanceof SpinJsonNode several && several.isArray()
                ? several.elements().stream().map(SpinJsonNode::stringValue) : Stream.of(value.toString())).distinct();
    }

    private boolean waitsForStrategy(String number) {
        return runtime.createEventSubscriptionQuery().eventType("signal").eventName(ModelIds.STRATEGY_CHANGED).list().stream()
                .anyMatch(waits -> instances(number).contains(waits.getProcessInstanceId()));
    }

    public void otherGoal(DelegateExecution reassessed) {
        VariableMap serves = Variables.putValue(ModelIds.GROUND, ModelIds.STRATEGIC_GOAL)
                .putValue(ModelIds.MAIN_GOAL, reassessed.getVariable(ModelIds.NEW_GOAL)).putValue(ModelIds.OTHER_GOALS, JSON(List.of()));
        serves.putValue(ModelIds.GOALS_SUMMARY, goals.title((String) reassessed.getVariable(ModelIds.NEW_GOAL)));
        setEverywhere(reassessed.getProcessBusinessKey(), serves);
    }

    public void withoutGoal(DelegateExecution reassessed) {
        setEverywhere(reassessed.getProcessBusinessKey(), Variables.putValue(ModelIds.GROUND, ModelIds.NO_GROUND).putValue(ModelIds.MAIN_GOAL, null)
                .putValue(ModelIds.OTHER_GOALS, JSON(List.of())).putValue(ModelIds.GOALS_SUMMARY, Goals.WITHOUT_GOAL));
    }

    /** By the way that its track has for it, so that its reporter hears and its lesson is kept. */
    public void stop(DelegateExecution reassessed) {
        String number = reassessed.getProcessBusinessKey();
        boolean innovation = runs(number, ModelIds.INNOVATION);
        if (innovation) {
            // Handed over and not accepted yet: there it ends with the dossier.
            of(number, ModelIds.IMPLEMENTATION).forEach(waiting -> runtime.deleteProcessInstance(waiting.getId(),
                    (String) reassessed.getVariable(ModelIds.REASON)));
        }
        of(number, innovation ? ModelIds.INNOVATION : ModelIds.IMPLEMENTATION).forEach(track -> {
            VariableMap told = Variables.putValue(ModelIds.LATEST_REASON, reassessed.getVariable(ModelIds.REASON));
            told.putValue(ModelIds.STOP_REASON, reassessed.getVariable(ModelIds.REASON));
            ModelIds.LESSON.forEach(name -> told.putValue(name, reassessed.getVariable(name)));
            if (!innovation && runtime.getVariable(track.getId(), ModelIds.PROJECT_LEAD) == null) {
                told.putValue(ModelIds.PROJECT_LEAD, Group.HEAD_OF_IMPLEMENTATION.id()); // Who writes down what was learnt, before anyone leads.
            }
            runtime.setVariables(track.getId(), told);
            insteadOfAll(track, innovation ? ModelIds.NOT_CONTINUED : ModelIds.STOPPED).execute();
        });
    }

    /** Whatever it waits for ends. */
    private ProcessInstanceModificationInstantiationBuilder insteadOfAll(ProcessInstance instance, String activity) {
        var change = runtime.createProcessInstanceModification(instance.getId());
        for (ActivityInstance at : runtime.getActivityInstance(instance.getId()).getChildActivityInstances()) {
            change.cancelActivityInstance(at.getId());
        }
        Stream.of(runtime.getActivityInstance(instance.getId()).getChildTransitionInstances())
                .forEach(at -> change.cancelTransitionInstance(at.getId()));
        return change.startBeforeActivity(activity);
    }

    /** Called processes have copies, and give them back; the page of the dossier reads the youngest. */
    private void setEverywhere(String number, VariableMap serves) {
        variables(number, ModelIds.GOALS_SUMMARY).map(VariableInstance::getProcessInstanceId).distinct().toList()
                .forEach(instance -> runtime.setVariables(instance, serves));
    }

    private Stream<String> known(String number, String name) {
        return values(number, name).map(Object::toString);
    }

    private Stream<Object> values(String number, String... names) {
        return variables(number, names).map(VariableInstance::getValue).filter(Objects::nonNull);
    }

    private Stream<VariableInstance> variables(String number, String... names) {
        return Stream.of(names).flatMap(name -> runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances(number).toArray(String[]::new)).variableName(name).list().stream());
    }

    private Set<String> instances(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream().map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    private boolean runs(String number, String process) {
        return !of(number, process).isEmpty();
    }

    private List<ProcessInstance> of(String number, String process) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey(process).list();
    }
}
