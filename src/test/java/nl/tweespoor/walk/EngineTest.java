package nl.tweespoor.walk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the deployed models, in one context for all, which answers HTTP too; timers are fired by hand and each test
 * starts clean.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "tweespoor.demo.dossiers=false", "tweespoor.moving.every=P1D",
        "tweespoor.trial.every=P1D", "tweespoor.trial.walks=5"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Walk.class, StrategyWalk.class, WalkedBefore.class, CountsForCoverage.class})
@ExtendWith({AnswersHttp.class, CleanSlate.class, CountsForCoverage.class})
@ActiveProfiles("demo")
public @interface EngineTest {
}
