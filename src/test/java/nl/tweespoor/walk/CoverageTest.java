package nl.tweespoor.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs after all others and judges what they walked; the report opens in a browser. */
@EngineTest
@Tag("once")
@ExcludeFromProcessCoverage
@Order(Integer.MAX_VALUE)
class CoverageTest {

    @Autowired
    RepositoryService repository;

    @Test
    void everyStepAndFlowOfEveryModelWasWalked() {
        assumeFalse(Coverage.OF_THIS_RUN.isEmpty(), "no other test ran");
        Coverage.OF_THIS_RUN.report(repository, new File("target/process-coverage"));

        assertThat(Coverage.OF_THIS_RUN.notWalked(repository)).isEmpty();
        assertThat(Coverage.OF_THIS_RUN.ratio(repository)).isEqualTo(1.0);
    }
}
