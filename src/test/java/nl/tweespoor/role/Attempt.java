package nl.tweespoor.role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * A row of {@code matrix.txt}: a request, and what becomes of it for each kind of group.
 *
 * @param method as in HTTP, or {@code ASK} for a question that is posted, or {@code DEPLOY} for a model that is posted
 */
record Attempt(String what, String method, String path, String body, List<String> expected) {

    private static final List<String> COLUMNS = List.of("people", "process-owner", "auditor", "camunda-admin");

    static List<Attempt> all() {
        try {
            return new ClassPathResource("nl/tweespoor/role/matrix.txt").getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Attempt::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attempt read(String line) {
        List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        String[] request = cells.get(1).split(" ", 3);
        return new Attempt(cells.get(0), request[0], request[1], request.length > 2 ? request[2] : "",
                cells.subList(2, 2 + COLUMNS.size()));
    }

    String expectedOf(String group) {
        return expected.get(Math.max(COLUMNS.indexOf(group), 0));
    }

    boolean isTriedBy(String group) {
        return !"-".equals(expectedOf(group));
    }

    boolean isReading() {
        return method.equals("GET") || method.equals("ASK");
    }

    String httpMethod() {
        return method.equals("ASK") || method.equals("DEPLOY") ? "POST" : method;
    }
}
