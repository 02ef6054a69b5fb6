package org.gemello.log.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.log.LogOptions;

/**
 * The only thread that writes segments: takes from the {@link Appender} what has gathered, writes it, and once per window hands
 * it to the {@link Committer}, which forces it. While that waits for the disk, this goes on writing.
 *
 * <p>A failed write or force ends the segment: what the disk has kept of it after the last successful force cannot be known, and
 * the next force would report success. So everything that is not acknowledged, which is still in memory, is written once more,
 * to a new segment; again and again, at growing intervals, until the disk takes it.
 */
final class SegmentWriter extends Thread {
    private static final long SHORTEST_PAUSE = 100_000_000L;
    private static final long LONGEST_PAUSE = 5_000_000_000L;
    private final Path directory;
    private final long window;
    private final Appender appender;
    private final Committer committer;
    private final SegmentFile.Maker maker;
    private final LogClock clock;
    private final Outage outage;
    private final List<OpenSegment> open = new ArrayList<>();
    private Commit commit = new Commit();
    private Commit forcing = new Commit();
    private long forceAt = System.nanoTime();
    private long newest;

    /** @param newest newest append time in the log, nanoseconds since the epoch */
    SegmentWriter(Path directory, LogOptions options, Appender appender, Committer committer, SegmentFile.Maker maker, LogClock clock,
                  Outage outage, long newest) {
        super("gemello-log-write");
        this.directory = directory;
        this.window = options.commit() == LogOptions.Commit.ALWAYS ? 0 : options.window().toNanos();
        this.appender = appender;
        this.committer = committer;
        this.maker = maker;
        this.clock = clock;
        this.outage = outage;
        this.newest = newest;
        forcing.outcome().complete(null);
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (!commit.isEmpty() || !appender.isFinished()) {
                step();
            }
            awaitForce();
        } catch (InterruptedException e) {
            giveUp(e);
        } finally {
            committer.end();
        }
    }

    private void step() throws InterruptedException {
        boolean due = appender.awaitWork(forceAt);
        try {
            if (forcing.outcome().isCompletedExceptionally()) {
                forcing.outcome().join();
            }
            List<Chunk> taken = appender.take(due);
            commit.add(taken);
            write(taken);
            if (due && !commit.isEmpty()) {
                force();
            }
        } catch (IOException | RuntimeException | Error e) {
            rewrite(e);
        }
    }

    private void write(List<Chunk> chunks) throws IOException {
        for (Chunk chunk : chunks) {
            OpenSegment last = open.isEmpty() ? null : open.get(open.size() - 1);
            if (last == null || !last.takes(chunk)) {
                open.removeIf(OpenSegment::isClosed);
                last = OpenSegment.begin(directory, chunk, Math.max(newest, clock.now()), maker);
                open.add(last);
            }
            last.write(chunk.bytes());
            newest = Math.max(newest, chunk.newest());
            last.segment().times().add(chunk.first(), newest);
            commit.reached(last);
        }
    }

    private void force() {
        forceAt = System.nanoTime() + window;
        forcing = commit;
        commit = new Commit();
        committer.commit(forcing);
    }

    /** The last force has to end in some way before anything else is decided. */
    private Throwable awaitForce() {
        try {
            forcing.outcome().join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    private void rewrite(Throwable first) throws InterruptedException {
        List<Chunk> pending = new ArrayList<>(awaitForce() == null ? List.of() : forcing.chunks());
        pending.addAll(commit.chunks());
        Throwable failure = first instanceof CompletionException ? first.getCause() : first;
        long pause = 0;
        while (failure != null) {
            outage.failed(failure, pause > 0);
            open.stream().filter(segment -> !segment.isClosed()).forEach(OpenSegment::abandon);
            open.clear();
            if (pause > 0 && !appender.pause(pause)) {
                commit = new Commit();
                commit.add(pending);
                giveUp(failure);
                return;
            }
            pause = Math.min(Math.max(SHORTEST_PAUSE, 2 * pause), LONGEST_PAUSE);
            failure = attempt(pending);
        }
        outage.over();
    }

    /** Null where everything is on disk and acknowledged. */
    private Throwable attempt(List<Chunk> pending) {
        commit = new Commit();
        commit.add(pending);
        try {
            write(pending);
        } catch (IOException | RuntimeException | Error e) {
            return e;
        }
        force();
        return awaitForce();
    }

    /** The log is being closed and the disk does not work: nothing more can be kept. */
    private void giveUp(Throwable cause) {
        LogUnavailableException lost = new LogUnavailableException("the sample log was closed before the disk took it: " + cause, cause);
        appender.refuse(lost);
        commit.add(appender.take(true));
        commit.chunks().forEach(chunk -> chunk.fail(lost));
        commit = new Commit();
    }
}
