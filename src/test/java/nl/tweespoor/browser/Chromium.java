package nl.tweespoor.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The Chromium of this machine; Playwright's own is a download that a build should not need. */
class Chromium implements ExtensionContext.Store.CloseableResource {

    /** Long enough for a busy build server; nothing waits longer than what it waits for. */
    private static final int PATIENCE_MS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(
                List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    static Chromium launch() {
        return new Chromium(path().orElseThrow());
    }

    /** The one that {@code TWEESPOOR_CHROMIUM} names, or the first on the path. */
    static Optional<Path> path() {
        String named = System.getenv("TWEESPOOR_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Stream.of("chromium", "chromium-browser", "google-chrome").flatMap(Chromium::onPath).findFirst();
    }

    private static Stream<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name)).filter(Files::isExecutable);
    }

    /** A window for someone new, in English on purpose: a browser in English must show Dutch all the same. */
    Page window() {
        Page page = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1440, 900)).newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
