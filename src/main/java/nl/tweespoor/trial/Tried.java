package nl.tweespoor.trial;

import java.util.List;

/**
 * What came of a trial.
 *
 * @param walks    how many dossiers were walked
 * @param seconds  how long that took
 * @param taken    how many paths of the changed processes were taken
 * @param paths    how many there are
 * @param findings sentences, in Dutch; none when every path was taken and nothing got stuck
 */
public record Tried(int walks, long seconds, int taken, int paths, List<String> findings) {
}
