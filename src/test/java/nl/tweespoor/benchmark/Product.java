package nl.tweespoor.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What is compared: a jar, with the environment that makes it what it is.
 *
 * @param name  in the tables that are printed
 * @param onH2  what its own address of H2 says besides, in its application.yml
 */
record Product(String name, Path jar, Map<String, String> environment, String onH2) {

    static Product tweespoor() {
        return new Product("Tweespoor", Path.of(System.getProperty("benchmark.tweespoor.jar")), Map.of(), ";QUERY_CACHE_SIZE=512")
                .with("TWEESPOOR_DEMO_DOSSIERS", "false");
    }

    /** Is built when it isn't there. */
    static Product plainCamunda() throws IOException, InterruptedException {
        Path jar = Path.of(System.getProperty("benchmark.plain.jar"));
        if (!Files.exists(jar)) {
            Process maven = new ProcessBuilder(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                    "-q", "-f", System.getProperty("benchmark.plain.project"), "package").inheritIO().start();
            if (maven.waitFor() != 0) {
                throw new IllegalStateException("Plain Camunda couldn't be built");
            }
        }
        return new Product("plain Camunda", jar, Map.of(), "");
    }

    Product with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Product(name, jar, more, onH2);
    }

    Product named(String other) {
        return new Product(other, jar, environment, onH2);
    }
}
