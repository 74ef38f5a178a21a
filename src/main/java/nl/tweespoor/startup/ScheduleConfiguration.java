package nl.tweespoor.startup;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What happens by the clock, happens where Tweespoor runs, and not beside a command. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = ScheduleConfiguration.ON, matchIfMissing = true)
class ScheduleConfiguration {

    static final String ON = "tweespoor.schedules";
}
