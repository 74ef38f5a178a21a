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
 * Fills an empty demo with dossiers in every phase, so that whoever logs in finds work. Each comes in a transaction of its
 * own, as H2 takes twice as long for all at once; after a start that was interrupted, the next one goes on with the rest.
 */
@Component
@Order(30)
class DemoDossiers implements ApplicationRunner {

    /** The property of the engine that says how many are there. */
    static final String DONE = "tweespoor.demo-dossiers";

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
        if (demo.isOn() && wanted) {
            List<DossierStory> dossiers = stories.oldestFirst();
            int done = done(dossiers.size());
            if (done < dossiers.size()) {
                // Timers would go off by the clock of the dossier that is being walked.
                jobExecutor.during(() -> walk(dossiers, done));
            }
        }
    }

    /** Where there is work of others already, none is wanted. */
    private int done(int all) {
        String done = engine.getManagementService().getProperties().get(DONE);
        if (done != null) {
            return Integer.parseInt(done);
        }
        return engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processDefinitionKey(DossierWalk.INNOVATION).count() == 0 ? 0 : all;
    }

    private void walk(List<DossierStory> dossiers, int done) {
        long started = System.nanoTime();
        Instant now = EngineClock.now();
        try {
            for (int i = done; i < dossiers.size(); i++) {
                DossierWalk walk = new DossierWalk(engine, dossiers.get(i), now);
                String count = String.valueOf(i + 1);
                transaction.executeWithoutResult(status -> {
                    walk.toNow();
                    engine.getManagementService().setProperty(DONE, count);
                });
            }
        } finally {
            EngineClock.reset();
        }
        log.info("{} voorbeelddossiers klaargezet in {} ms", dossiers.size() - done,
                (System.nanoTime() - started) / 1_000_000);
    }
}
