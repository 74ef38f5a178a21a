package nl.tweespoor.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final AtomicLong now = new AtomicLong();
    private final LoginThrottle attempts = new LoginThrottle(now::get);

    @Test
    void whoMistypesAFewTimesWaitsForNothing() {
        wrong("board", "10.0.0.1", 4);

        assertThat(isRight("board", "10.0.0.1", () -> true)).isTrue();
    }

    @Test
    void whoGuessesOnWaitsLongerEachTimeUpToAMinute() {
        wrong("board", "10.0.0.1", 5);
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            passes(Duration.ofSeconds(seconds).minusMillis(1));
            assertThatThrownBy(() -> isRight("board", "10.0.0.1", () -> true))
                    .as("just under " + seconds + " seconds").isInstanceOf(TooManyAttemptsException.class)
                    .hasMessage("U hebt te vaak een verkeerd wachtwoord ingevuld."
                            + " Wacht 1 seconde en probeer het opnieuw.");
            passes(Duration.ofMillis(1));
            wrong("board", "10.0.0.1", 1);
        }
    }

    @Test
    void whileOneWaitsNoPasswordIsLookedAt() {
        wrong("board", "10.0.0.1", 5);
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() -> isRight("board", "10.0.0.1", () -> looks.incrementAndGet() > 0))
                .isInstanceOf(TooManyAttemptsException.class);
        assertThat(looks).hasValue(0);
    }

    @Test
    void aStrangerElsewhereDoesNotKeepAColleagueOut() {
        wrong("board", "203.0.113.9", 5);

        assertThat(isRight("board", "10.0.0.1", () -> true)).isTrue();
    }

    @Test
    void whoTriesManyNamesFromOneAddressWaitsToo() {
        for (int name = 0; name < 50; name++) {
            wrong("name" + name, "203.0.113.9", 1);
        }
        assertThatThrownBy(() -> isRight("another", "203.0.113.9", () -> true))
                .isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void theRightPasswordForgetsTheTypingErrorsBefore() {
        wrong("board", "10.0.0.1", 4);
        isRight("board", "10.0.0.1", () -> true);
        wrong("board", "10.0.0.1", 4);

        assertThat(isRight("board", "10.0.0.1", () -> true)).isTrue();
    }

    @Test
    void afterAQuarterOfAnHourAllIsForgotten() {
        wrong("board", "10.0.0.1", 5);
        passes(Duration.ofMinutes(15));
        wrong("board", "10.0.0.1", 4);

        assertThat(isRight("board", "10.0.0.1", () -> true)).isTrue();
    }

    @Test
    void manyGuessesAtOnceAreLookedAtOneByOne() throws Exception {
        wrong("board", "10.0.0.1", 4);
        AtomicInteger looks = new AtomicInteger();
        var guesses = Executors.newFixedThreadPool(20);
        for (int guess = 0; guess < 20; guess++) {
            guesses.execute(() -> isRight("board", "10.0.0.1", () -> looks.incrementAndGet() < 0));
        }
        guesses.shutdown();

        assertThat(guesses.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(looks).hasValue(1);
    }

    private boolean isRight(String user, String address, BooleanSupplier password) {
        return attempts.check(user, address, () -> Optional.of(user).filter(any -> password.getAsBoolean())).isPresent();
    }

    private void wrong(String user, String address, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(isRight(user, address, () -> false)).isFalse();
        }
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
