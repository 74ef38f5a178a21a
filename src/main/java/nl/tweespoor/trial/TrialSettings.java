package nl.tweespoor.trial;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a trial has done enough.
 *
 * @param walks the most dossiers it walks
 * @param steps the most of one dossier; more is a circle
 * @param time  the longest it goes on walking
 */
@ConfigurationProperties("tweespoor.trial")
public record TrialSettings(@DefaultValue("150") int walks, @DefaultValue("250") int steps, @DefaultValue("PT4M") Duration time) {
}
