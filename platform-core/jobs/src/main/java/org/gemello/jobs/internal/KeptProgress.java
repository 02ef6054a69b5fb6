package org.gemello.jobs.internal;

import java.time.Duration;
import org.gemello.api.job.Jobs.Progress;

/** Progress that is on disk now and then, so that after a crash it can be seen how far a job had come. */
final class KeptProgress implements Progress {
    private final Job job;
    private final Runnable save;
    private final long everyNanos;
    private long saved;

    /**
     * @param save  writes the list of jobs
     * @param every how often at most
     */
    KeptProgress(Job job, Runnable save, Duration every) {
        this.job = job;
        this.save = save;
        this.everyNanos = every.toNanos();
        this.saved = System.nanoTime() - everyNanos;
    }

    @Override
    public synchronized void at(double share, String message) {
        job.at(share, message);
        long now = System.nanoTime();
        if (now - saved >= everyNanos) {
            saved = now;
            save.run();
        }
    }

    @Override
    public void checkCancelled() {
        job.checkCancelled();
    }
}
