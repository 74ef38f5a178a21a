package nl.tweespoor.trial;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a trial has done enough.
 *
 * @param walks the most dossiers it walks
 * @param idle  after so many dossiers that came past nothing new it stops
 * @param steps the most of one dossier; more is a circle
 * @param time  the longest it goes on walking
 */
@ConfigurationProperties("tweespoor.trial")
public record TrialSettings(@DefaultValue("150") int walks, @DefaultValue("40") int idle, @DefaultValue("300") int steps, @DefaultValue("PT4M") Duration time) {
}
