package org.gemello.log.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gemello.api.log.LogUnavailableException;

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
    private final Appender appender;
    private final Commits commits;
    private final Committer committer;
    private final SegmentFile.Maker maker;
    private final LogClock clock;
    private final Outage outage;
    private final List<OpenSegment> open = new ArrayList<>();
    /** Taken, and not yet wholly in a file; the first may be in part. */
    private final Deque<Chunk> unwritten = new ArrayDeque<>();
    private long newest;

    /** @param newest newest append time in the log, nanoseconds since the epoch */
    SegmentWriter(Path directory, Appender appender, Commits commits, Committer committer, SegmentFile.Maker maker, LogClock clock,
                  Outage outage, long newest) {
        super("gemello-log-write");
        this.directory = directory;
        this.appender = appender;
        this.commits = commits;
        this.committer = committer;
        this.maker = maker;
        this.clock = clock;
        this.outage = outage;
        this.newest = newest;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (!commits.isEmpty() || !appender.isFinished()) {
                step();
            }
            Throwable failure = commits.last().failure();
            if (failure != null) {
                rewrite(failure);
            }
        } catch (InterruptedException e) {
            giveUp(e);
        } finally {
            committer.end();
        }
    }

    private void step() throws InterruptedException {
        boolean due = appender.awaitWork();
        try {
            if (commits.last().outcome().isCompletedExceptionally()) {
                rewrite(commits.last().failure());
                return;
            }
            unwritten.addAll(appender.take(due));
            write();
            if (due && !commits.isEmpty()) {
                committer.commit(commits.begin());
            }
        } catch (IOException | RuntimeException | Error e) {
            rewrite(e);
        }
    }

    private void write() throws IOException {
        for (Chunk chunk = unwritten.peek(); chunk != null; chunk = unwritten.peek()) {
            OpenSegment last = open.isEmpty() ? null : open.get(open.size() - 1);
            if (last == null || !last.takes(chunk)) {
                open.removeIf(OpenSegment::isClosed);
                last = OpenSegment.begin(directory, chunk, Math.max(newest, clock.now()), maker);
                open.add(last);
            }
            last.write(chunk.bytes());
            newest = Math.max(newest, chunk.newest());
            last.segment().times().add(chunk.first(), newest);
            unwritten.remove();
            commits.written(chunk, last);
        }
    }

    private void rewrite(Throwable first) throws InterruptedException {
        Throwable failure = first;
        long pause = 0;
        while (failure != null) {
            takeBack();
            outage.failed(failure, pause > 0);
            open.stream().filter(segment -> !segment.isClosed()).forEach(OpenSegment::abandon);
            open.clear();
            if (pause > 0 && !appender.pause(pause)) {
                giveUp(failure);
                return;
            }
            pause = Math.min(Math.max(SHORTEST_PAUSE, 2 * pause), LONGEST_PAUSE);
            failure = attempt();
        }
        outage.over();
    }

    /** All that is not acknowledged has to be written once more. */
    private void takeBack() {
        List<Chunk> again = commits.takeBack();
        again.addAll(unwritten);
        unwritten.clear();
        unwritten.addAll(again);
    }

    /** Null where everything is on disk and acknowledged. */
    private Throwable attempt() {
        try {
            write();
        } catch (IOException | RuntimeException | Error e) {
            return e;
        }
        committer.commit(commits.begin());
        return commits.last().failure();
    }

    /** The log is being closed and the disk does not work: nothing more can be kept. */
    private void giveUp(Throwable cause) {
        LogUnavailableException lost = new LogUnavailableException("the sample log was closed before the disk took it: " + cause, cause);
        appender.refuse(lost);
        takeBack();
        unwritten.addAll(appender.take(true));
        unwritten.forEach(chunk -> chunk.fail(lost));
        unwritten.clear();
    }
}
