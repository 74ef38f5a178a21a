package nl.tweespoor.ledger;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals all chains together, and sends each seal outside. Nothing is sealed that doesn't verify. */
@Component
public class Seals {

    private final JdbcTemplate jdbc;
    private final SealRepository repository;
    private final TransactionTemplate own;
    private final LedgerKey key;
    private final LedgerVerifier verifier;
    private final List<SealDestination> destinations;
    private final Optional<SealArchive> outside;
    private final InstantSource clock;

    Seals(JdbcTemplate jdbc, PlatformTransactionManager transactions, LedgerKey key, LedgerVerifier verifier,
            List<SealDestination> destinations, Optional<SealArchive> outside, InstantSource clock) {
        this.jdbc = jdbc;
        this.repository = new SealRepository(jdbc);
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.key = key;
        this.verifier = verifier;
        this.destinations = destinations;
        this.outside = outside;
        this.clock = clock;
    }

    /**
     * Seals what was written since the seal before, in a transaction of its own, and sends what has not arrived yet. Each
     * chain that grew is checked from its first entry.
     *
     * @return empty when nothing was written, or another node sealed at the same moment
     * @throws NotWholeException when something isn't as it was written; then nothing is sealed
     * @throws RuntimeException  when it didn't arrive outside; the seal stands, and goes again with the next call
     */
    public Optional<Seal> seal() {
        Optional<Seal> seal;
        try {
            seal = own.execute(transaction -> sealWhatGrew());
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
        send();
        return seal;
    }

    Optional<Seal> sealWhatGrew() {
        List<Finding> findings = new ArrayList<>();
        // Before our own: another node may seal and send meanwhile.
        long keptOutside = outside.map(SealArchive::newest).orElse(0L);
        Optional<Seal> last = repository.last();
        long number = last.map(Seal::number).orElse(0L) + 1;
        MerkleTree tree = new MerkleTree();
        Map<String, SealedHead> before = new TreeMap<>();
        for (SealedHead head : repository.headsUpTo(number - 1)) {
            before.put(head.chain(), head);
            tree.put(head);
        }
        last.ifPresent(seal -> check(seal, tree, findings));
        if (keptOutside >= number) {
            findings.add(Finding.ofSeal(number, "Dit zegel is buiten bewaard, maar hier ontbreekt het."));
        }
        List<SealedHead> grown = grown(number, before);
        findings.addAll(verifier.verify(before.values(), grown.stream().map(SealedHead::chain).toList()));
        if (!findings.isEmpty()) {
            throw new NotWholeException(findings);
        }
        if (grown.isEmpty()) {
            return Optional.empty();
        }
        grown.forEach(tree::put);
        Seal seal = new Seal(number, Moment.of(clock.instant()), tree.entries(), tree.chains(), tree.root(),
                last.map(Seal::hash).orElse(Seal.ORIGIN), key.publicKey(), null, null).signed(key);
        repository.insert(seal, grown);
        return Optional.of(seal);
    }

    private void check(Seal last, MerkleTree tree, List<Finding> findings) {
        SealLine.itself(last, key, findings);
        if (tree.chains() == 0 || !tree.root().equals(last.root())) {
            findings.add(Finding.ofSeal(last.number(), "De standen die dit zegel zag, zijn niet meer dezelfde."));
        }
    }

    /** A head that is gone or went back counts too: checking its chain then tells what is wrong. */
    private List<SealedHead> grown(long seal, Map<String, SealedHead> before) {
        Map<String, SealedHead> gone = new TreeMap<>(before);
        List<SealedHead> grown = new ArrayList<>();
        jdbc.query("select chain, sequence, hash from ledger_head where sequence > 0 order by chain", result -> {
            SealedHead head = new SealedHead(seal, result.getString(1), result.getLong(2), result.getString(3));
            SealedHead sealed = gone.remove(head.chain());
            if (sealed == null || sealed.sequence() != head.sequence() || !sealed.hash().equals(head.hash())) {
                grown.add(head);
            }
        });
        grown.addAll(gone.values());
        return grown;
    }

    /** What one destination doesn't take, goes to the others all the same. */
    private void send() {
        List<RuntimeException> failures = new ArrayList<>();
        for (SealDestination destination : destinations) {
            try {
                destination.send(repository.since(destination.arrived()));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }
}
