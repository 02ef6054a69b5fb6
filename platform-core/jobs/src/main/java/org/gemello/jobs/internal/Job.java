package org.gemello.jobs.internal;

import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.gemello.api.job.Jobs.Progress;

/** One job: what its work tells and what readers see. Safe for use by many threads. */
final class Job implements Progress {
    static final String INTERRUPTED = "interrupted by a restart";
    private volatile JobView view;
    private volatile boolean cancelled;

    Job(JobView view) {
        this.view = view;
    }

    static Job asked(String id, String kind, String title, String caller) {
        return new Job(new JobView(id, kind, title, caller, State.WAITING, 0, "waits for its turn", "", Instant.now(), null));
    }

    JobView view() {
        return view;
    }

    /** What a restart makes of it: work that was not finished will not be. */
    static Job remembered(JobView view) {
        Job job = new Job(view);
        job.interrupted();
        return job;
    }

    /** False where it has been cancelled before its turn. */
    synchronized boolean begin() {
        if (view.state() != State.WAITING) {
            return false;
        }
        view = with(State.RUNNING, 0, "", "", null);
        return true;
    }

    /** Once it has ended it stays as it is. */
    synchronized void end(State state, String message, String result) {
        if (view.state().isEnd()) {
            return;
        }
        view = with(state, state == State.DONE ? 1 : view.progress(), message, result, Instant.now());
    }

    /** Asks to end; true where it has not ended yet. A job that still waits ends at once. */
    synchronized boolean cancel() {
        if (view.state().isEnd()) {
            return false;
        }
        cancelled = true;
        if (view.state() == State.WAITING) {
            end(State.CANCELLED, "cancelled before it began", "");
        }
        return true;
    }

    /** The platform stops: a job that still waits will not begin, one that runs is asked to end. */
    synchronized void stop() {
        cancelled = true;
        if (view.state() == State.WAITING) {
            interrupted();
        }
    }

    /** It keeps its progress, and says what it did. */
    synchronized void interrupted() {
        end(State.FAILED, view.state() == State.RUNNING && !view.message().isEmpty() ? INTERRUPTED + "; it was at: " + view.message() : INTERRUPTED, "");
    }

    /** {@inheritDoc} A share outside of 0 to 1 is taken as the nearer end. */
    @Override
    public synchronized void at(double share, String message) {
        if (view.state() == State.RUNNING) {
            view = with(State.RUNNING, Math.max(0, Math.min(1, share)), message, "", null);
        }
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }

    private JobView with(State state, double progress, String message, String result, Instant ended) {
        return new JobView(view.id(), view.kind(), view.title(), view.caller(), state, progress, message, result, view.started(), ended);
    }
}
