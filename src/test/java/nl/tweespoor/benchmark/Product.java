package nl.tweespoor.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is compared: a program, with the environment that makes it what it is.
 *
 * @param name  in the tables that are printed
 * @param code  the arguments of Java that say what to run
 * @param onH2  what its own address of H2 says besides, in its application.yml
 */
record Product(String name, List<String> code, Map<String, String> environment, String onH2) {

    static Product tweespoor() {
        return tweespoor("Tweespoor", List.of("-jar", System.getProperty("benchmark.tweespoor.jar")));
    }

    /** As it stands in the folders of the build, with a main class of our own choice. */
    static Product tweespoor(String name, Class<?> main) {
        URL[] path = ((URLClassLoader) Thread.currentThread().getContextClassLoader()).getURLs();
        return tweespoor(name, List.of("-cp", Stream.of(path).map(URL::getPath).collect(Collectors.joining(File.pathSeparator)),
                main.getName()));
    }

    private static Product tweespoor(String name, List<String> code) {
        return new Product(name, code, Map.of(), ";QUERY_CACHE_SIZE=512").with("TWEESPOOR_DEMO_DOSSIERS", "false");
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
        return new Product("plain Camunda", List.of("-jar", jar.toString()), Map.of(), "");
    }

    Product with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Product(name, code, more, onH2);
    }

    Product named(String other) {
        return new Product(other, code, environment, onH2);
    }
}
