package nl.tweespoor.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.tweespoor.walk.EngineTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test in a real browser, which {@link NeedsChromium} hands out. Without one it is skipped, unless
 * {@code TWEESPOOR_BROWSER_TESTS=required}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.class)
@EngineTest
@Tag("browser")
public @interface BrowserTest {
}
