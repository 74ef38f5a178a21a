package nl.tweespoor.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;

/** How heavy a dossier is decides how much planning asks: a plan with one milestone, without a request. */
class QuestionsPerWeightTest {

    private static final List<String> ALL_STEPS = List.of("analyse-practice", "analyse-target-groups", "choose-strategies",
            "plan-implementation");
    private static final FeelEngine FEEL = feel();

    @Test
    void lightAsksAtMostHalfOfWhatExtendedAsks() {
        assertThat(2 * asked("light", ALL_STEPS, question -> true)).isLessThanOrEqualTo(asked("extended", ALL_STEPS, question -> true));
    }

    /** Its table advises to skip one step, or both. */
    @Test
    void lightAsForItIsAdvisedRequiresAtMostHalf() {
        assertThat(2 * asked("light", List.of("analyse-practice", "choose-strategies", "plan-implementation"),
                QuestionsPerWeightTest::isRequired)).isLessThanOrEqualTo(asked("extended", ALL_STEPS, QuestionsPerWeightTest::isRequired));
    }

    @Test
    void standardLiesBetween() {
        assertThat(asked("standard", ALL_STEPS, question -> true)).isLessThan(asked("extended", ALL_STEPS, question -> true))
                .isGreaterThan(asked("light", ALL_STEPS, question -> true));
    }

    private static long asked(String weight, List<String> steps, Predicate<JsonNode> counts) {
        Map<String, Object> known = new HashMap<>(Map.of("chosenWeight", weight, "handOverChangeChoice", "none",
                "milestone1Name", "Sensoren hangen", "unansweredFactor", "none"));
        return steps.stream().flatMap(step -> Repository.components(Repository.forms().get(step)))
                .filter(field -> field.has("key") && isAsked(field, known)).filter(counts).count();
    }

    private static boolean isRequired(JsonNode question) {
        return question.path("validate").path("required").asBoolean();
    }

    private static boolean isAsked(JsonNode field, Map<String, Object> known) {
        String hide = field.path("conditional").path("hide").asText();
        return hide.isEmpty() || !Boolean.TRUE.equals(FEEL.evaluateSimpleExpression(hide.substring(1), nullWhereUnknown(known)));
    }

    private static VariableContext nullWhereUnknown(Map<String, Object> known) {
        return new VariableContext() {
            @Override
            public TypedValue resolve(String name) {
                return Variables.untypedValue(known.get(name));
            }

            @Override
            public boolean containsVariable(String name) {
                return true;
            }

            @Override
            public java.util.Set<String> keySet() {
                return known.keySet();
            }
        };
    }

    private static FeelEngine feel() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.buildEngine();
        return configuration.getFeelEngine();
    }
}
