package nl.tweespoor.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** {@code Verify.java} as it travels: as a program of its own, or compiled once where hundreds of proofs are checked. */
public final class VerifyProgram {

    private final Path source;
    private final Method run;

    public VerifyProgram(Path folder) throws Exception {
        source = folder.resolve("Verify.java");
        try (InputStream in = VerifyProgram.class.getResourceAsStream("/ledger/Verify.java")) {
            Files.write(source, in.readAllBytes());
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-Xlint:all", "-Werror", "-cp", classes.toString(), "-d", classes.toString(),
                source.toString());
        if (failed != 0) {
            throw new IllegalStateException("Verify.java doesn't compile");
        }
        run = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null).loadClass("Verify")
                .getDeclaredMethod("run", String[].class, PrintStream.class);
        run.setAccessible(true);
    }

    /** @return its exit status, a space, and what it said */
    String run(Path... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Object status = run.invoke(null, Stream.of(arguments).map(Path::toString).toArray(String[]::new),
                    new PrintStream(out, true, StandardCharsets.UTF_8));
            return status + " " + out.toString(StandardCharsets.UTF_8);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As people start it. */
    public String start(Path... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                source.toString()));
        Stream.of(arguments).map(Path::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
