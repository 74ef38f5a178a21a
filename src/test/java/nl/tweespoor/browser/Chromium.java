package nl.tweespoor.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine: the one that {@code TWEESPOOR_CHROMIUM} names, or the first on the path. */
final class Chromium {

    private Chromium() {
    }

    static Optional<Path> path() {
        String named = System.getProperty("TWEESPOOR_CHROMIUM", System.getenv("TWEESPOOR_CHROMIUM"));
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.of("chromium", "chromium-browser", "google-chrome").flatMap(Chromium::onPath).findFirst();
    }

    private static Stream<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name)).filter(Files::isExecutable);
    }
}
