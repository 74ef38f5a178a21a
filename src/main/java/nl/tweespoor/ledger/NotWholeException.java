package nl.tweespoor.ledger;

import java.util.List;
import java.util.stream.Collectors;

/** The ledger isn't as it was written, so it isn't sealed: a seal would make it look right. */
public class NotWholeException extends RuntimeException {

    private final transient List<Finding> findings;

    NotWholeException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
