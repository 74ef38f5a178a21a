package nl.tweespoor.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How heavy a dossier is decides how much its preparation asks, from the hand-over that was accepted until the line has
 * confirmed the plan: with the smallest team, one milestone and one team to plan, without a request to change the hand-over.
 */
class QuestionsPerWeightTest {

    private static final List<String> ALL_STEPS = List.of("choose-weight", "form-team", "grant-room", "analyse-practice",
            "analyse-target-groups", "choose-strategies", "plan-implementation", "plan-team", "approve-plan", "confirm-plan");
    /** What only comes when a step is done that light leaves out. */
    private static final Set<String> NOT_LIGHT = Set.of("analyse-target-groups", "choose-strategies");
    private static final FeelEngine FEEL = feel();

    /** What is needed differs per plan: whoever needs nothing says why, and whoever needs help says from whom. */
    @ParameterizedTest
    @CsvSource({"needed, needed", "needed, notNeeded", "notNeeded, needed", "notNeeded, notNeeded"})
    void lightAsksAtMostHalfOfWhatExtendedAsks(String arranged, String help) {
        for (Predicate<JsonNode> counts : List.<Predicate<JsonNode>>of(question -> true, QuestionsPerWeightTest::isRequired)) {
            assertThat(2 * asked("light", arranged, help, counts)).isLessThanOrEqualTo(asked("extended", arranged, help, counts));
        }
    }

    @Test
    void standardLiesBetween() {
        assertThat(asked("standard", "needed", "needed", question -> true))
                .isLessThan(asked("extended", "needed", "needed", question -> true))
                .isGreaterThan(asked("light", "needed", "needed", question -> true));
    }

    /** Whatever the weight: who leads, who stands behind it, who owns it later, the hours, the milestone and what is measured. */
    @Test
    void lightAsksWhatNoImplementationDoesWithout() {
        assertThat(questions("light", "needed", "needed").filter(QuestionsPerWeightTest::isRequired).map(question -> question.path("key").asText()))
                .contains("projectLead", "sponsor", "lineOwner", "member1Hours", "room1Hours", "weightReason", "milestone1Name", "milestone1Goal",
                        "milestone1Date", "milestone1Owner", "baselineValue", "targetValue", "normValue", "planBudget", "planTeams", "teamSize");
    }

    private static long asked(String weight, String arranged, String help, Predicate<JsonNode> counts) {
        return questions(weight, arranged, help).filter(counts).count();
    }

    private static Stream<JsonNode> questions(String weight, String arranged, String help) {
        Map<String, Object> known = new HashMap<>(Map.of("chosenWeight", weight, "handOverChangeChoice", "none", "milestone1Name", "Sensoren hangen",
                "unansweredFactor", "none", "trainingChoice", arranged, "procurementChoice", arranged, "itChoice", arranged, "helpChoice", help,
                "member1", "it/it"));
        known.putAll(Map.of("handOverRisks", "Er is één beheerder.", "supportConcerns", "Extra inloggen"));
        if (!"light".equals(weight)) {
            known.put("member2", "hr/hr");
        }
        return ALL_STEPS.stream().filter(step -> !"light".equals(weight) || !NOT_LIGHT.contains(step))
                .flatMap(step -> Repository.components(Repository.forms().get(step)))
                .filter(field -> field.has("key") && isAsked(field, known));
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
            public Set<String> keySet() {
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
