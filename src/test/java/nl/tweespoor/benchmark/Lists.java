package nl.tweespoor.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** How long lists of tasks take with few and with many open tasks of one group, in a small heap. */
class Lists implements Measurement {

    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int TIMES_A_ROUND = 20;
    private static final String MEMBER = "head-of-innovation";
    private static final List<String> ACCOUNTS = List.of(MEMBER, "finance", "auditor", "admin");

    private static final MediaType WITH_VARIABLES = MediaType.valueOf("application/hal+json");

    private final Settings settings;
    private final Product product;

    Lists(Settings settings, Product product) {
        this.settings = settings;
        this.product = product;
    }

    @Override
    public void takeOn(Workbench bench) throws Exception {
        for (DatabaseKind kind : DatabaseKind.values()) {
            Database database = bench.emptyDatabase(kind);
            String dossier;
            try (Server server = bench.start(product, database, "512m")) {
                dossier = report(server.restAs("employee"));
            }
            TaskCopies.make(database, dossier, 2, FEW);
            Map<String, List<Double>> few = measure(bench, database, FEW);
            TaskCopies.make(database, dossier, FEW + 1, MANY);
            Map<String, List<Double>> many = measure(bench, database, MANY);
            print(kind, few, many);
        }
    }

    private static String report(RestClient rest) {
        Map<String, Object> answers = new LinkedHashMap<>();
        Map.of("title", "Rustiger nachten", "problem", "Rondes wekken mensen.", "forWhom", "Bewoners", "source", "workFloor")
                .forEach((question, answer) -> answers.put(question, Map.of("value", answer)));
        return rest.post().uri("/process-definition/key/innovation/submit-form").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("variables", answers)).retrieve().body(JsonNode.class).get("id").asText();
    }

    private Map<String, List<Double>> measure(Workbench bench, Database database, int tasks) throws Exception {
        try (Server server = bench.start(product, database, "512m")) {
            int seen = server.restAs(MEMBER).get().uri("/task/count").retrieve().body(JsonNode.class).get("count").asInt();
            if (seen != tasks) {
                throw new IllegalStateException(MEMBER + " sees " + seen + " tasks, not " + tasks);
            }
            List<TaskList> lists = ACCOUNTS.stream().flatMap(account -> listsOf(server, account).stream()).toList();
            long from = System.nanoTime();
            do {
                lists.forEach(TaskList::ask);
            } while (System.nanoTime() - from < Duration.ofSeconds(settings.warmUp()).toNanos());

            Map<String, List<Double>> times = new LinkedHashMap<>();
            for (int time = 0; time < settings.rounds() * TIMES_A_ROUND; time++) {
                for (TaskList list : lists) {
                    long before = System.nanoTime();
                    list.ask();
                    times.computeIfAbsent(list.name(), name -> new ArrayList<>()).add((System.nanoTime() - before) / 1e6);
                }
            }
            return times;
        }
    }

    /** The lists of the API, and those that are ready in Tasklist, asked for as Tasklist does. */
    private static List<TaskList> listsOf(Server server, String account) {
        RestClient rest = server.restAs(account);
        List<TaskList> lists = new ArrayList<>(List.of(
                new TaskList(account, "task?maxResults=50", rest, "/task?maxResults=50", MediaType.APPLICATION_JSON),
                new TaskList(account, "task/count", rest, "/task/count", MediaType.APPLICATION_JSON)));
        for (JsonNode filter : rest.get().uri("/filter").retrieve().body(JsonNode.class)) {
            String path = "/filter/" + filter.get("id").asText();
            String title = filter.get("name").asText();
            lists.add(new TaskList(account, title, rest, path + "/list?maxResults=15", WITH_VARIABLES));
            lists.add(new TaskList(account, title + ", count", rest, path + "/count", MediaType.APPLICATION_JSON));
        }
        return lists;
    }

    private static void print(DatabaseKind kind, Map<String, List<Double>> few, Map<String, List<Double>> many) {
        System.out.printf("%nlists on %s, milliseconds%n  %-58s%22s%22s%16s%n", kind, "", FEW + " tasks p50, p95",
                MANY + " tasks p50, p95", "ratio p50, p95");
        few.forEach((list, times) -> {
            List<Double> later = many.get(list);
            System.out.printf(Locale.ROOT, "  %-58s%14.1f%8.1f%14.1f%8.1f%9.2f%7.2f%n", list,
                    Quantile.of(times, 0.5), Quantile.of(times, 0.95), Quantile.of(later, 0.5), Quantile.of(later, 0.95),
                    Quantile.of(later, 0.5) / Quantile.of(times, 0.5), Quantile.of(later, 0.95) / Quantile.of(times, 0.95));
        });
    }

    private record TaskList(String account, String title, RestClient rest, String path, MediaType accepted) {

        String name() {
            return account + ": " + title;
        }

        void ask() {
            rest.get().uri(path).accept(accepted).retrieve()
                    .body(byte[].class);
        }
    }
}
