package nl.tweespoor.account;

import static org.camunda.spin.Spin.JSON;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.Farewell;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.TaskHolders;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who carries something of an implementation can be someone else from today: asked for by the Head of Implementation, or
 * because the one who was chosen left. What was decided before stays as it was; the work that is open moves along.
 */
@Component("carrierChanges")
public class CarrierChanges implements Farewell {

    /** Between the leader of a team and the id of that team. */
    private static final String OF_TEAM = "-of-";

    private static final String MEMBER = "member";
    private static final Map<String, String> CHOSEN = Map.of(ModelIds.PROJECT_LEAD, "newProjectLead", ModelIds.SPONSOR, "newSponsor",
            ModelIds.LINE_OWNER, "newLineOwner", ModelIds.TEAM_LEADER, "newTeamLeader", MEMBER, "newMember", ModelIds.MILESTONE, "newMilestoneOwner");

    private final ProcessEngine engine;
    private final People people;
    private final DossierProgress progress;
    private final ObjectProvider<TaskHolders> holders;

    CarrierChanges(ProcessEngine engine, People people, DossierProgress progress, ObjectProvider<TaskHolders> holders) {
        this.engine = engine;
        this.people = people;
        this.progress = progress;
        this.holders = holders;
    }

    /** That someone carries something, in one run of a process. */
    private record Carried(String number, String title, String instance, String name, String holder, String team, String teamName) {

        String role() {
            return team == null ? name : name + OF_TEAM + team;
        }

        /** Milestones of one owner: who takes over one from an owner who left, takes over all. */
        boolean goesAlongWith(Carried other) {
            return name.startsWith(ModelIds.MILESTONE) && other.name.startsWith(ModelIds.MILESTONE) && holder.equals(other.holder);
        }
    }

    /** For the model, at its beginning: whose dossier it is, and who carries what of it now. */
    public void open(DelegateExecution start) {
        String number = (String) start.getVariable(ModelIds.CARRIER_DOSSIER);
        List<Carried> carried = of(number);
        if (carried.isEmpty() || !progress.runs(number, ModelIds.CARRIED)) {
            throw Refusal.conflict("Voor dossier " + number + " draagt nu niemand iets. Controleer het nummer: het staat op de pagina van het dossier.");
        }
        start.setProcessBusinessKey(number);
        start.setVariable(ModelIds.DOSSIER_NUMBER, number);
        start.setVariable(ModelIds.TITLE, carried.get(0).title());
        carried.stream().filter(one -> one.team() == null).forEach(one -> start.setVariable(one.name(), one.holder()));
    }

    /** For the model: what is carried, by whom, as options of a form. */
    public SpinJsonNode options(String number) {
        Map<String, String> options = new TreeMap<>();
        of(number).forEach(one -> options.put(one.role(), Carriers.ROLES.get(one.name())
                + (one.team() == null ? "" : " (" + one.teamName() + ")") + ": " + people.name(one.holder())));
        return JSON(options.entrySet().stream().map(option -> Map.of("value", option.getKey(), "label", option.getValue())).toList());
    }

    /** For the model: who was chosen and is no longer there; empty for nobody. */
    public String gone(String number) {
        return of(number).stream().map(Carried::holder).filter(people::hasLeft).map(people::name).distinct().collect(Collectors.joining(", "));
    }

    /** For the model: who was chosen on the form for what is handed over. */
    public String successor(DelegateExecution decided) {
        return (String) decided.getVariable(CHOSEN.get(kind((String) decided.getVariable(ModelIds.CARRIER_ROLE))));
    }

    /** For the model: what one carried is carried by the other from now on. */
    public void handOver(DelegateExecution decided) {
        String role = (String) decided.getVariable(ModelIds.CARRIER_ROLE);
        String successor = (String) decided.getVariable(ModelIds.NEW_CARRIER);
        List<Carried> all = of(decided.getProcessBusinessKey());
        List<Carried> carried = all.stream().filter(one -> one.role().equals(role)
                || all.stream().anyMatch(asked -> asked.role().equals(role) && one.goesAlongWith(asked) && people.hasLeft(asked.holder()))).toList();
        if (carried.isEmpty()) {
            throw Refusal.conflict("Dit draagt niemand meer in dit dossier. Kies ‘Nee, zo laten’.");
        }
        carried.forEach(one -> engine.getRuntimeService().setVariableLocal(one.instance(), one.name(), successor));
        carried.stream().filter(one -> one.team() == null).forEach(one -> decided.setVariable(one.name(), successor));
        Set<String> instances = carried.stream().map(Carried::instance).collect(Collectors.toSet());
        carried.stream().map(one -> RoleHolder.of(one.holder()).userId()).distinct().forEach(before ->
                holders.getObject().chosenAnew(before, instances));
    }

    @Override
    public void left(String userId) {
        Map<String, Carried> without = new TreeMap<>();
        names().flatMap(name -> runtime().createVariableInstanceQuery().variableName(name).variableValueLike(name, "%/" + userId).list().stream())
                .flatMap(this::carried)
                .filter(one -> userId.equals(RoleHolder.of(one.holder()).userId()) && people.hasLeft(one.holder()))
                .forEach(one -> without.put(one.number() + " " + one.role(), one));
        Collection<Carried> gone = without.values();
        gone.stream().filter(one -> gone.stream().takeWhile(earlier -> !earlier.equals(one))
                .noneMatch(earlier -> earlier.number().equals(one.number()) && one.goesAlongWith(earlier))).filter(one -> progress.runs(one.number(), ModelIds.CARRIED) && !isAsked(one)).forEach(one ->
                runtime().createMessageCorrelation(ModelIds.CARRIER_LEFT).processInstanceBusinessKey(one.number())
                        .setVariable(ModelIds.CARRIER_DOSSIER, one.number()).setVariable(ModelIds.CARRIER_ROLE, one.role()).correlateStartMessage());
    }

    private boolean isAsked(Carried one) {
        return of(one.number()).stream().filter(other -> other.role().equals(one.role()) || one.goesAlongWith(other))
                .anyMatch(other -> runtime().createProcessInstanceQuery().processDefinitionKey(ModelIds.CHANGE_CARRIER)
                        .processInstanceBusinessKey(one.number()).variableValueEquals(ModelIds.CARRIER_ROLE, other.role()).count() > 0);
    }

    private List<Carried> of(String number) {
        Set<String> instances = runtime().createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .filter(instance -> !instance.getProcessDefinitionId().startsWith(ModelIds.CHANGE_CARRIER + ":"))
                .map(ProcessInstance::getId).collect(Collectors.toSet());
        return instances.isEmpty() ? List.of() : runtime().createVariableInstanceQuery().variableNameIn(names().toArray(String[]::new))
                .processInstanceIdIn(instances.toArray(String[]::new)).list().stream()
                .filter(chosen -> chosen.getValue() != null).flatMap(this::carried).toList();
    }

    /** None for what is known outside a dossier. */
    private Stream<Carried> carried(VariableInstance chosen) {
        ProcessInstance instance = runtime().createProcessInstanceQuery().processInstanceId(chosen.getProcessInstanceId()).singleResult();
        boolean ofTeam = chosen.getName().equals(ModelIds.TEAM_LEADER);
        return instance == null || instance.getBusinessKey() == null ? Stream.of() : Stream.of(new Carried(instance.getBusinessKey(),
                (String) runtime().getVariable(instance.getId(), ModelIds.TITLE), instance.getId(), chosen.getName(), (String) chosen.getValue(),
                ofTeam ? (String) runtime().getVariable(instance.getId(), ModelIds.TEAM) : null,
                ofTeam ? (String) runtime().getVariable(instance.getId(), ModelIds.TEAM_NAME) : null));
    }

    private static String kind(String role) {
        return Stream.of(MEMBER, ModelIds.MILESTONE).filter(role::startsWith).findFirst().orElseGet(() -> role.split(OF_TEAM)[0]);
    }

    private static Stream<String> names() {
        return Carriers.ROLES.keySet().stream();
    }

    private RuntimeService runtime() {
        return engine.getRuntimeService();
    }
}
