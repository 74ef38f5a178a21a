package nl.tweespoor.handover;

import static org.camunda.spin.Spin.JSON;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/**
 * What a dossier may go on under, one by one: each line that a test, a conclusion or a decision gave. They are never typed
 * again, so none is left out; whoever hands over only says who sees to each of them, and by when.
 */
@Component("conditionList")
public class Conditions {

    /** As many rows as the forms of the hand-over have; who sees to the last one sees to all that follow. */
    private static final int ROWS = 10;
    private static final String MARK_OF_A_LIST = "^(?:[-*•]|\\d{1,2}[.)])\\s+";

    private final CurrentUser currentUser;

    Conditions(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** @param sources where conditions come from, and the variable with the text: {@code Geld: financeConditions, ...} */
    public SpinJsonNode of(VariableScope dossier, String sources) {
        List<Map<String, Object>> conditions = new ArrayList<>();
        Arrays.stream(sources.split(",")).map(source -> source.split(":")).forEach(source ->
                lines(dossier.getVariable(source[1].strip())).forEach(line -> conditions.add(Map.of(
                        ModelIds.NUMBER, conditions.size() + 1, ModelIds.SOURCE, source[0].strip(), ModelIds.ITSELF, line))));
        return JSON(conditions);
    }

    /** Each with who sees to it, by when, and who agreed that; without, where a hand-over is ended before anyone said so. */
    public SpinJsonNode agreed(VariableScope handOver, SpinJsonNode conditions) {
        return JSON(conditions.elements().stream().map(condition -> {
            int number = condition.prop(ModelIds.NUMBER).numberValue().intValue();
            String row = ModelIds.ROW + Math.min(number, ROWS);
            Map<String, Object> agreed = new HashMap<>(Map.of(ModelIds.NUMBER, number,
                    ModelIds.SOURCE, condition.prop(ModelIds.SOURCE).stringValue(),
                    ModelIds.ITSELF, condition.prop(ModelIds.ITSELF).stringValue()));
            agreed.put(ModelIds.OWNER, nameOf(handOver.getVariable(row + "Owner")));
            agreed.put(ModelIds.POINT_OWNER, handOver.getVariable(row + "Owner") instanceof String holder ? holder : "");
            agreed.put(ModelIds.POINT_DATE, handOver.getVariable(row + "Date") instanceof String day ? day : "");
            agreed.put(ModelIds.POINT_RAISED_BY, currentUser.id().orElse(""));
            agreed.put(ModelIds.BY, handOver.getVariable(row + "Date") instanceof String day
                    ? DutchTime.written(DutchTime.day(day)) : "");
            return agreed;
        }).toList());
    }

    private static Stream<String> lines(Object text) {
        return text == null ? Stream.of() : text.toString().lines().map(String::strip)
                .map(line -> line.replaceFirst(MARK_OF_A_LIST, "")).filter(line -> !line.isBlank());
    }

    private static String nameOf(Object group) {
        return group instanceof String id ? Group.of(id).map(Group::dutchName).orElse("") : "";
    }
}
