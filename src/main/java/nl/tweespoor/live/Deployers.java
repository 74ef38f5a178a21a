package nl.tweespoor.live;

import java.util.HashMap;
import java.util.Map;
import nl.tweespoor.account.People;
import nl.tweespoor.change.Approvals;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.Facts;
import nl.tweespoor.recording.Kind;
import org.springframework.stereotype.Component;

/** Who put what live, and under which name, according to the ledger. */
@Component
class Deployers {

    private static final String BY_THE_PROGRAM = "meegekomen met Tweespoor";
    private static final String UNKNOWN = "niet vastgelegd";

    private final LedgerReader ledger;
    private final People people;
    private final Approvals approvals;

    Deployers(LedgerReader ledger, People people, Approvals approvals) {
        this.ledger = ledger;
        this.approvals = approvals;
        this.people = people;
    }

    /**
     * A deployment.
     *
     * @param who  as people read it
     * @param name that it was given, such as why; empty for what came with the program
     */
    record Deployed(String who, String name) {

        static final Deployed NOWHERE = new Deployed(UNKNOWN, "");
    }

    /** By the id of the deployment. */
    Map<String, Deployed> all() {
        Map<String, Deployed> deployments = new HashMap<>();
        ledger.each(Kind.DEPLOYMENT.word(), entry -> deployments.put(entry.facts().get(Facts.DEPLOYMENT), entry.actor() == null
                ? byNobody(entry)
                : new Deployed(people.nameOf(entry.actor()), entry.values().getOrDefault("name", ""))));
        return deployments;
    }

    private Deployed byNobody(Recorded entry) {
        return approvals.of(entry).map(approval -> new Deployed(people.nameOf(approval.proposer()) + ", goedgekeurd door "
                + people.nameOf(approval.approver()), entry.values().getOrDefault("name", ""))).orElse(new Deployed(BY_THE_PROGRAM, ""));
    }
}
