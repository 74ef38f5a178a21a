package nl.tweespoor.model;

import static nl.tweespoor.model.Repository.components;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What someone typed can end in a mark of its own, and so can a reason from a table. A form that puts a mark after it shows
 * two. Read over templates that follow each other: every branch of the one can be followed by every branch of the next.
 */
class MarksTest {

    private static final Pattern PART = Pattern.compile("\\{\\{(.*?)}}|((?:(?!\\{\\{).)+)", Pattern.DOTALL);
    private static final String OUTSIDE_TEXTS = "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
    private static final Pattern MARK = Pattern.compile("[*_)\u2019\u201d ]*[.,;:!?].*", Pattern.DOTALL);
    /** It shows nothing between what was typed and what comes then. */
    private static final Pattern NOTHING = Pattern.compile("[*_)\u2019\u201d ]*");
    private static final Set<String> TYPED = typed();

    static Set<String> formIds() {
        return Repository.forms().keySet();
    }

    @ParameterizedTest
    @MethodSource("formIds")
    void whatSomeoneTypedIsNotFollowedByAMark(String id) {
        List<String> doubled = new ArrayList<>();
        components(Repository.forms().get(id)).flatMap(component -> Stream.of("text", "label", "description")
                .map(part -> component.path(part).asText())).forEach(text -> readOver(text, doubled));
        assertThat(doubled).isEmpty();
    }

    private static void readOver(String text, List<String> doubled) {
        String typed = null;
        for (List<List<String>> part : parts(text)) {
            String typedAfter = null;
            for (List<String> branch : part) {
                String before = typed;
                for (String term : branch) {
                    String literal = term.startsWith("\"") ? term.substring(1, term.length() - 1) : null;
                    if (literal != null && before != null && MARK.matcher(literal).matches()) {
                        doubled.add(before + literal);
                    }
                    before = literal == null ? TYPED.contains(term) || term.endsWith("Reason") ? term : null
                            : NOTHING.matcher(literal).matches() ? before : null;
                }
                typedAfter = before == null ? typedAfter : before;
            }
            typed = typedAfter;
        }
    }

    /** Each part of a text in its branches, and each branch in its terms: names, and texts between quotes. */
    private static List<List<List<String>>> parts(String text) {
        return PART.matcher(text).results().map(part -> part.group(1) == null ? List.of(List.of("\"" + part.group(2) + "\""))
                : Arrays.stream(part.group(1).split("\\b(then|else)\\b" + OUTSIDE_TEXTS)).map(String::strip)
                        .filter(branch -> !branch.startsWith("if ")).map(branch -> Arrays.stream(branch
                                .split("\\+" + OUTSIDE_TEXTS)).map(String::strip).toList()).toList()).toList();
    }

    private static Set<String> typed() {
        return Repository.forms().values().stream().flatMap(Repository::components)
                .filter(field -> Set.of("textfield", "textarea").contains(field.path("type").asText()))
                .filter(field -> !field.path("validate").has("pattern")).map(field -> field.path("key").asText())
                .collect(Collectors.toSet());
    }
}
