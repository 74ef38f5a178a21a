package nl.tweespoor.poll;

import java.util.Set;

/**
 * What someone said.
 *
 * @param second null when no second question was asked
 * @param words  empty when nothing was added
 */
record PollAnswer(String first, String second, String words) {

    static final Set<String> CHOICES = Set.of("yes", "partly", "no");
    static final int LONGEST = 1000;

    /** Whether it answers all that was asked, and no more than fits. */
    boolean answers(Poll poll) {
        return first != null && CHOICES.contains(first) && words.length() <= LONGEST
                && (poll.question2() == null ? second == null : second != null && CHOICES.contains(second));
    }
}
