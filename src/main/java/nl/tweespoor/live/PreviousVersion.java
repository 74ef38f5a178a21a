package nl.tweespoor.live;

import nl.tweespoor.comparison.Compared;
import nl.tweespoor.live.ModelVersions.Version;

/**
 * A version that can be made the current one again.
 *
 * @param since    when it was put live, as people read it
 * @param files    how many files went live together with it
 * @param compared what going back changes in the file that is current
 */
record PreviousVersion(Version version, String since, int files, Compared compared) {
}
