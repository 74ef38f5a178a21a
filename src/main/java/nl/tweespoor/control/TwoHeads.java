package nl.tweespoor.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.account.Group;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.Facts;
import nl.tweespoor.recording.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The two heads of a dossier are two people (invariant 2 of the domain), in the ledger and in the table that guards it. */
@Component
@Order(1)
class TwoHeads implements Control {

    private final LedgerReader ledger;
    private final JdbcClient jdbc;
    private final Named named;

    TwoHeads(LedgerReader ledger, JdbcClient jdbc, Named named) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.named = named;
    }

    private record Acting(String chain, String actor) {
    }

    @Override
    public String id() {
        return "two-heads";
    }

    @Override
    public String name() {
        return "De twee hoofden zijn twee mensen";
    }

    @Override
    public String looksAt() {
        return "Deed iemand in één dossier taken van Hoofd Innovatie en ook van Hoofd Implementatie?";
    }

    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        inLedger(evidence);
        inTable(evidence);
        return evidence;
    }

    /** Holds one entry for each person in each dossier. What belongs to no dossier is of many at once. */
    private void inLedger(Evidence evidence) {
        Map<Acting, Recorded> innovation = new HashMap<>();
        Map<Acting, Recorded> implementation = new HashMap<>();
        ledger.eachByPersons(Kind.TASK.word(), entry -> {
            List<String> groups = Facts.listed(entry.facts().get(Facts.GROUPS));
            Acting acting = new Acting(entry.chain(), entry.actor());
            if (Entry.NO_DOSSIER.equals(entry.chain())) {
                return;
            }
            if (groups.contains(Group.HEAD_OF_INNOVATION.id())) {
                innovation.putIfAbsent(acting, entry);
                evidence.examined();
            }
            if (groups.contains(Group.HEAD_OF_IMPLEMENTATION.id())) {
                implementation.putIfAbsent(acting, entry);
                evidence.examined();
            }
        });
        implementation.forEach((acting, entry) -> {
            Recorded other = innovation.get(acting);
            if (other != null) {
                evidence.find(Observation.of(entry, named.person(acting.actor()) + " deed '" + entry.step().name() + "' als "
                        + Group.HEAD_OF_IMPLEMENTATION.dutchName() + ", en in regel " + other.sequence() + " '"
                        + other.step().name() + "' als " + Group.HEAD_OF_INNOVATION.dutchName() + "."));
            }
        });
    }

    /** By the key of {@code dossier_head}, which has a row or two for each dossier. */
    private void inTable(Evidence evidence) {
        evidence.examined(jdbc.sql("select count(*) from dossier_head").query(Long.class).single());
        jdbc.sql("select i.dossier_number, i.user_id from dossier_head i join dossier_head m"
                        + " on m.dossier_number = i.dossier_number and m.head = :implementation and m.user_id = i.user_id"
                        + " where i.head = :innovation")
                .param("implementation", Group.HEAD_OF_IMPLEMENTATION.id())
                .param("innovation", Group.HEAD_OF_INNOVATION.id()).query(row -> {
                    evidence.find(Observation.of(row.getString(1), "tabel dossier_head",
                            named.person(row.getString(2)) + " staat in de tabel als beide hoofden."));
                });
    }
}
