package nl.tweespoor.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A form that waits for its answers.
 *
 * @param definition the process that it starts, or null
 * @param task the task that it completes, or null
 * @param known what the task knows already
 */
record WaitingForm(JsonNode form, String definition, String task, String user, Map<String, Object> known) {

    String id() {
        return form.path("id").asText();
    }

    boolean starts() {
        return task == null;
    }
}
