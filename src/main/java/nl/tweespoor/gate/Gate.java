package nl.tweespoor.gate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentGate;
import nl.tweespoor.engine.Refusal;
import org.springframework.stereotype.Component;

/** Lets a deployment through, or refuses it with all that is wrong. */
@Component
public class Gate implements DeploymentGate {

    /** A longer list is not read; what is mended first often takes the rest along. */
    private static final int MOST = 30;

    private final ModelReader reader;
    private final FileIds ids;
    private final List<ModelCheck> checks;

    Gate(ModelReader reader, FileIds ids, List<ModelCheck> checks) {
        this.reader = reader;
        this.ids = ids;
        this.checks = checks;
    }

    /** The names of what models wait for, and what no model sends: pages and other rooms do. */
    public static Set<String> sentFromOutside() {
        return ReferenceCheck.FROM_OUTSIDE;
    }

    @Override
    public Set<String> idsIn(DeployedResource file) {
        return ids.in(file);
    }

    @Override
    public Set<String> idsNeededBy(Collection<DeployedResource> files) {
        return reader.read(files, new Findings()).needed();
    }

    @Override
    public void check(Collection<DeployedResource> whole) {
        List<Finding> found = findings(whole);
        if (!found.isEmpty()) {
            String rest = found.size() > MOST ? "\n… en nog " + (found.size() - MOST) + "." : "";
            throw Refusal.invalid("Er is niets live gezet. Los dit eerst op:\n"
                    + found.stream().limit(MOST).map(finding -> "– " + finding.text()).collect(Collectors.joining("\n")) + rest);
        }
    }

    /** All faults, file by file. What can't be read comes alone: what is missing without it would only mislead. */
    public List<Finding> findings(Collection<DeployedResource> whole) {
        Findings findings = new Findings();
        Models models = reader.read(whole, findings);
        if (findings.all().isEmpty()) {
            checks.forEach(check -> check.check(models, findings));
        }
        return findings.all().stream().sorted(Comparator.comparing(Finding::file)).toList();
    }
}
