package nl.tweespoor.gate;

import static nl.tweespoor.gate.Elements.camunda;
import static nl.tweespoor.gate.Elements.isBlank;
import static nl.tweespoor.gate.Elements.nameOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.tweespoor.account.Group;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.stereotype.Component;

/** What {@code domain.md} asks of each task: a form, a group, a due date and, where it decides, a required outcome and reason. */
@Component
class TaskCheck implements ModelCheck {

    private static final Set<String> KNOWN_GROUPS = Arrays.stream(Group.values()).map(Group::id).collect(Collectors.toSet());
    private static final String GROUPS = Arrays.stream(Group.values()).map(Group::id).collect(Collectors.joining(", "));
    private static final Set<String> PROPERTIES = Set.of("outcome", "reason", "advice", "reasonAgainst", "startsEmpty", "notBy", "insteadBy", "onlyBy", "ofTeam");
    /** From whom a question with this {@code valuesKey} chooses. */
    private static final String OPTIONS = "Options";
    private static final Pattern FROM_A_TABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Set<String> PERSONS = Set.of("reporter", "requestedBy", "pointOwner", "pointsAsked", "projectLead");

    @Override
    public void check(Models models, Findings findings) {
        if (models.areOurs()) {
            models.drawings().forEach((file, process) -> findings.add(file, process.getName(),
                    "dit proces kan niet draaien. Zet in Camunda Modeler bij het proces 'Executable' aan."));
        }
        for (Models.ProcessModel process : models.processes().values()) {
            String kept = process.process().getCamundaHistoryTimeToLiveString();
            if (kept == null || models.areOurs() && !kept.matches("P\\d+D")) {
                findings.add(process.file(), process.process().getName(), "er staat niet hoe lang de historie blijft. Vul bij het proces "
                        + "'Time to live' in, bijvoorbeeld P3650D.");
            }
            Elements.asking(process).forEach(step -> checkForm(process.file(), step, models, findings));
            Elements.nodes(process).filter(UserTask.class::isInstance).map(UserTask.class::cast)
                    .forEach(task -> checkPeople(process.file(), task, models, findings));
            if (models.areOurs()) {
                Elements.nodes(process).forEach(node -> checkProperties(process.file(), node, findings));
                Elements.nodes(process).filter(UserTask.class::isInstance).map(UserTask.class::cast)
                        .forEach(task -> checkDecision(process.file(), task, models, findings));
            }
        }
    }

    private static void checkForm(String file, FlowNode step, Models models, Findings findings) {
        String form = camunda(step, "formRef");
        String binding = camunda(step, "formRefBinding");
        if (isBlank(form)) {
            if (models.areOurs()) {
                findings.add(file, nameOf(step), "heeft geen formulier. Kies bij 'Forms' een Camunda Form en vul het id van het formulier in.");
            }
        } else if (!form.contains("${") && !models.forms().containsKey(form) && (models.areOurs() || "deployment".equals(binding))) {
            findings.add(file, nameOf(step), "wijst naar het formulier '%s', maar dat is er niet. Stuur het formulier mee of verbeter het id.", form);
        }
        if (models.areOurs() && !isBlank(form) && !"deployment".equals(binding)) {
            findings.add(file, nameOf(step), "zou een ander formulier kunnen krijgen dan u nu meestuurt. Zet bij 'Forms' de Binding op 'deployment'.");
        }
    }

    private static void checkPeople(String file, UserTask task, Models models, Findings findings) {
        String groups = task.getCamundaCandidateGroups();
        if (!isBlank(groups)) {
            Arrays.stream(groups.split("\\s*,\\s*(?![^{]*})")).map(String::strip)
                    .filter(group -> !group.contains("{") && !KNOWN_GROUPS.contains(group)).forEach(group -> {
                        if (models.areOurs()) {
                            findings.add(file, nameOf(task), "de groep '%s' bestaat niet, dus niemand ziet deze taak. Kies bij 'Candidate groups' uit: %s.",
                                    group, GROUPS);
                        }
                    });
        }
        if (!models.areOurs()) {
            return;
        }
        Optional.ofNullable(groups).map(String::strip).map(FROM_A_TABLE::matcher).filter(Matcher::matches).map(name -> name.group(1))
                .filter(name -> !isGivenByATable(name, models)).ifPresent(name -> findings.add(file, nameOf(task),
                        "leest bij 'Candidate groups' de groepen uit '%s', maar geen tabel geeft die. Noem de groepen van die kolom in de tabel, of kies hier uit: %s.",
                        name, GROUPS));
        if (isBlank(groups) && isBlank(Elements.properties(task).get("onlyBy"))) {
            findings.add(file, nameOf(task), "is van niemand. Vul bij 'Candidate groups' een groep in, bijvoorbeeld project-lead.");
        }
        if (!isBlank(task.getCamundaCandidateUsers()) || !isBlank(task.getCamundaAssignee()) && !task.getCamundaAssignee().contains("${")) {
            findings.add(file, nameOf(task), "noemt een persoon. Wie weggaat, laat zijn taken liggen: noem bij 'Candidate groups' een groep.");
        }
        if (isBlank(task.getCamundaDueDate()) || !task.getCamundaDueDate().startsWith("${periods.")) {
            findings.add(file, nameOf(task), "heeft geen uiterste dag uit de tabel met termijnen. Vul bij 'Due date' ${periods.due('…')} in, "
                    + "met een stap die in periods.dmn staat.");
        }
    }

    /** By a column that can give nothing but our groups. */
    private static boolean isGivenByATable(String name, Models models) {
        List<String> groups = models.tables().values().stream().flatMap(table -> table.decision().getChildElementsByType(DecisionTable.class).stream())
                .flatMap(table -> table.getOutputs().stream()).filter(column -> name.equals(column.getName()) && column.getOutputValues() != null)
                .flatMap(column -> QUOTED.matcher(column.getOutputValues().getTextContent()).results())
                .flatMap(word -> Arrays.stream(word.group(1).split(","))).toList();
        return !groups.isEmpty() && KNOWN_GROUPS.containsAll(groups);
    }

    private static void checkProperties(String file, FlowNode node, Findings findings) {
        Map<String, String> properties = Elements.properties(node);
        properties.keySet().stream().filter(name -> !PROPERTIES.contains(name) && !name.endsWith(OPTIONS)).forEach(name -> findings.add(file, nameOf(node),
                "de eigenschap '%s' kent Tweespoor niet, dus zij doet niets. Kies uit: %s.", name, String.join(", ", PROPERTIES.stream().sorted().toList())));
        Optional.ofNullable(properties.get("notBy")).filter(person -> !PERSONS.contains(person)).ifPresent(person -> findings.add(file, nameOf(node),
                "bij notBy staat '%s'. Kies uit: %s.", person, String.join(", ", PERSONS.stream().sorted().toList())));
        Optional.ofNullable(properties.get("insteadBy")).ifPresent(group -> {
            if (!KNOWN_GROUPS.contains(group) || !properties.containsKey("notBy")) {
                findings.add(file, nameOf(node), "insteadBy noemt een groep (%s), en werkt alleen samen met notBy.", GROUPS);
            }
        });
        Optional.ofNullable(properties.get("onlyBy")).ifPresent(person -> {
            if (!(node instanceof UserTask task) || !("${" + person + "}").equals(task.getCamundaAssignee())) {
                findings.add(file, nameOf(node), "onlyBy noemt '%s', maar bij 'Assignee' staat niet ${%s}. Zet daar hetzelfde.", person, person);
            }
        });
    }

    private static void checkDecision(String file, UserTask task, Models models, Findings findings) {
        Models.FormModel form = models.forms().get(Optional.ofNullable(camunda(task, "formRef")).orElse(""));
        Map<String, String> properties = Elements.properties(task);
        String outcome = properties.get("outcome");
        if (form == null || outcome == null) {
            return;
        }
        Optional<JsonNode> asked = form.question(outcome);
        boolean always = asked.filter(field -> isARequiredChoice(field) && !field.has("conditional")).isPresent();
        if (!always) {
            findings.add(file, nameOf(task), "beslist met '%s', maar %s vraagt dat niet altijd en verplicht als keuze. Maak er in het formulier een "
                    + "verplichte keuze van die nooit verborgen is.", outcome, form.file());
        }
        checkReasonAgainst(file, task, form, properties, findings);
        String reason = properties.get("reason");
        boolean why = reason != null && form.question(reason).filter(field -> field.path("validate").path("required").asBoolean()).isPresent();
        if (!why) {
            findings.add(file, nameOf(task), "beslist zonder verplichte reden. Zet de eigenschap reason op de vraag naar het waarom, en maak die vraag in %s verplicht.",
                    form.file());
        }
    }

    private static void checkReasonAgainst(String file, UserTask task, Models.FormModel form, Map<String, String> properties, Findings findings) {
        Optional.ofNullable(properties.get("reasonAgainst")).filter(against -> form.question(against)
                .filter(field -> field.path("validate").path("required").asBoolean()).isEmpty()).ifPresent(against -> findings.add(file, nameOf(task),
                        "vraagt met reasonAgainst naar '%s' als iemand van het advies afwijkt, maar in %s staat die vraag niet of niet verplicht. Verbeter de naam of de vraag.",
                        against, form.file()));
    }

    private static boolean isARequiredChoice(JsonNode field) {
        return List.of("radio", "select").contains(field.path("type").asText()) && field.path("validate").path("required").asBoolean();
    }
}
