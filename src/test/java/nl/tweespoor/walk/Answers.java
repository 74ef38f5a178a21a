package nl.tweespoor.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.util.SerializationUtils;

/** Fills a Camunda Form by its own rules, as someone would who has never seen it. */
public class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngine engine;
    private final Random random;

    public Answers(ProcessEngine engine, Random random) {
        this.engine = engine;
        this.random = random;
    }

    /** What is known at a task, with what can be chosen there. */
    public Map<String, Object> knownAt(String task) {
        Map<String, Object> known = new HashMap<>(engine.getTaskService().getVariables(task));
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task)) {
            VariableMap options = engine.getFormService().getTaskFormVariables(task, JSON.readTree(form).findValuesAsText("valuesKey"), false);
            options.keySet().forEach(name -> known.put(name, Spin.JSON(options.<SerializableValue>getValueTyped(name).getValueSerialized())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return known;
    }

    /** Someone who will answer as this one would from here on. */
    Answers again() {
        return new Answers(engine, SerializationUtils.clone(random));
    }

    /** @param fixed answers that are not left to chance */
    public Map<String, Object> to(InputStream form, Map<String, Object> known, Map<String, Object> fixed) {
        return to(form, known, fixed, fixed.keySet());
    }

    /** @param wanted answers that are not left to chance where the form asks for them */
    public Map<String, Object> whereAsked(InputStream form, Map<String, Object> known, Map<String, Object> wanted) {
        return to(form, known, wanted, Set.of());
    }

    private Map<String, Object> to(InputStream form, Map<String, Object> known, Map<String, Object> fixed, Set<String> always) {
        Map<String, Object> answers = new HashMap<>(fixed);
        try (form) {
            JsonNode fields = JSON.readTree(form).path("components");
            for (JsonNode field : fields) {
                String key = field.path("key").asText();
                if (!key.isEmpty() && !answers.containsKey(key) && isAsked(field, known, answers)
                        && field.path("validate").path("required").asBoolean()) {
                    answers.put(key, answer(field, known, answers));
                }
            }
            // As Tasklist does with what a later answer hides.
            for (JsonNode field : fields) {
                String key = field.path("key").asText();
                if (answers.containsKey(key) && !always.contains(key) && !isAsked(field, known, answers)) {
                    answers.remove(key);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return answers;
    }

    private boolean isAsked(JsonNode field, Map<String, Object> known, Map<String, Object> answers) {
        String hide = field.path("conditional").path("hide").asText();
        if (hide.isBlank()) {
            return true;
        }
        FeelEngine feel = ((DefaultDmnEngineConfiguration) ((ProcessEngineConfigurationImpl) engine
                .getProcessEngineConfiguration()).getDmnEngineConfiguration()).getFeelEngine();
        Map<String, Object> all = new HashMap<>(known);
        all.putAll(answers);
        return !Boolean.TRUE.equals(feel.evaluateSimpleExpression(hide.substring(1), nullWhereUnknown(all)));
    }

    private Object answer(JsonNode field, Map<String, Object> known, Map<String, Object> answers) {
        JsonNode rules = field.path("validate");
        return switch (field.path("type").asText()) {
            case "textfield", "textarea" -> rules.has("pattern")
                    ? atMost(field, RgxGen.parse(rules.path("pattern").asText()).generate(random), known, answers)
                    : "antwoord nummer " + random.nextInt(1000);
            case "number" -> rules.path("min").asInt(0) + random.nextInt(1 + rules.path("max").asInt(100)
                    - rules.path("min").asInt(0));
            case "checkbox" -> true;
            case "datetime" -> day(field.path("properties"), known, answers).toString();
            case "radio", "select" -> pick(field, others(field, known, answers));
            case "checklist", "taglist" -> Spin.JSON(JSON.valueToTree(
                    options(field, known).stream().filter(option -> random.nextBoolean()).toList()).size() == 0
                    ? "[\"" + pick(field, options(field, known)) + "\"]"
                    : "[\"" + String.join("\",\"", options(field, known)) + "\"]");
            default -> throw new IllegalStateException("Tasklist can't ask " + field);
        };
    }

    /** Where it may not be more than another number, that one. */
    private static String atMost(JsonNode field, String answer, Map<String, Object> known, Map<String, Object> answers) {
        String other = field.path("properties").path("atMost").asText();
        return answers.getOrDefault(other, known.get(other)) instanceof String most
                && new BigDecimal(answer).compareTo(new BigDecimal(most)) > 0 ? most : answer;
    }

    /** Within what the question allows: every period in the table is longer than two months. */
    private LocalDate day(JsonNode bounds, Map<String, Object> known, Map<String, Object> answers) {
        LocalDate today = DutchTime.today();
        if (bounds.path("latest").asText().equals("today")) {
            LocalDate day = today.minusDays(random.nextInt(60));
            return known.get(bounds.path("notBefore").asText()) instanceof String first && LocalDate.parse(first).isAfter(day)
                    ? LocalDate.parse(first) : day;
        }
        LocalDate after = answers.get(bounds.path("notBefore").asText()) instanceof String other ? LocalDate.parse(other) : today;
        return after.plusDays(1 + random.nextInt(6));
    }

    private List<String> options(JsonNode field, Map<String, Object> known) {
        List<String> options = new ArrayList<>();
        if (field.has("valuesKey")) {
            ((SpinJsonNode) known.get(field.path("valuesKey").asText())).elements()
                    .forEach(option -> options.add(option.prop("value").stringValue()));
        } else {
            field.path("values").forEach(option -> options.add(option.path("value").asText()));
        }
        return options;
    }

    /** What can be chosen besides who was chosen where someone else must stand. */
    private List<String> others(JsonNode field, Map<String, Object> known, Map<String, Object> answers) {
        List<String> taken = Stream.of(field.path("properties").path("differsFrom").asText().split("\\s*,\\s*"))
                .map(other -> answers.getOrDefault(other, known.get(other))).filter(String.class::isInstance)
                .map(chosen -> person((String) chosen)).toList();
        return options(field, known).stream().filter(option -> !option.contains("/") || !taken.contains(person(option))).toList();
    }

    private static String person(String holder) {
        return holder.substring(holder.indexOf('/') + 1);
    }

    private String pick(JsonNode field, List<String> options) {
        if (options.isEmpty()) {
            throw new IllegalStateException("nothing to choose from for " + field);
        }
        return options.get(random.nextInt(options.size()));
    }

    private static VariableContext nullWhereUnknown(Map<String, Object> values) {
        return new VariableContext() {
            @Override
            public TypedValue resolve(String name) {
                Object value = values.get(name);
                return value == null ? Variables.untypedNullValue() : Variables.untypedValue(value);
            }

            @Override
            public boolean containsVariable(String name) {
                return true;
            }

            @Override
            public java.util.Set<String> keySet() {
                return values.keySet();
            }
        };
    }
}
