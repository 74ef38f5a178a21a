package nl.tweespoor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the demo fills in is what Tasklist would let people fill in; the server checks only that nothing is missing. */
class DossierStoriesTest {

    private final Map<String, String> formOfTask = new HashMap<>();
    private final Map<String, JsonNode> forms = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> answersFitTheirForm() throws IOException {
        readModels();
        return new DossierStories().oldestFirst().stream().map(story -> DynamicTest.dynamicTest(story.name(), () -> {
            check("report", "report-opportunity", story.report());
            story.steps().forEach(step -> check(step.task(), formOfTask.get(step.task()), step.answers()));
        }));
    }

    private void check(String step, String form, Map<String, Object> answers) {
        assertThat(forms).as(step).containsKey(form);
        answers.forEach((key, answer) -> {
            JsonNode field = StreamSupport.stream(forms.get(form).path("components").spliterator(), false)
                    .filter(component -> key.equals(component.path("key").asText())).findFirst()
                    .orElseThrow(() -> new AssertionError(step + " has no question " + key));
            Collection<?> given = answer instanceof List<?> several ? several : List.of(answer);
            assertThat(given).as(step + " " + key).allSatisfy(value -> fits(field, value));
        });
    }

    private static void fits(JsonNode field, Object value) {
        JsonNode rules = field.path("validate");
        switch (field.path("type").asText()) {
            case "textfield", "textarea" -> {
                assertThat(value).isInstanceOf(String.class);
                assertThat(value.toString()).hasSizeLessThanOrEqualTo(rules.path("maxLength").asInt(Integer.MAX_VALUE));
                assertThat(value.toString()).matches(text -> !rules.has("pattern")
                        || text.matches(rules.path("pattern").asText()), "fits " + rules.path("pattern"));
            }
            case "number" -> assertThat((Integer) value).isBetween(rules.path("min").asInt(), rules.path("max").asInt());
            case "datetime" -> assertThat(value.toString()).matches("[+-]\\d+d");
            case "checkbox" -> assertThat(value).isInstanceOf(Boolean.class);
            default -> {
                if (!field.has("valuesKey")) {
                    assertThat(field.path("values").findValuesAsText("value")).contains(String.valueOf(value));
                }
            }
        }
    }

    private void readModels() throws IOException {
        var files = new PathMatchingResourcePatternResolver();
        for (Resource file : files.getResources("classpath*:processes/*.bpmn")) {
            try (InputStream model = file.getInputStream()) {
                Bpmn.readModelFromStream(model).getModelElementsByType(UserTask.class)
                        .forEach(task -> formOfTask.put(task.getId(), task.getCamundaFormRef()));
            }
        }
        for (Resource file : files.getResources("classpath*:forms/*/*.form")) {
            try (InputStream form = file.getInputStream()) {
                JsonNode json = new ObjectMapper().readTree(form);
                forms.put(json.path("id").asText(), json);
            }
        }
    }
}
