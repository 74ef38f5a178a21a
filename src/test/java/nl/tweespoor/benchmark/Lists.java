package nl.tweespoor.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** How long lists of tasks take with few and with many open tasks of one group, in a small heap. */
class Lists implements Measurement {

    private static final int FEW = 100;
    private static final int MANY = 10_000;
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
            Growth growth = new Growth(settings);
            DossierCopies.make(database, List.of(dossier), 2, FEW);
            try (Server server = bench.start(product, database, "512m")) {
                growth.ofLittle(lists(server, FEW));
            }
            DossierCopies.make(database, List.of(dossier), FEW + 1, MANY);
            try (Server server = bench.start(product, database, "512m")) {
                growth.ofMuch(lists(server, MANY));
            }
            growth.print("lists on " + kind, FEW + " tasks", MANY + " tasks");
        }
    }

    private static String report(RestClient rest) {
        Map<String, Object> answers = new LinkedHashMap<>();
        Map.of("title", "Rustiger nachten", "problem", "Rondes wekken mensen.", "forWhom", "Bewoners", "source", "workFloor")
                .forEach((question, answer) -> answers.put(question, Map.of("value", answer)));
        return rest.post().uri("/process-definition/key/innovation/submit-form").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("variables", answers)).retrieve().body(JsonNode.class).get("businessKey").asText();
    }

    /** The lists of the API, and those that are ready in Tasklist, asked for as Tasklist does. */
    private static List<TaskList> lists(Server server, int tasks) {
        int seen = server.restAs(MEMBER).get().uri("/task/count").retrieve().body(JsonNode.class).get("count").asInt();
        if (seen != tasks) {
            throw new IllegalStateException(MEMBER + " sees " + seen + " tasks, not " + tasks);
        }
        return ACCOUNTS.stream().flatMap(account -> listsOf(server, account).stream()).toList();
    }

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

    private record TaskList(String account, String title, RestClient rest, String path, MediaType accepted)
            implements Growth.Question {

        @Override
        public String name() {
            return account + ": " + title;
        }

        @Override
        public void ask() {
            rest.get().uri(path).accept(accepted).retrieve().body(byte[].class);
        }
    }
}
