package nl.tweespoor.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Who was chosen to carry something of a dossier, as rows of a table on a form: by the name that people know, as it is today. */
@Component
class Carriers implements ShownVariable {

    /** As many as the form of the plan has rows for. */
    private static final int MOST_MILESTONES = 10;

    static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put(ModelIds.PROJECT_LEAD, Group.PROJECT_LEAD.dutchName());
        ROLES.put(ModelIds.SPONSOR, "Sponsor");
        ROLES.put(ModelIds.LINE_OWNER, "Eigenaar in de lijn");
        ROLES.put(ModelIds.TEAM_LEADER, "Leidt dit team");
        ModelIds.MEMBERS.forEach(member -> ROLES.put(member, "Teamlid " + member.charAt(member.length() - 1)));
        IntStream.rangeClosed(1, MOST_MILESTONES).forEach(number -> ROLES.put(ModelIds.MILESTONE + number + ModelIds.MILESTONE_OWNER,
                "Eigenaar van mijlpaal " + number));
    }

    private final People people;

    Carriers(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "carriers";
    }

    @Override
    public TypedValue of(DossierTask task) {
        Stream<Map<String, String>> chosen = ROLES.entrySet().stream().filter(role -> known(task, role.getKey()) != null)
                .map(role -> Map.of("role", role.getValue(), "who", people.name(known(task, role.getKey()))));
        Stream<Map<String, String>> fromOutside = ModelIds.HELPERS.stream().filter(helper -> known(task, helper + "Until") != null)
                .map(helper -> Map.of("role", "Hulp van buiten", "who", known(task, helper + "Name") + " (" + known(task, helper + "Organisation")
                        + "): " + known(task, helper + "Task") + ", tot en met " + DutchTime.written(DutchTime.day(known(task, helper + "Until")))));
        return SpinValues.jsonValue(Spin.JSON(Stream.concat(chosen, fromOutside).toList()).toString()).create();
    }

    /** Null when it was not chosen or filled in. */
    private static String known(DossierTask task, String name) {
        return task.variables().getVariable(name) instanceof String text && !text.isEmpty() ? text : null;
    }
}
