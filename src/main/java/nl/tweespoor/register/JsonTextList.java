package nl.tweespoor.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** A list as a form submits it. */
final class JsonTextList {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonTextList() {
    }

    /** Nothing when it is no list. */
    static List<String> of(String json) {
        List<String> texts = new ArrayList<>();
        try {
            JsonNode list = JSON.readTree(json == null ? "" : json);
            if (list.isArray()) {
                list.forEach(one -> texts.add(one.asText()));
            }
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return texts;
    }
}
