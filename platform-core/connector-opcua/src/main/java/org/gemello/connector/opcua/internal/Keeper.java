package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One thread that does one thing after the other, and does not die of a failure. */
final class Keeper {
    private final ScheduledThreadPoolExecutor thread;
    private final Consumer<RuntimeException> failed;

    /** @param failed told, by the thread, of what a step has thrown */
    Keeper(String name, Consumer<RuntimeException> failed) {
        this.failed = failed;
        // once stopped, nothing is begun any more: what comes late is dropped
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(task, name);
            created.setDaemon(true);
            return created;
        }, new ThreadPoolExecutor.DiscardPolicy());
    }

    void now(Runnable step) {
        thread.execute(guarded(step));
    }

    void after(Duration delay, Runnable step) {
        thread.schedule(guarded(step), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    void every(Duration period, Runnable step) {
        thread.scheduleWithFixedDelay(guarded(step), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Runnable guarded(Runnable step) {
        return () -> {
            try {
                step.run();
            } catch (RuntimeException e) {
                failed.accept(e);
            }
        };
    }

    /** Interrupts the present step, drops all others, and waits for the thread to end. */
    void stop(Duration patience) throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
