package nl.tweespoor.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.tweespoor.engine.EngineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All controls, by their id; they are done one after the other, when someone asks. */
@Component
public class Controls {

    private static final Logger log = LoggerFactory.getLogger(Controls.class);

    private final Map<String, Control> byId = new LinkedHashMap<>();

    Controls(List<Control> controls) {
        controls.forEach(control -> {
            if (byId.put(control.id(), control) != null) {
                throw new IllegalStateException("Two controls have the id " + control.id());
            }
        });
    }

    public Set<String> ids() {
        return byId.keySet();
    }

    /** In the order in which they are done. */
    public List<Control> all() {
        return List.copyOf(byId.values());
    }

    public List<ControlResult> runAll() {
        return byId.values().stream().map(Controls::run).toList();
    }

    /** Empty when there is no such control. */
    public Optional<ControlResult> run(String id) {
        return Optional.ofNullable(byId.get(id)).map(Controls::run);
    }

    private static ControlResult run(Control control) {
        var at = EngineClock.now();
        Evidence evidence = examined(control);
        return new ControlResult(control.id(), control.name(), control.looksAt(), evidence.findings(),
                evidence.information(), evidence.number(), at);
    }

    /** Who can stop a control must not seem clean, nor stop the others. */
    private static Evidence examined(Control control) {
        try {
            return control.examine();
        } catch (RuntimeException e) {
            log.error("The control {} failed", control.id(), e);
            Evidence failed = new Evidence();
            failed.find(Observation.of(null, null, "Deze controle is niet gelukt, dus er is niets van bekend. De log zegt waarom."));
            return failed;
        }
    }
}
