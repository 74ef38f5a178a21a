package nl.tweespoor.startup;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** What can be asked for. The options are known before there is any bean, since what starts hangs on them. */
public enum CommandName {

    CONTROL,
    PROOF;

    /** As an administrator types it behind two hyphens. */
    String option() {
        return "tweespoor." + name().toLowerCase(Locale.ROOT);
    }

    static Stream<CommandName> asked(Environment environment) {
        return Stream.of(values()).filter(name -> environment.containsProperty(name.option()));
    }
}
