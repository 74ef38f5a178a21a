package nl.tweespoor.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.tweespoor.walk.Keeps;
import org.junit.jupiter.api.Test;

/** What a form says that will happen, happens: each promise has a marker, and each marker a walk that proves it. */
class PromisesTest {

    /** What someone will read, get or see coming back, and what goes, stays or is decided by itself. */
    private static final Pattern PROMISE = Pattern.compile("\\b(leest|lezen dit|krijgt|bewaard|vanzelf|gaan mee|gaat mee|sluit"
            + "|bepalen wie|(komt|komen|ligt|keert|gaat) .{0,40}terug|beslist (het|de|daarover)|altijd een taak|krijgt .{0,40}taak)\\b");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
    /** Pitfalls, which say what happens to who forgets something, and questions. */
    private static final Pattern NO_PROMISE = Pattern.compile("^>.*|.*\\?$|.*te maken krijgt.*");

    @Test
    void everySentenceThatPromisesSomethingHasAMarker() {
        Repository.forms().forEach((id, form) -> assertThat(Repository.components(form).filter(component ->
                markers(component).isEmpty() && promises(component).findAny().isPresent()).flatMap(PromisesTest::promises))
                .as("promises in %s without a marker", id).isEmpty());
    }

    @Test
    void everyMarkerIsOnASentenceThatPromisesSomething() {
        Repository.forms().forEach((id, form) -> Repository.components(form).filter(component -> !markers(component).isEmpty())
                .forEach(component -> assertThat(promises(component)).as("%s in %s", markers(component), id).isNotEmpty()));
    }

    @Test
    void everyPromiseIsKeptInAWalk() {
        Map<String, Set<String>> promised = new TreeMap<>();
        Repository.forms().forEach((id, form) -> Repository.components(form).flatMap(component -> markers(component).stream())
                .forEach(marker -> promised.computeIfAbsent(marker, first -> new TreeSet<>()).add(id)));
        assertThat(kept()).as("walks that prove a promise, against the forms that make it: %s", promised)
                .isEqualTo(new TreeSet<>(promised.keySet()));
    }

    private static Set<String> kept() {
        return new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("nl.tweespoor").stream()
                .flatMap(test -> test.getMethods().stream()).filter(method -> method.isAnnotatedWith(Keeps.class))
                .peek(method -> assertThat(method.getAnnotations()).as("%s is a test", method.getFullName()).hasSizeGreaterThan(1))
                .flatMap(method -> Stream.of(method.getAnnotationOfType(Keeps.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> markers(JsonNode component) {
        return Stream.of(component.path("properties").path("promise").asText().split(",")).map(String::strip)
                .filter(marker -> !marker.isEmpty()).toList();
    }

    private static Stream<String> promises(JsonNode component) {
        return Stream.concat(Stream.of("text", "description").map(name -> component.path(name).asText()),
                        StreamSupport.stream(component.path("values").spliterator(), false).map(option -> option.path("label").asText()))
                .flatMap(text -> TEMPLATE.matcher(text).replaceAll("…").lines())
                .filter(line -> !line.startsWith(">")).flatMap(line -> Stream.of(line.split("(?<=[.!?])\\s+")))
                .filter(sentence -> PROMISE.matcher(sentence).find() && !NO_PROMISE.matcher(sentence).matches());
    }
}
