package nl.tweespoor.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Slows guessing of passwords down. The wait belongs to the address that guesses: a stranger elsewhere can't keep a
 * colleague out, and the engine's own lock, which is for good after ten tries by anyone, is off.
 */
@Component
class LoginThrottle {

    /** Typing errors that cost nothing, for one user from one address. */
    private static final int FREE = 5;
    /** The same for one address, whoever it tries: an office behind one address has many people who mistype. */
    private static final int FREE_FOR_ADDRESS = 50;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 100_000;

    private final Ticker ticker;
    private final Cache<Source, Wrong> wrong;
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    LoginThrottle() {
        this(Ticker.systemTicker());
    }

    LoginThrottle(Ticker ticker) {
        this.ticker = ticker;
        wrong = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).build();
    }

    /**
     * Looks at a password, unless this user, from this address, must wait first. Where a wrong one went before, one at
     * a time: many at once would else all be looked at before the first counts.
     *
     * @param password gives something for a right password only
     * @throws TooManyAttemptsException when a next try doesn't count yet
     */
    <T> Optional<T> check(String user, String address, Supplier<Optional<T>> password) {
        Source source = new Source(user, address);
        if (wrong.getIfPresent(source) == null && left(Source.any(address), FREE_FOR_ADDRESS).isZero()) {
            return look(source, password);
        }
        synchronized (locks[Math.floorMod(source.hashCode(), locks.length)]) {
            Duration wait = max(left(source, FREE), left(Source.any(address), FREE_FOR_ADDRESS));
            if (!wait.isZero()) {
                throw new TooManyAttemptsException(wait);
            }
            return look(source, password);
        }
    }

    private <T> Optional<T> look(Source source, Supplier<Optional<T>> password) {
        Optional<T> right = password.get();
        if (right.isPresent()) {
            wrong.invalidate(source);
        } else {
            add(source);
            add(Source.any(source.address()));
        }
        return right;
    }

    private void add(Source source) {
        wrong.asMap().merge(source, new Wrong(1, ticker.read()),
                (before, one) -> new Wrong(before.times() + 1, one.at()));
    }

    private Duration left(Source source, int free) {
        Wrong before = wrong.getIfPresent(source);
        if (before == null || before.times() < free) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(before.times() - free, 6);
        Duration left = min(Duration.ofSeconds(seconds), LONGEST_WAIT).minusNanos(ticker.read() - before.at());
        return max(left, Duration.ZERO);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private record Source(String user, String address) {

        static Source any(String address) {
            return new Source(null, address);
        }
    }

    private record Wrong(int times, long at) {
    }
}
