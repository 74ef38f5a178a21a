package nl.tweespoor.control;

import java.time.Instant;
import java.util.List;

/**
 * What one control says.
 *
 * @param findings    what may not be so; none when all is well
 * @param information what is allowed, and worth knowing
 * @param examined    how many things were looked at
 */
public record ControlResult(String id, String name, String looksAt, List<Observation> findings,
        List<Observation> information, long examined, Instant at) {

    public boolean isClean() {
        return findings.isEmpty();
    }
}
