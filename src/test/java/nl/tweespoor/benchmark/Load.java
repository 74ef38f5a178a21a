package nl.tweespoor.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.web.client.RestClient;

/** The same cases on every product, by one client and by four. All servers are up; one at a time has work. */
class Load implements Measurement {

    private static final List<Integer> THREADS = List.of(1, 4);

    private final Settings settings;
    private final List<Product> products;

    Load(Settings settings, Product... products) {
        this.settings = settings;
        this.products = List.of(products);
    }

    @Override
    public void takeOn(Workbench bench) throws Exception {
        for (DatabaseKind kind : DatabaseKind.values()) {
            List<Server> servers = new ArrayList<>();
            for (Product product : products) {
                Server server = bench.start(product, bench.emptyDatabase(kind), "1g");
                servers.add(server);
                TwelveTasks.deploy(server.restAs("admin"));
                doCases(server, THREADS.get(THREADS.size() - 1), settings.warmUp());
            }
            for (int threads : THREADS) {
                Comparison comparison = new Comparison(String.format("load on %s, clients: %d, rounds: %d of %d s", kind,
                        threads, settings.rounds(), settings.seconds()));
                for (int round = 0; round < settings.rounds(); round++) {
                    for (Server server : servers) {
                        measure(bench, server, threads, comparison);
                    }
                }
                comparison.print();
            }
            servers.forEach(Server::close);
        }
    }

    private void measure(Workbench bench, Server server, int threads, Comparison comparison) throws Exception {
        boolean counted = server.database().kind() == DatabaseKind.POSTGRESQL;
        long statements = counted ? bench.statements(server.database()) : 0;
        Duration cpu = server.cpu();
        Cases done = doCases(server, threads, settings.seconds());
        comparison.add(server.product(), "cases/s", done.count() / done.seconds());
        comparison.add(server.product(), "submit p50 ms", Quantile.of(done.submits(), 0.5));
        comparison.add(server.product(), "submit p95 ms", Quantile.of(done.submits(), 0.95));
        comparison.add(server.product(), "CPU ms/case", (double) server.cpu().minus(cpu).toMillis() / done.count());
        if (counted) {
            comparison.add(server.product(), "statements/case",
                    (double) (bench.statements(server.database()) - statements) / done.count());
        }
    }

    /** Every client ends the case it is at. */
    private static Cases doCases(Server server, int threads, int seconds) throws Exception {
        Queue<Double> submits = new ConcurrentLinkedQueue<>();
        RestClient rest = server.restAs("admin");
        long from = System.nanoTime();
        Callable<Integer> client = () -> {
            int done = 0;
            while (System.nanoTime() - from < Duration.ofSeconds(seconds).toNanos()) {
                TwelveTasks.doOne(rest, time -> submits.add(time.toNanos() / 1e6));
                done++;
            }
            return done;
        };
        ExecutorService clients = Executors.newFixedThreadPool(threads);
        try {
            int count = 0;
            for (Future<Integer> done : clients.invokeAll(Collections.nCopies(threads, client))) {
                count += done.get();
            }
            return new Cases(count, (System.nanoTime() - from) / 1e9, List.copyOf(submits));
        } finally {
            clients.shutdown();
        }
    }

    /** @param submits milliseconds that each form of a task took */
    private record Cases(int count, double seconds, List<Double> submits) {
    }
}
