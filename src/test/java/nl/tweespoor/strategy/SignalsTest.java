package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of a decision asks about each signal apart, and about no other than the table can give. */
class SignalsTest {

    private static final List<String> NOT_BEFORE_THE_VISION = List.of("Geen blik van buiten", "Technologie voorop", "Afgeraden optie");

    @ParameterizedTest
    @CsvSource({"strategy-signals, strategy-vision/adopt-vision", "strategy-signals, strategy-options/weigh-options",
        "choice-signals, strategy-choice/decide-course-of-strategy", "goal-signals, strategy-adoption/adopt-strategy"})
    void eachSignalOfATableHasAQuestionOfItsOwnThatMustBeAnswered(String table, String form) throws Exception {
        JsonNode questions = new ObjectMapper().readTree(Path.of("forms/" + form + ".form").toFile()).path("components");
        List<String> signals = Dmn.readModelFromFile(Path.of("processes/" + table + ".dmn").toFile()).getModelElementsByType(OutputEntry.class).stream()
                .map(entry -> entry.getText().getTextContent().replace("\"", ""))
                .filter(signal -> !form.startsWith("strategy-vision") || !NOT_BEFORE_THE_VISION.contains(signal)).toList();

        assertThat(signals).isNotEmpty();
        assertThat(StreamSupport.stream(questions.spliterator(), false).filter(question -> question.path("conditional").path("hide").asText().contains("**"))).as(form)
                .hasSameSizeAs(signals).allSatisfy(question -> {
                    assertThat(question.path("validate").path("required").asBoolean()).isTrue();
                    assertThat(question.path("key").asText()).as("so that it asks a reason").endsWith("Reason");
                })
                .extracting(question -> question.path("conditional").path("hide").asText().replaceAll(".*\"\\*\\*(.+)\\*\\*\".*", "$1"))
                .containsExactlyInAnyOrderElementsOf(signals);
    }
}
