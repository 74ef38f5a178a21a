package nl.tweespoor.benchmark;

import java.util.List;
import java.util.Map;
import nl.tweespoor.overview.Visitor;

/** How long our own pages take with few and with many dossiers, most of them closed long ago, as in a house that has used it for years. */
class Pages implements Measurement {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    /** What the demo tells of: those that ended soon, and those that went far. */
    private static final List<String> SHORT = List.of("I-2026-0011", "I-2026-0012", "I-2026-0013", "I-2026-0014", "I-2026-0015");
    private static final List<String> LONG = List.of("I-2025-0001", "I-2026-0001", "I-2026-0002", "I-2026-0003", "I-2026-0004",
            "I-2026-0005", "I-2026-0006", "I-2026-0007", "I-2026-0008", "I-2026-0009", "I-2026-0010");
    /** Of so many dossiers, one copy of each of the long ones. */
    private static final int A_LONG_ONE_EVERY = 5_000;

    private static final Map<String, List<String>> PAGES_OF = Map.of(
            "employee", List.of("/"),
            "head-of-innovation", List.of("/", "/dossiers/I-2026-0001", "/register"),
            "auditor", List.of("/dossiers/I-2026-0001", "/register", "/register?text=nachten", "/register?advice=against"));

    private final Settings settings;
    private final Product product;

    Pages(Settings settings, Product product) {
        this.settings = settings;
        this.product = product;
    }

    @Override
    public void takeOn(Workbench bench) throws Exception {
        for (DatabaseKind kind : DatabaseKind.values()) {
            Database database = bench.emptyDatabase(kind);
            bench.start(product, database, "512m").close();
            Growth growth = new Growth(settings);
            copies(database, 0, FEW);
            try (Server server = bench.start(product, database, "512m")) {
                growth.ofLittle(pages(server));
            }
            copies(database, FEW, MANY);
            try (Server server = bench.start(product, database, "512m")) {
                growth.ofMuch(pages(server));
            }
            growth.print("pages on " + kind, FEW + " dossiers", MANY + " dossiers");
        }
    }

    private static void copies(Database database, int from, int to) throws Exception {
        DossierCopies.makeOfOld(database, SHORT, from / SHORT.size() + 1, to / SHORT.size());
        DossierCopies.make(database, LONG, from / A_LONG_ONE_EVERY + 1, to / A_LONG_ONE_EVERY);
    }

    private static List<Page> pages(Server server) {
        return PAGES_OF.entrySet().stream().sorted(Map.Entry.comparingByKey()).flatMap(account -> {
            Visitor visitor = server.visitor(account.getKey());
            return account.getValue().stream().map(path -> new Page(account.getKey(), path, visitor));
        }).toList();
    }

    private record Page(String account, String path, Visitor visitor) implements Growth.Question {

        @Override
        public String name() {
            return account + ": " + path;
        }

        @Override
        public void ask() {
            try {
                int status = visitor.get(path).statusCode();
                if (status != 200) {
                    throw new IllegalStateException(name() + " gives " + status);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
