package nl.tweespoor.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine; Playwright's own is a download that a build should not need. */
class Chromium implements AutoCloseable {

    private static final List<String> WHERE =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /** Long enough for a busy build server; nothing waits longer than what it waits for. */
    private static final int PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(
                List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    /** Skips the test when there is no Chromium, unless TWEESPOOR_BROWSER_TESTS says that it is required. */
    static Chromium launch() {
        String named = System.getenv("TWEESPOOR_CHROMIUM");
        Optional<Path> executable = (named == null ? WHERE : List.of(named)).stream()
                .map(Path::of).filter(Files::isExecutable).findFirst();
        if (executable.isPresent()) {
            return new Chromium(executable.get());
        }
        String message = "No Chromium found. Install it (Debian: apt install chromium) or let TWEESPOOR_CHROMIUM name it.";
        if ("required".equals(System.getenv("TWEESPOOR_BROWSER_TESTS"))) {
            throw new IllegalStateException(message);
        }
        return abort(message);
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
