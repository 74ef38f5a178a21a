package nl.tweespoor.change;

import java.util.List;
import java.util.Optional;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.Kind;
import org.springframework.stereotype.Component;

/** Who proposed and who approved what went live, according to the ledger. */
@Component
public class Approvals {

    private static final String APPROVED = "approve";

    private final LedgerReader ledger;

    Approvals(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Two ids of people, and the number of the proposal. */
    public record Approval(String number, String proposer, String approver) {
    }

    /** @param deployment an entry of that kind; none when two people are not on record for it, or nobody has to be */
    public Optional<Approval> of(Recorded deployment) {
        String number = deployment.values().get("source");
        if (deployment.actor() != null || number == null) {
            return Optional.empty();
        }
        List<Recorded> entries = ledger.entries(number);
        Optional<String> proposer = entries.stream().filter(entry -> Kind.START.word().equals(entry.kind())).map(Recorded::actor).findFirst();
        return proposer.flatMap(by -> entries.stream().filter(entry -> Kind.TASK.word().equals(entry.kind())
                        && ModelIds.REVIEW.equals(entry.step().element()) && APPROVED.equals(entry.outcome()))
                .reduce((earlier, later) -> later).map(Recorded::actor).filter(approver -> !approver.equals(by))
                .map(approver -> new Approval(number, by, approver)));
    }
}
