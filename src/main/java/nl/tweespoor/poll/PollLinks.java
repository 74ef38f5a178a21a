package nl.tweespoor.poll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a poll by its link. Whoever tries many that are none is told of each that it doesn't work, for a while. */
@Component
class PollLinks {

    private static final int MOST_WRONG = 50;
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private final PollRepository polls;
    private final Cache<String, Integer> wrong = Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(100_000).build();

    PollLinks(PollRepository polls) {
        this.polls = polls;
    }

    /** @param source the network address of who asks */
    Optional<Poll> open(Token token, String source) {
        if (Optional.ofNullable(wrong.getIfPresent(source)).orElse(0) >= MOST_WRONG) {
            return Optional.empty();
        }
        Optional<Poll> poll = polls.invitedTo(token.hash());
        if (poll.isEmpty()) {
            wrong.asMap().merge(source, 1, Integer::sum);
        }
        return poll;
    }

    /** Whether it was taken: of two at the same moment one is. */
    @Transactional
    public boolean answer(Token token, Poll poll, PollAnswer answer) {
        boolean first = polls.use(token.hash());
        if (first) {
            polls.add(poll.id(), answer);
        }
        return first;
    }
}
