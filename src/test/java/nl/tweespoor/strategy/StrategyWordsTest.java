package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.StrategyWalk;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is asked something with one of the seven words reads there what it means. */
@EngineTest
@OnPostgresToo
class StrategyWordsTest {

    /** Each word as people write it; the names of a head, of a process and of the whole work are no question about it. */
    private static final Map<String, Pattern> WORDS = Map.of("technology", word("(?<!zorg)technologie"), "careTechnology", word("zorgtechnologie"),
            "innovation", word("(?<!Hoofd )(?<!bij )\\binnovaties?\\b"), "impact", word("\\bimpact"), "scalingUp", word("opschal"),
            "qualityOfLife", word("kwaliteit van (het )?leven"), "qualityOfCare", word("kwaliteit van (de )?zorg"));

    @Autowired
    Walk walk;
    @Autowired
    StrategyWalk strategies;
    @Autowired
    FormService forms;

    private static Pattern word(String written) {
        return Pattern.compile(written, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Test
    void eachFormThatAsksWithAWordShowsWhatItMeansBeforeTheQuestion() throws Exception {
        List<String> asking = new ArrayList<>();
        try (var files = Files.walk(Path.of("forms"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".form") && !path.endsWith("set-scope.form")).sorted().toList()) {
                String shown = "";
                for (JsonNode component : read(file).path("components")) {
                    shown += component.path("dataSource").asText().startsWith("=strategyWords") ? component.path("dataSource").asText() : "";
                    String asked = component.has("key") ? asked(component) : "";
                    for (Map.Entry<String, Pattern> word : WORDS.entrySet()) {
                        if (word.getValue().matcher(asked).find()) {
                            asking.add(file.getFileName().toString());
                            assertThat(shown).as(file + " asks: " + asked).contains("\"" + word.getKey() + "\"");
                        }
                    }
                }
            }
        }
        assertThat(asking).contains("enter-option.form", "enter-outward-finding.form", "prepare-test.form");
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String asked(JsonNode question) {
        StringBuilder asked = new StringBuilder(question.path("label").asText()).append('\n').append(question.path("dateLabel").asText());
        question.path("values").forEach(choice -> asked.append('\n').append(choice.path("label").asText()));
        return asked.toString();
    }

    @Test
    void wordMeansWhatTheStrategyThatIsMadeSaysAndElsewhereWhatTheOneInForceSays() {
        Dossier strategy = strategies.withPicture().complete("UserTask_WriteVision").complete("UserTask_EnterPillar")
                .complete("UserTask_EnterPillar", "pillarStep", "done").complete("UserTask_AdoptVision", "visionOutcome", "adopt")
                .complete("UserTask_SetScope", "technology", "Alles met een stekker.").complete("UserTask_EnterTargetGroup")
                .complete("UserTask_EnterTargetGroup", "audienceStep", "done");
        Dossier dossier = walk.selected();

        assertThat(shown(strategy, "UserTask_EnterOutward")).contains("Technologie", "Alles met een stekker.", "Kwaliteit van leven");
        assertThat(shown(dossier, "UserTask_PrepareTest")).contains("Technologie", "Kwaliteit van zorg").doesNotContain("Alles met een stekker.");
    }

    private String shown(Dossier of, String step) {
        return forms.getTaskFormVariables(of.task(step).getId()).get("strategyWords").toString();
    }
}
