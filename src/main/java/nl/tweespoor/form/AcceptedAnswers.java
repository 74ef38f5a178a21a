package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;

/** The answers that came through, as the engine stores them; what stands deeper in a form becomes one Json variable. */
class AcceptedAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> known;
    private final Map<String, Object> variables = new LinkedHashMap<>();

    /** @param known what was there before; an answer within a Json variable leaves the rest of it as it was */
    AcceptedAnswers(Map<String, Object> known) {
        this.known = known;
    }

    void put(FormField field, Object answer) {
        if (field.path().size() == 1) {
            // A list never becomes null: the engine then refuses the next list for the same question.
            variables.put(field.variable(), answer == null && field.takesSeveral() ? List.of() : answer);
            return;
        }
        ObjectNode json = (ObjectNode) variables.computeIfAbsent(field.variable(), name ->
                known.get(name) instanceof ObjectNode before ? before.deepCopy() : JSON.createObjectNode());
        for (String step : field.path().subList(1, field.path().size() - 1)) {
            json = json.path(step) instanceof ObjectNode inner ? inner : json.putObject(step);
        }
        json.set(field.path().get(field.path().size() - 1), JSON.valueToTree(answer));
    }

    Map<String, Object> toStore() {
        variables.replaceAll((name, answer) -> answer instanceof Collection<?> || answer instanceof Map<?, ?>
                || answer instanceof JsonNode ? Spin.JSON(JSON.valueToTree(answer).toString()) : answer);
        return variables;
    }
}
