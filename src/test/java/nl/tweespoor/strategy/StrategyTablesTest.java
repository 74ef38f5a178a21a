package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A list that is kept with words of the models and days as computers write them is shown with those of people. */
class StrategyTablesTest {

    private static final Set<String> LISTS = Set.of("choices", "goals", "preconditions", "options");
    private static final Set<String> NOT_FOR_PEOPLE = Set.of("choice", "lookAgainOn", "deadline", "date", "forWhom", "risk", "advice", "owner", "pillar", "kind");

    @Test
    void tablesOfAStrategyShowWordsAndDaysAsPeopleWriteThem() throws Exception {
        List<Path> forms;
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            forms = files.filter(file -> file.toString().matches("forms/strategy.*\\.form")).toList();
        }
        assertThat(forms).hasSizeGreaterThan(20);
        for (Path form : forms) {
            for (JsonNode table : new ObjectMapper().readTree(form.toFile()).path("components")) {
                String list = table.path("dataSource").asText().replaceFirst("^=", "");
                if (LISTS.contains(list)) {
                    assertThat(StreamSupport.stream(table.path("columns").spliterator(), false).map(column -> column.path("key").asText()))
                            .as("%s, %s", form, table.path("label").asText()).doesNotContainAnyElementsOf(NOT_FOR_PEOPLE);
                }
            }
        }
    }
}
