package nl.tweespoor.account;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Who was chosen to carry something of a dossier, as rows of a table on a form: by the name that people know, as it is today. */
@Component
class Carriers implements ShownVariable {

    private static final Map<String, String> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put(ModelIds.PROJECT_LEAD, Group.PROJECT_LEAD.dutchName());
        ROLES.put(ModelIds.SPONSOR, "Sponsor");
        ROLES.put(ModelIds.LINE_OWNER, "Eigenaar in de lijn");
        ROLES.put(ModelIds.TEAM_LEADER, "Leidt dit team");
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
        return SpinValues.jsonValue(Spin.JSON(ROLES.entrySet().stream()
                .filter(role -> task.variables().getVariable(role.getKey()) instanceof String)
                .map(role -> Map.of("role", role.getValue(), "who", people.name((String) task.variables().getVariable(role.getKey()))))
                .toList()).toString()).create();
    }
}
