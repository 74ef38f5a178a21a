package nl.tweespoor.demo;

import java.time.Instant;
import java.util.List;
import nl.tweespoor.account.Demo;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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

    private final Demo demo;
    private final boolean wanted;
    private final ProcessEngine engine;
    private final DossierStories stories;
    private final TransactionOperations transaction;

    DemoDossiers(Demo demo, @Value("${tweespoor.demo.dossiers:true}") boolean wanted, ProcessEngine engine,
            DossierStories stories, TransactionOperations transaction) {
        this.demo = demo;
        this.wanted = wanted;
        this.engine = engine;
        this.stories = stories;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (demo.isOn() && wanted && isEmpty()) {
            withoutJobExecutor(() -> transaction.executeWithoutResult(status -> walkAll()));
        }
    }

    private boolean isEmpty() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processDefinitionKey("innovation").count() == 0;
    }

    private void walkAll() {
        long started = System.nanoTime();
        Instant now = ClockUtil.getCurrentTime().toInstant();
        List<DossierStory> dossiers = stories.oldestFirst();
        try {
            dossiers.forEach(dossier -> new DossierWalk(engine, dossier, now).toNow());
        } finally {
            ClockUtil.reset();
        }
        log.info("{} voorbeelddossiers klaargezet in {} ms", dossiers.size(), (System.nanoTime() - started) / 1_000_000);
    }

    /** It would fire timers by the clock of the dossier that is being walked. It mostly starts only after this. */
    private void withoutJobExecutor(Runnable action) {
        JobExecutor jobExecutor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        boolean wasActive = jobExecutor.isActive();
        if (wasActive) {
            jobExecutor.shutdown();
        }
        try {
            action.run();
        } finally {
            if (wasActive) {
                jobExecutor.start();
            }
        }
    }
}
