package nl.tweespoor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quicker than the engine's own, and never of another opinion. */
class CachingFeelEngineTest {

    private static final VariableContext VARIABLES = Variables.fromMap(Map.of("text", "a.b", "number", 7, "yes", true,
            "list", List.of(3, 1, 2), "map", Map.of("key", "value"),
            "day", Date.from(LocalDate.of(2026, 2, 28).atStartOfDay(ZoneId.of("UTC")).toInstant()))).asVariableContext();

    private final FeelEngine ours = new CachingFeelEngine();
    private final FeelEngine plain = new ScalaFeelEngine(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"1 + 1", "number * 2", "text = null", "missing", "missing = null", "missing.part", "map.key",
            "map.other", "sum(list)", "sort(list, function(x, y) x < y)", "list[item > 1]", "contains(text, \".\")",
            "contains(number, \".\")", "matches(text, \"[\")", "date(\"2026-02-30\")", "date and time(day) = null",
            "if yes then \"y\" else 1 + \"a\"", "1 + \"a\"", "text + 1", "number / 0", "assert(missing, missing != null)",
            "assert(number, number = 7)", "assert(number, number = 8, \"not eight\")", "some x in list satisfies x > 2",
            "every x in list satisfies missing(x)", "nothing()", "string(number) + text", "(", "for x in list return x + number",
            "{a: 1, b: a + number}.b", "get or else(missing, 3)", "is defined(missing)", "number in [1..9]", "-"})
    void evaluatesAsTheEngineDoes(String expression) {
        for (int time = 1; time <= 2; time++) {
            assertThat(outcome(() -> ours.evaluateSimpleExpression(expression, VARIABLES)))
                    .isEqualTo(outcome(() -> plain.evaluateSimpleExpression(expression, VARIABLES)));
            assertThat(outcome(() -> ours.evaluateSimpleUnaryTests(expression, "number", VARIABLES)))
                    .isEqualTo(outcome(() -> plain.evaluateSimpleUnaryTests(expression, "number", VARIABLES)));
        }
    }

    private interface Evaluation {
        Object result();
    }

    private static String outcome(Evaluation evaluation) {
        try {
            return "gives " + evaluation.result();
        } catch (RuntimeException e) {
            return "fails with " + e.getMessage();
        }
    }
}
