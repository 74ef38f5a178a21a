package nl.tweespoor.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after all others and judges what they walked; the report opens in a browser. */
@Tag("coverage")
class CoverageTest {

    private final Coverage coverage = new Coverage(WalkedSteps.read());

    @BeforeEach
    void allTestsRan() {
        assumeTrue(System.getProperty("test") == null, "only some tests ran");
    }

    @Test
    @Tag("coverage-of-all")
    void everyStepAndFlowOfEveryModelWasWalked() {
        coverage.report(new File("target/process-coverage"));

        assertThat(coverage.notWalked()).isEmpty();
        assertThat(coverage.ratio()).isEqualTo(1.0);
    }

    /** One way to each is enough there: what lies between asks the same of the database. */
    @Test
    @Tag("coverage-of-ends")
    void everyEndEventOfEveryModelWasReached() {
        assertThat(coverage.endEventsNotWalked()).isEmpty();
    }
}
