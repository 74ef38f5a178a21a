package nl.tweespoor.demo;

import java.time.Instant;
import java.util.List;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.JobExecutorPause;
import nl.tweespoor.startup.DemoMode;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills an empty demo with dossiers in every phase, so that whoever logs in finds work. They come in one transaction:
 * a start that is interrupted leaves nothing behind, and the next one begins anew.
 */
@Component
@Order(30)
class DemoDossiers implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoDossiers.class);

    private final DemoMode demo;
    private final boolean wanted;
    private final ProcessEngine engine;
    private final DossierStories stories;
    private final TransactionOperations transaction;
    private final JobExecutorPause jobExecutor;

    DemoDossiers(DemoMode demo, @Value("${tweespoor.demo.dossiers:true}") boolean wanted, ProcessEngine engine,
            DossierStories stories, TransactionOperations transaction, JobExecutorPause jobExecutor) {
        this.demo = demo;
        this.wanted = wanted;
        this.engine = engine;
        this.stories = stories;
        this.transaction = transaction;
        this.jobExecutor = jobExecutor;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (demo.isOn() && wanted && isEmpty()) {
            // Timers would go off by the clock of the dossier that is being walked.
            jobExecutor.during(() -> transaction.executeWithoutResult(status -> walkAll()));
        }
    }

    private boolean isEmpty() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processDefinitionKey(DossierWalk.INNOVATION).count() == 0;
    }

    private void walkAll() {
        long started = System.nanoTime();
        Instant now = EngineClock.now();
        List<DossierStory> dossiers = stories.oldestFirst();
        try {
            dossiers.forEach(dossier -> new DossierWalk(engine, dossier, now).toNow());
        } finally {
            EngineClock.reset();
        }
        log.info("{} voorbeelddossiers klaargezet in {} ms", dossiers.size(), (System.nanoTime() - started) / 1_000_000);
    }
}
