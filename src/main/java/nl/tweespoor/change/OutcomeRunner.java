package nl.tweespoor.change;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.tweespoor.change.OutcomeRepository.Run;
import nl.tweespoor.change.OutcomeRepository.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds out about proposals while people go on, one after the other: a trial takes memory for as long as it lasts. */
@Component
class OutcomeRunner implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OutcomeRunner.class);

    private final OutcomeRepository repository;
    private final Outcomes outcomes;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile Run now;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "proposals");
        thread.setDaemon(true);
        return thread;
    });

    OutcomeRunner(OutcomeRepository repository, Outcomes outcomes) {
        this.repository = repository;
        this.outcomes = outcomes;
    }

    @Scheduled(initialDelayString = "${tweespoor.trial.every}", fixedDelayString = "${tweespoor.trial.every}")
    void look() {
        if (busy.compareAndSet(false, true)) {
            worker.execute(() -> {
                try {
                    doAll();
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** All that waits. */
    void doAll() {
        Optional<Run> next = repository.take();
        while (next.isPresent()) {
            run(next.get());
            next = stopped ? Optional.empty() : repository.take();
        }
    }

    private void run(Run run) {
        now = run;
        try {
            outcomes.find(run);
        } catch (RuntimeException e) {
            if (repository.tell(run, State.FAILED, null)) {
                log.error("Wat voorstel {} doet, kon niet worden nagegaan: {}", run.proposal(), e.getMessage(), e);
            }
        } finally {
            now = null;
        }
    }

    /** What is being done notices that it isn't wanted any more, and is done again after the next start. */
    @Override
    public void destroy() {
        stopped = true;
        worker.shutdown();
        Run broken = now;
        if (broken != null) {
            repository.again(broken);
        }
    }
}
