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

    /** The processes of {@code domain.md} that run by themselves: whatever goes live with them has to keep what that says. */
    private static final Set<String> OURS = Set.of("innovation", "implementation", "strategy", "council-advice", "open-point", "process-change");

    private final List<ModelCheck> checks;

    Gate(List<ModelCheck> checks) {
        this.checks = checks;
    }

    @Override
    public Set<String> idsIn(DeployedResource file) {
        return Models.read(List.of(file), false, new Findings()).ids();
    }

    @Override
    public Set<String> idsNeededBy(Collection<DeployedResource> files) {
        return Models.read(files, false, new Findings()).needed();
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

    /** All faults, file by file. */
    public List<Finding> findings(Collection<DeployedResource> whole) {
        Findings findings = new Findings();
        boolean ours = Models.read(whole, false, new Findings()).ids().stream().anyMatch(OURS::contains);
        Models models = Models.read(whole, ours, findings);
        checks.forEach(check -> check.check(models, findings));
        return findings.all().stream().sorted(Comparator.comparing(Finding::file)).toList();
    }
}
