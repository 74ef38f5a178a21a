package nl.tweespoor.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What each test of a ledger of its own begins with. */
abstract class WithTestLedger {

    @TempDir
    Path files;
    TestLedger house;

    @BeforeEach
    void openLedger() {
        house = new TestLedger(files);
    }

    @AfterEach
    void closeLedger() {
        house.close();
    }
}
