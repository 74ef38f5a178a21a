package nl.tweespoor.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeedsChromiumTest {

    @Test
    void missingBrowserSkipsWithAnExplanation() {
        var decision = NeedsChromium.decide(false, Optional.empty());
        assertThat(decision.isDisabled()).isTrue();
        assertThat(decision.getReason().orElseThrow()).contains("TWEESPOOR_CHROMIUM");
    }

    @Test
    void missingBrowserFailsWhereItIsRequired() {
        assertThatThrownBy(() -> NeedsChromium.decide(false, Optional.of("required")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("TWEESPOOR_CHROMIUM");
    }

    @Test
    void presentBrowserIsUsed() {
        assertThat(NeedsChromium.decide(true, Optional.of("required")).isDisabled()).isFalse();
    }
}
