package nl.tweespoor.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** A case that any Camunda can do: it starts with a form, and each of its twelve tasks has one. */
final class TwelveTasks {

    private static final String PROCESS = "twelve-tasks";
    private static final String START = "report";
    private static final List<String> TASKS = List.of("identify", "choose", "organisation", "finance", "technology", "decide",
            "accept", "plan", "baseline", "rollOut", "secure", "evaluate");
    private static final String STORY = "Bewoners worden wakker van de rondes. ".repeat(12);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TwelveTasks() {
    }

    static void deploy(RestClient rest) throws IOException {
        MultiValueMap<String, Object> files = new LinkedMultiValueMap<>();
        files.add("deployment-name", PROCESS);
        files.add(PROCESS + ".bpmn", new ClassPathResource(PROCESS + ".bpmn", TwelveTasks.class));
        files.add("urgency.dmn", new ClassPathResource("urgency.dmn", TwelveTasks.class));
        files.add(START + ".form", form(START));
        for (String task : TASKS) {
            files.add(task + ".form", form(task));
        }
        rest.post().uri("/deployment/create").contentType(MediaType.MULTIPART_FORM_DATA).body(files).retrieve()
                .toBodilessEntity();
    }

    private static Resource form(String step) throws IOException {
        String questions = new ClassPathResource("questions.form", TwelveTasks.class)
                .getContentAsString(StandardCharsets.UTF_8);
        return new ByteArrayResource(questions.replace("STEP", step).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return step + ".form";
            }
        };
    }

    /** @param submitted takes how long each answer to the form of a task took */
    static void doOne(RestClient rest, Consumer<Duration> submitted) {
        String key = "case-" + NUMBER.incrementAndGet();
        submit(rest, "/process-definition/key/" + PROCESS, START, key);
        for (int left = TASKS.size(); left > 0;) {
            JsonNode open = rest.get().uri("/task?processInstanceBusinessKey=" + key).retrieve().body(JsonNode.class);
            if (open.isEmpty()) {
                throw new IllegalStateException("The case ended " + left + " tasks too early");
            }
            for (JsonNode task : open) {
                long before = System.nanoTime();
                submit(rest, "/task/" + task.get("id").asText(), task.get("taskDefinitionKey").asText(), null);
                submitted.accept(Duration.ofNanos(System.nanoTime() - before));
                left--;
            }
        }
    }

    private static void submit(RestClient rest, String to, String step, String businessKey) {
        Map<String, Object> answers = Map.of(
                step + "_text", value("String", "Rustiger nachten"),
                step + "_story", value("String", STORY),
                step + "_number", value("Integer", 42),
                step + "_choice", value("String", "yes"),
                "remark", value("String", "Gezien " + UUID.randomUUID()));
        rest.post().uri(to + "/submit-form").contentType(MediaType.APPLICATION_JSON)
                .body(businessKey == null ? Map.of("variables", answers)
                        : Map.of("variables", answers, "businessKey", businessKey))
                .retrieve().toBodilessEntity();
    }

    private static Map<String, Object> value(String type, Object value) {
        return Map.of("type", type, "value", value);
    }
}
