package nl.tweespoor.register;

import java.util.Optional;

/** What someone asked for: decisions, or some of those by chance. */
record Selection(Filter filter, Optional<Sample> sample) {
}
