package nl.tweespoor.ledger;

import static nl.tweespoor.ledger.TestLedger.DOSSIER;
import static nl.tweespoor.ledger.TestLedger.OTHER;
import static nl.tweespoor.ledger.TestLedger.decision;
import static nl.tweespoor.ledger.TestLedger.timer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.tweespoor.walk.CountsScannedRows;
import nl.tweespoor.walk.OnPostgresToo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@OnPostgresToo
class LedgerReaderTest extends WithTestLedger {

    private static final String PERSON = "hoofd.innovatie";

    @Test
    void whatSomeoneDidOfAKindComesNewestFirstAndNoMoreThanAsked() {
        house.append(decision(DOSSIER, "select"), timer(DOSSIER), started(OTHER));
        house.append(decision(OTHER, "reject"), started(DOSSIER));
        house.append(decision(DOSSIER, "notNow"), started(OTHER));

        LedgerReader reader = new LedgerReader(house.jdbc, house.transactions);
        assertThat(reader.newestBy(PERSON, "task", 2)).extracting(Recorded::outcome).containsExactly("notNow", "reject");
        assertThat(reader.newestBy(PERSON, "start", 2)).extracting(Recorded::chain).containsExactly(OTHER, DOSSIER);
        assertThat(reader.newestBy("iemand.anders", "task", 2)).isEmpty();
    }

    @Test
    void ofSomeKindsInSomeChainsEachComesOnceAndInItsOrder() {
        house.append(started(OTHER), decision(OTHER, "select"), timer(OTHER));
        house.append(started(DOSSIER), timer(DOSSIER), decision(DOSSIER, "reject"), started("I-2026-0003"));

        LedgerReader reader = new LedgerReader(house.jdbc, house.transactions);
        assertThat(reader.ofKinds(List.of(OTHER, DOSSIER, OTHER), List.of("task", "start")))
                .extracting(entry -> entry.chain() + " " + entry.sequence())
                .containsExactly(DOSSIER + " 1", DOSSIER + " 3", OTHER + " 1", OTHER + " 2");
        assertThat(reader.ofKinds(List.of(), List.of("task"))).isEmpty();
    }

    @Test
    @DisabledIfSystemProperty(named = "tweespoor.test.database", matches = "postgres")
    void whoReportedMuchAndFinishedLittleDoesNotLookThroughAllOfIt() {
        house.append(IntStream.range(0, 1000).mapToObj(number -> started("I-2026-" + (1000 + number))).toArray(Entry[]::new));
        house.append(decision(DOSSIER, "select"));

        CountsScannedRows jdbc = new CountsScannedRows(house.dataSource);
        assertThat(new LedgerReader(jdbc, house.transactions).newestBy(PERSON, "task", 5)).hasSize(1);
        assertThat(jdbc.scanned()).isPositive().isLessThan(10);
    }

    private static Entry started(String chain) {
        return new Entry(chain, "start", Entry.Step.NONE, Entry.Who.person(PERSON, List.of(), List.of()), Entry.Decision.NONE,
                List.of(), Map.of(), Map.of());
    }
}
