package nl.tweespoor.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.tweespoor.Tweespoor;
import nl.tweespoor.ledger.LedgerBenchmark;
import nl.tweespoor.ledger.WithoutLedger;
import org.slf4j.LoggerFactory;

/** Takes the measurements that were asked for, one after the other. */
public class Benchmark {

    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Settings settings = Settings.fromSystemProperties();
        Product tweespoor = Product.tweespoor();
        Product plainCamunda = Product.plainCamunda();

        Map<String, Measurement> measurements = new LinkedHashMap<>();
        measurements.put("load", new Load(settings, tweespoor, plainCamunda));
        measurements.put("ledger", new Load(settings, Product.tweespoor("Tweespoor", Tweespoor.class),
                Product.tweespoor("without ledger", WithoutLedger.class)));
        measurements.put("verify", bench -> {
            LedgerBenchmark.main(new String[0]);
            LedgerBenchmark.main(new String[] {"1000000", "100000"});
        });
        measurements.put("lists", new Lists(settings, tweespoor));
        measurements.put("pages", new Pages(settings, tweespoor.with("TWEESPOOR_DEMO_DOSSIERS", "true")));
        measurements.put("start", new Start(settings, tweespoor, plainCamunda));
        if (!measurements.keySet().containsAll(settings.only())) {
            throw new IllegalArgumentException("benchmark.only takes " + measurements.keySet());
        }
        measurements.keySet().retainAll(settings.only());
        for (Measurement measurement : measurements.values()) {
            try (Workbench bench = new Workbench()) {
                measurement.takeOn(bench);
            }
        }
    }
}
