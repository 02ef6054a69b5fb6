package org.gemello.jobs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.gemello.api.job.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs on a few threads, in the order in which they were asked for. */
public class JobRunner implements Jobs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration KEEP_EVERY = Duration.ofSeconds(2);
    private final JobList jobs;
    private final int mostWaiting;
    private final Duration patience;
    private final ThreadPoolExecutor workers;
    private volatile boolean closing;

    /**
     * @param file        where jobs are remembered
     * @param atOnce      jobs that run at once, at least 1
     * @param mostWaiting jobs that may wait for their turn, at least 1
     * @param patience    how long {@link #close} waits for running jobs to end
     * @throws IOException where the file cannot be read
     */
    public JobRunner(Path file, int atOnce, int mostWaiting, Duration patience) throws IOException {
        this.jobs = new JobList(new JobFile(file));
        this.mostWaiting = mostWaiting;
        this.patience = patience;
        AtomicInteger number = new AtomicInteger();
        workers = new ThreadPoolExecutor(atOnce, atOnce, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(mostWaiting), work -> {
            Thread thread = new Thread(work, "job-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        workers.allowCoreThreadTimeOut(true);
    }

    /** @throws IllegalStateException where too many jobs wait already, or the platform is stopping */
    @Override
    public JobView start(String kind, String title, String caller, Work work) {
        Job job = Job.asked(UUID.randomUUID().toString(), kind, title, caller);
        JobView asked = job.view();
        jobs.add(job);
        try {
            workers.execute(() -> run(job, work));
        } catch (RejectedExecutionException e) {
            jobs.remove(job);
            throw new IllegalStateException(closing ? "the platform is stopping and takes no more jobs"
                    : mostWaiting + " jobs wait already; try again when some have ended, or cancel one", e);
        }
        return asked;
    }

    private void run(Job job, Work work) {
        if (!job.begin()) {
            return;
        }
        jobs.save();
        String name = job.view().kind() + " '" + job.view().title() + "'";
        try {
            String result = work.run(new KeptProgress(job, jobs::save, KEEP_EVERY));
            job.end(State.DONE, "", result == null ? "" : result);
            LOG.info("{} is done: {}", name, job.view().result());
        } catch (CancellationException e) {
            job.end(closing ? State.FAILED : State.CANCELLED, closing ? Job.INTERRUPTED : job.view().message(), "");
            LOG.info("{} was {}", name, closing ? Job.INTERRUPTED : "cancelled");
        } catch (Exception e) {
            LOG.error("{} failed", name, e);
            job.end(State.FAILED, e.getMessage() == null ? e.toString() : e.getMessage(), "");
        } catch (Error e) {
            job.end(State.FAILED, e.toString(), "");
            throw e;
        } finally {
            jobs.save();
        }
    }

    @Override
    public List<JobView> jobs() {
        return jobs.views();
    }

    @Override
    public Optional<JobView> job(String id) {
        return jobs.job(id).map(Job::view);
    }

    @Override
    public boolean cancel(String id) {
        boolean asked = jobs.job(id).map(Job::cancel).orElse(false);
        if (asked) {
            jobs.save();
        }
        return asked;
    }

    /** Asks all jobs to end and waits a while for them; those that go on are remembered as interrupted by the restart. */
    @Override
    public void close() {
        closing = true;
        workers.shutdown();
        jobs.unfinished().forEach(Job::stop);
        try {
            if (!workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} jobs did not end within {}", jobs.unfinished().size(), patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        jobs.unfinished().forEach(Job::interrupted);
        jobs.close();
    }
}
