package nl.tweespoor.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords from here; the right one isn't looked at either until the wait is over. */
class TooManyAttemptsException extends AuthenticationException {

    private final transient Duration wait;

    TooManyAttemptsException(Duration wait) {
        super("U hebt te vaak een verkeerd wachtwoord ingevuld. Wacht " + seconds(wait) + " en probeer het opnieuw.");
        this.wait = wait;
    }

    long secondsToWait() {
        return wait.plusMillis(999).toSeconds();
    }

    private static String seconds(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return seconds == 1 ? "1 seconde" : seconds + " seconden";
    }
}
