package nl.tweespoor.register;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.tweespoor.control.ControlResult;
import nl.tweespoor.control.Controls;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Does controls while people go on, one after the other, however many ask for them. What the last ones said is for whoever may
 * see it, until this node stops: a control tells how things are now, and is done again in a moment.
 */
@Component
class ControlRuns implements DisposableBean {

    private static final long MOST_SECONDS_TO_WAIT = 2;

    private final Controls controls;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "controls");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> underWay = new LinkedHashSet<>();
    private final Map<String, Done> done = new ConcurrentHashMap<>();

    ControlRuns(Controls controls) {
        this.controls = controls;
    }

    /** @param by the name of who asked for it */
    record Done(ControlResult result, String by) {
    }

    /** Begins with these, unless someone did already, and waits a moment: most take no longer. */
    void start(List<String> ids, String by) {
        List<CompletableFuture<Void>> started = new ArrayList<>();
        synchronized (underWay) {
            ids.stream().filter(underWay::add).forEach(id ->
                    started.add(CompletableFuture.runAsync(() -> run(id, by), worker)));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(started.toArray(CompletableFuture[]::new));
        try {
            all.get(MOST_SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String id, String by) {
        try {
            controls.run(id).ifPresent(result -> done.put(id, new Done(result, by)));
        } finally {
            synchronized (underWay) {
                underWay.remove(id);
            }
        }
    }

    /** Those that are being done or wait for it. */
    Set<String> underWay() {
        synchronized (underWay) {
            return Set.copyOf(underWay);
        }
    }

    Optional<Done> of(String id) {
        return Optional.ofNullable(done.get(id));
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
