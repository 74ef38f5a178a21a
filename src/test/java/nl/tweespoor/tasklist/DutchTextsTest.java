package nl.tweespoor.tasklist;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares our Dutch texts with the English ones in the webjar, so that an upgrade shows which texts came or went. */
class DutchTextsTest {

    private static final String APPS = "/META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** Words that are Dutch too, names and signs. */
    private static final Set<String> SAME_IN_DUTCH = Set.of(
            "", "<", "<=", ">", ">=", "Cockpit", "ID", "Filter", "Filters", "Links");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void everyTextHasADutchOne(String app) throws IOException {
        assertThat(texts(app, "nl").keySet()).containsAll(texts(app, "en").keySet());
    }

    /** The dialog for a filter looks its words up by their English text, which the English file does not hold. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void everyOtherTextIsOneThatTheCodeLooksUp(String app) throws IOException {
        String code = resource(app + "/camunda-" + app + "-bootstrap.js");
        Set<String> others = new TreeSet<>(texts(app, "nl").keySet());
        others.removeAll(texts(app, "en").keySet());
        assertThat(others).allSatisfy(key -> {
            String text = '"' + key.substring("/labels/".length()) + '"';
            assertThat(code.contains("label:" + text) || code.contains("group:" + text)).as(text).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void noLabelStayedEnglish(String app) throws IOException {
        Map<String, String> english = texts(app, "en");
        assertThat(texts(app, "nl").entrySet())
                .filteredOn(text -> text.getKey().startsWith("/labels/"))
                .filteredOn(text -> !SAME_IN_DUTCH.contains(text.getValue()))
                .noneMatch(text -> text.getValue().equals(english.get(text.getKey()))
                        || text.getKey().equals("/labels/" + text.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void everyTextNamesTheSameValues(String app) throws IOException {
        Map<String, String> dutch = texts(app, "nl");
        texts(app, "en").forEach((key, english) ->
                assertThat(valuesIn(dutch.get(key))).as(key).isEqualTo(valuesIn(english)));
    }

    @Test
    void theBannerOfThePlatformIsGone() throws IOException {
        assertThat(resource("tasklist/styles/house-style.css")).contains(".ce-eol-banner");
        assertThat(texts("tasklist", "nl")).containsEntry("/labels/BANNER_CE_EOL_TEXT", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void everyAppCarriesOurNameAndStyle(String app) throws IOException {
        assertThat(resource(app + "/scripts/config.js")).contains("vendor: 'Tweespoor'");
        assertThat(resource(app + "/styles/user-styles.css")).contains("house-style.css");
    }

    @Test
    void everyCustomScriptExists() throws IOException {
        List<String> scripts = Pattern.compile("'(scripts/[^']+)'").matcher(resource("tasklist/scripts/config.js"))
                .results().map(result -> result.group(1)).toList();
        assertThat(scripts).isNotEmpty()
                .allSatisfy(script -> assertThat(resource("tasklist/" + script + ".js")).isNotBlank());
    }

    private static Set<String> valuesIn(String text) {
        return PLACEHOLDER.matcher(text).results().map(result -> result.group(1))
                .collect(toSet());
    }

    /** Every text of the file by its path, such as {@code /labels/SAVE} or {@code /dateLocales/months/0}. */
    private static Map<String, String> texts(String app, String language) throws IOException {
        String json = resource(app + "/locales/" + language + ".json");
        // The shipped file starts with a byte order mark.
        JsonNode root = new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
        Map<String, String> texts = new TreeMap<>();
        collect("", root, texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), texts);
            }
        } else {
            node.fields().forEachRemaining(field -> collect(path + "/" + field.getKey(), field.getValue(), texts));
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream stream = DutchTextsTest.class.getResourceAsStream(APPS + path)) {
            assertThat(stream).as(path).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
