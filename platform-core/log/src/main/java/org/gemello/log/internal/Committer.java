package org.gemello.log.internal;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gemello.log.LogOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The group commit: forces what the {@link SegmentWriter} has written, lets readers see it, and only then acknowledges it, in
 * order. Where a force fails it does nothing more: the writer finds that in the outcome and writes all of it to a new segment.
 */
final class Committer extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final Commit END = new Commit();
    private final BlockingQueue<Commit> begun = new LinkedBlockingQueue<>();
    private final Commits commits;
    private final boolean forces;
    private final LogClock clock;
    private final Appender appender;
    private final Segments segments;
    private final DurableEnd durable;
    private final Runnable onSegment;
    private OpenSegment segment;
    private volatile long forcingSince;
    private volatile boolean isForcing;

    /** @param onSegment run when a segment has been begun; must be short */
    Committer(LogOptions options, LogClock clock, Appender appender, Commits commits, Segments segments, DurableEnd durable,
              Runnable onSegment) {
        super("gemello-log-commit");
        this.commits = commits;
        this.forces = options.commit() != LogOptions.Commit.NONE;
        this.clock = clock;
        this.appender = appender;
        this.segments = segments;
        this.durable = durable;
        this.onSegment = onSegment;
        setDaemon(true);
    }

    /** Forces a commit; none may be under way. */
    void commit(Commit commit) {
        appender.forcing(commit.bytes());
        begun.add(commit);
    }

    /** Nothing more comes. */
    void end() {
        begun.add(END);
    }

    /** For how many seconds the force under way has not come back; 0 where none is. */
    long forcingSeconds() {
        return isForcing ? (clock.steady() - forcingSince) / 1_000_000_000 : 0;
    }

    @Override
    public void run() {
        try {
            for (Commit first = begun.take(); first != END; first = begun.take()) {
                Commit commit = first;
                while (commit != null) {
                    commit = perform(commit);
                }
            }
        } catch (InterruptedException e) {
            LOG.error("the log's commit was interrupted, which nobody should do; what is not acknowledged is not kept", e);
        }
        close();
    }

    /** Returns the commit that follows without a pause, null where none does. */
    private Commit perform(Commit commit) {
        try {
            force(commit);
            commit.progress().forEach(this::show);
            durable.advance(commit.end());
            commit.chunks().forEach(Chunk::acknowledge);
            Commit next = commits.beginNext();
            appender.forced(commit.chunks(), next == null ? 0 : next.bytes());
            commit.outcome().complete(null);
            return next;
        } catch (IOException | RuntimeException | Error e) {
            commit.outcome().completeExceptionally(e);
            appender.forceFailed();
            return null;
        }
    }

    private void force(Commit commit) throws IOException {
        forcingSince = clock.steady();
        isForcing = true;
        try {
            for (Commit.Progress progress : commit.progress()) {
                if (forces) {
                    progress.segment().force();
                }
            }
        } finally {
            isForcing = false;
        }
    }

    private void show(Commit.Progress progress) {
        boolean isNew = segment != progress.segment();
        progress.segment().segment().readable(progress.bytes());
        if (isNew) {
            close();
            segment = progress.segment();
            segments.add(segment.segment());
            onSegment.run();
        }
    }

    /** Closes the segment that is complete; one that has failed was closed by the writer. */
    private void close() {
        if (segment != null && !segment.isClosed()) {
            try {
                segment.close();
            } catch (IOException e) {
                LOG.warn("segment {} did not close cleanly; all that was acknowledged is on disk", segment.segment(), e);
            }
        }
    }
}
