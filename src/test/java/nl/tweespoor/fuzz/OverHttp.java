package nl.tweespoor.fuzz;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/** Variables as a caller of REST writes them, right or wrong. */
final class OverHttp {

    /** Half an emoji can't be written in UTF-8, but it can be named. */
    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private OverHttp() {
    }

    static String json(Map<String, Object> variables) throws IOException {
        Map<String, Object> written = new LinkedHashMap<>();
        variables.forEach((name, value) -> written.put(name, written(value)));
        return JSON.writeValueAsString(Map.of("variables", written));
    }

    private static Map<String, Object> written(Object value) {
        if (value instanceof SpinJsonNode json) {
            return typed("Json", json.toString(), Map.of());
        }
        if (value instanceof byte[] bytes) {
            return typed("Bytes", Base64.getEncoder().encodeToString(bytes), Map.of());
        }
        if (value instanceof Date) {
            return typed("Date", "2026-01-01T10:00:00.000+0100", Map.of());
        }
        if (value instanceof FileValue file) {
            return typed("File", "eA==", Map.of("filename", file.getFilename()));
        }
        if (value instanceof ObjectValue object) {
            return typed("Object", object.isDeserialized() ? "{}" : object.getValueSerialized(),
                    Map.of("objectTypeName", object.isDeserialized() ? "java.util.HashMap" : object.getObjectTypeName(),
                            "serializationDataFormat", "application/json"));
        }
        if (value instanceof TypedValue text) {
            return typed("String", text.getValue(), Map.of("transient", text.isTransient()));
        }
        Map<String, Object> untyped = new HashMap<>();
        untyped.put("value", value);
        return untyped;
    }

    private static Map<String, Object> typed(String type, Object value, Map<String, Object> valueInfo) {
        return Map.of("type", type, "value", value, "valueInfo", valueInfo);
    }
}
