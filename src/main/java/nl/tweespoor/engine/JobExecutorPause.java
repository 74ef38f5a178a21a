package nl.tweespoor.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.stereotype.Component;

/** Keeps timers from going off by themselves while something else moves the clock. */
@Component
public class JobExecutorPause {

    private final ProcessEngine engine;

    JobExecutorPause(ProcessEngine engine) {
        this.engine = engine;
    }

    public void during(Runnable action) {
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
