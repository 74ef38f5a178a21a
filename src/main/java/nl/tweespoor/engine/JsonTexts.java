package nl.tweespoor.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts in a list or an object that is kept as Json. */
final class JsonTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonTexts() {
    }

    /** Empty when none of its texts is this one, or it is no Json. */
    static Optional<String> replace(String json, String text, String by) {
        try {
            JsonNode before = JSON.readTree(json);
            JsonNode after = replaced(before.deepCopy(), text, by);
            return after.equals(before) ? Optional.empty() : Optional.of(after.toString());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static JsonNode replaced(JsonNode node, String text, String by) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> object.set(name, replaced(object.get(name), text, by)));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, replaced(list.get(i), text, by));
            }
        }
        return node.isTextual() && node.textValue().equals(text) ? TextNode.valueOf(by) : node;
    }
}
