package org.gemello.log.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.log.LogOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The group commit: forces what the {@link SegmentWriter} has written, lets readers see it, and only then acknowledges it, in
 * order. After a failed write or force the log stops for good: what a disk keeps after a failed force cannot be known, and the
 * next force would report success.
 */
final class Committer extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final Commit END = new Commit();
    private final BlockingQueue<Commit> commits = new LinkedBlockingQueue<>();
    private final Path directory;
    private final boolean forces;
    private final Appender appender;
    private final Segments segments;
    private final DurableEnd durable;
    private final Retention retention;
    private OpenSegment segment;
    private volatile OpenSegment last;
    private volatile String failure = "";

    Committer(Path directory, LogOptions options, Appender appender, Segments segments, DurableEnd durable, Retention retention) {
        super("gemello-log-commit");
        this.directory = directory;
        this.forces = options.commit() != LogOptions.Commit.NONE;
        this.appender = appender;
        this.segments = segments;
        this.durable = durable;
        this.retention = retention;
        setDaemon(true);
    }

    /** Why the log takes nothing more; empty while it works. */
    String failure() {
        return failure;
    }

    void commit(Commit commit) {
        commits.add(commit);
    }

    /** Nothing more comes; the segment that was written last can be closed when all is done. */
    void end(OpenSegment lastSegment) {
        last = lastSegment;
        commits.add(END);
    }

    @Override
    public void run() {
        try {
            for (Commit commit = commits.take(); commit != END; commit = commits.take()) {
                perform(commit);
            }
        } catch (InterruptedException e) {
            fail(e, END);
        } finally {
            close(segment);
            close(last);
        }
    }

    private void perform(Commit commit) {
        try {
            if (!failure.isEmpty()) {
                throw new IOException(failure);
            }
            for (Commit.Progress progress : commit.progress()) {
                force(progress);
            }
            durable.advance(commit.end());
            commit.chunks().forEach(Chunk::acknowledge);
        } catch (IOException | RuntimeException | Error e) {
            fail(e, commit);
        } finally {
            appender.forced(commit.chunks());
        }
    }

    private void force(Commit.Progress progress) throws IOException {
        if (segment != progress.segment()) {
            close(segment);
            segment = progress.segment();
            segments.add(segment.segment());
            retention.apply(segment.segment());
        }
        if (forces) {
            segment.force();
        }
        segment.segment().readable(progress.bytes());
    }

    /** Stops the log, for the first reason given; called by either thread. */
    synchronized void fail(Throwable cause, Commit commit) {
        if (failure.isEmpty()) {
            failure = DiskProblem.text("the sample log in " + directory + " has stopped", cause);
            LOG.error(failure, cause);
            appender.refuse(new LogUnavailableException(failure, cause));
        }
        LogUnavailableException refusal = new LogUnavailableException(failure, cause);
        commit.chunks().forEach(chunk -> chunk.fail(refusal));
        appender.take(true).forEach(chunk -> chunk.fail(refusal));
        durable.wake();
    }

    private static void close(OpenSegment segment) {
        if (segment != null) {
            try {
                segment.close();
            } catch (IOException e) {
                LOG.warn("segment {} did not close cleanly; all that was acknowledged is on disk", segment.segment(), e);
            }
        }
    }
}
