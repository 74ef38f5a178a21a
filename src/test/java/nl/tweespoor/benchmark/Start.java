package nl.tweespoor.benchmark;

import java.util.List;

/** How long until a server answers its administrator: on nothing, and on what that first start left. */
class Start implements Measurement {

    private final Settings settings;
    private final List<Product> products;

    Start(Settings settings, Product tweespoor, Product plainCamunda) {
        this.settings = settings;
        products = List.of(tweespoor.with("TWEESPOOR_DEMO_DOSSIERS", "true").named("Tweespoor with demo dossiers"), tweespoor,
                plainCamunda);
    }

    @Override
    public void takeOn(Workbench bench) throws Exception {
        Comparison comparison = new Comparison(String.format("start on %s, rounds: %d", DatabaseKind.H2, settings.rounds()));
        for (int round = 0; round < settings.rounds(); round++) {
            for (Product product : products) {
                Database database = bench.emptyDatabase(DatabaseKind.H2);
                for (String figure : List.of("first start s", "second start s")) {
                    try (Server server = bench.start(product, database, "1g")) {
                        comparison.add(product, figure, server.startTime().toMillis() / 1000.0);
                    }
                }
            }
        }
        comparison.print();
    }
}
