package nl.tweespoor.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;

/**
 * A form that waits for its answers.
 *
 * @param known what is known there, with what can be chosen
 */
record WaitingForm(JsonNode form, Map<String, Object> known) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPTIONS = "valuesKey";

    static WaitingForm ofStart(ProcessEngine engine, String definition) {
        JsonNode form = read(engine.getFormService().getDeployedStartForm(definition));
        return new WaitingForm(form, options(engine.getFormService().getStartFormVariables(definition, form.findValuesAsText(OPTIONS), false)));
    }

    static WaitingForm ofTask(ProcessEngine engine, String task) {
        JsonNode form = read(engine.getFormService().getDeployedTaskForm(task));
        Map<String, Object> known = new HashMap<>(engine.getTaskService().getVariables(task));
        known.putAll(options(engine.getFormService().getTaskFormVariables(task, form.findValuesAsText(OPTIONS), false)));
        return new WaitingForm(form, known);
    }

    private static Map<String, Object> options(VariableMap variables) {
        Map<String, Object> options = new HashMap<>();
        variables.keySet().forEach(name -> {
            TypedValue value = variables.getValueTyped(name);
            if (value instanceof SerializableValue json && json.getValueSerialized() != null && value.getType() != ValueType.OBJECT) {
                options.put(name, Spin.JSON(json.getValueSerialized()));
            }
        });
        return options;
    }

    private static JsonNode read(InputStream form) {
        try (form) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
