package nl.tweespoor.strategy;

import static org.camunda.spin.Spin.JSON;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.tweespoor.account.People;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** The people who make a strategy together, and how each of them sees what they begin with. */
@Component("strategyTeam")
public class StrategyTeam {

    private static final String USER = "user";
    private static final String NAME = "name";

    private final People people;

    StrategyTeam(People people) {
        this.people = people;
    }

    /** The same list, in which whoever has an account stands with the name of that account. */
    public SpinJsonNode named(SpinJsonNode team) {
        ArrayNode members = ((ArrayNode) team.unwrap()).deepCopy();
        members.forEach(member -> {
            if (member.path(USER).isTextual()) {
                ((ObjectNode) member).put(NAME, people.name(member.path(USER).asText()));
            }
        });
        return JSON(members.toString());
    }

    /** Who can be asked, each once: people from outside have no tasks. */
    public List<String> holders(SpinJsonNode team) {
        return team.elements().stream().map(member -> member.prop(USER)).filter(SpinJsonNode::isString).map(SpinJsonNode::stringValue)
                .distinct().toList();
    }

    /** What was remarked so far, with what this member adds to it. */
    public SpinJsonNode remarks(VariableScope answer) {
        ArrayNode remarks = ((ArrayNode) ((SpinJsonNode) answer.getVariable(ModelIds.REMARKS)).unwrap()).deepCopy();
        if (ModelIds.DIFFERS.equals(answer.getVariable(ModelIds.VIEW))) {
            remarks.addObject().put(NAME, people.name((String) answer.getVariable(ModelIds.MEMBER)))
                    .put("remark", (String) answer.getVariable(ModelIds.REMARK));
        }
        return JSON(remarks.toString());
    }
}
