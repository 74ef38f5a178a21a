package nl.tweespoor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a room says that it knows of the models, stands in a model. */
class ModelIdsTest {

    @Test
    void everyIdThatJavaReadsStandsInAModelOrAForm() throws Exception {
        String models = textOf("processes") + textOf("forms");
        List<Class<?>> homes = homes();
        assertThat(homes).hasSizeGreaterThan(5);
        for (Class<?> home : homes) {
            for (Field id : home.getDeclaredFields()) {
                id.setAccessible(true);
                Object value = id.get(null);
                (value instanceof List<?> several ? several : List.of(value)).forEach(one ->
                        assertThat(models).as("%s.%s", home.getName(), id.getName()).contains((String) one));
            }
        }
    }

    private static List<Class<?>> homes() throws IOException, ClassNotFoundException {
        List<Class<?>> homes = new ArrayList<>();
        Path main = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file : files.filter(path -> path.endsWith("ModelIds.java")).toList()) {
                homes.add(Class.forName(main.relativize(file).toString().replace(".java", "").replace('/', '.')));
            }
        }
        return homes;
    }

    private static String textOf(String folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
