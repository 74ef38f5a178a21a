package nl.tweespoor.team;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** The care teams: groups of type {@code TEAM}, which an administrator keeps in Camunda Admin. */
@Component("teams")
public class Teams {

    public static final String TYPE = "TEAM";

    private final IdentityService identityService;

    Teams(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** As options of a form, by name. */
    public SpinJsonNode options() {
        List<Map<String, String>> options = identityService.createGroupQuery().groupType(TYPE).orderByGroupName().asc()
                .list().stream().map(team -> Map.of("value", team.getId(), "label", team.getName())).toList();
        return JSON(options);
    }

    public String name(String teamId) {
        Group team = teamId == null ? null : identityService.createGroupQuery().groupId(teamId).singleResult();
        return team == null ? teamId : team.getName();
    }

    public String summary(SpinJsonNode teamIds) {
        return teamIds == null ? "" : teamIds.elements().stream().map(team -> name(team.stringValue())).collect(Collectors.joining(", "));
    }

    /** How many teams were chosen. */
    public int count(SpinJsonNode teamIds) {
        return teamIds == null ? 0 : teamIds.elements().size();
    }

    /** How many teams were not chosen. */
    public long others(SpinJsonNode teamIds) {
        return identityService.createGroupQuery().groupType(TYPE).count() - count(teamIds);
    }
}
