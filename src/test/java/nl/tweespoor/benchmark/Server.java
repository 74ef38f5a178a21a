package nl.tweespoor.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.tweespoor.overview.Visitor;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** A product that runs in a virtual machine of its own. */
class Server implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Product product;
    private final Database database;
    private final Process process;
    private final Path log;
    private final long startedAt = System.nanoTime();
    private Duration startTime;

    Server(Product product, Database database, String heap, Path folder) throws IOException {
        this.product = product;
        this.database = database;
        log = folder.resolve("server.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap));
        command.addAll(product.code());
        ProcessBuilder java = new ProcessBuilder(command);
        // What the one who measures has set for another server.
        java.environment().keySet().removeIf(name -> name.matches("(SPRING|SERVER|CAMUNDA|TWEESPOOR)_.*"));
        java.environment().putAll(product.environment());
        java.environment().putAll(database.environment(product));
        java.environment().put("SERVER_PORT", "0");
        process = java.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        // Who breaks the benchmark off leaves none behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    void awaitAnswer() {
        await().atMost(Duration.ofMinutes(5)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new IllegalStateException(product.name() + " doesn't start: " + log());
        }
        startTime = Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** From the start of the process to its first answer. */
    Duration startTime() {
        return startTime;
    }

    private boolean answers() {
        try {
            return port().isPresent() && restAs("admin").get().uri("/version").retrieve().body(JsonNode.class) != null;
        } catch (RestClientException tooEarly) {
            return false;
        }
    }

    /** One that was chosen beforehand could be taken meanwhile, also by the connection that tries whether it answers. */
    private Optional<String> port() {
        return PORT.matcher(log()).results().map(found -> found.group(1)).findFirst();
    }

    /** The REST API, as an account of the demo: its password is its name. */
    RestClient restAs(String account) {
        return RestClient.builder().requestFactory(new SimpleClientHttpRequestFactory())
                .baseUrl("http://127.0.0.1:" + port().orElseThrow() + "/engine-rest")
                .defaultHeaders(headers -> headers.setBasicAuth(account, account)).build();
    }

    /** Our own pages, as an account of the demo. */
    Visitor visitor(String account) {
        try {
            return Visitor.loggedIn(Integer.parseInt(port().orElseThrow()), account);
        } catch (Exception e) {
            throw new IllegalStateException(account + " can't log in", e);
        }
    }

    Product product() {
        return product;
    }

    Database database() {
        return database;
    }

    /** What its virtual machine used of all processors so far; that of PostgreSQL is not in it. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
