package nl.tweespoor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tells a machine that can't run a browser from an application that fails in one. */
@BrowserTest
class ChromiumTest {

    @Test
    void browserOfThisMachineStarts() {
        try (Playwright playwright = Playwright.create();
                var browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.path().orElseThrow()).setArgs(List.of("--no-sandbox")));
                var page = browser.newPage()) {
            page.setContent("<title>Tweespoor</title>");
            assertThat(page.title()).isEqualTo("Tweespoor");
        }
    }
}
