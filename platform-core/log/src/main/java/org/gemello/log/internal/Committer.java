package org.gemello.log.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Times;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.log.LogOptions;
import org.gemello.log.LogOptions.Commit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The group commit: the only thread that writes segments. It writes what the {@link Appender} has gathered, forces it once
 * per window, lets readers see it, and only then acknowledges it. After a failed write or force it stops for good: what a
 * disk keeps after a failed force cannot be known, and the next force would report success.
 */
final class Committer extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private final Path directory;
    private final LogOptions options;
    private final Appender appender;
    private final Segments segments;
    private final DurableEnd durable;
    private final Retention retention;
    private final SegmentFile.Maker maker;
    private Segment segment;
    private SegmentFile file;
    private long fileBytes;
    /** Kept until they are on disk; the first {@link #written} of them have been written to the file. */
    private final List<Chunk> unforced = new ArrayList<>();
    private int written;
    private volatile String failure = "";

    Committer(Path directory, LogOptions options, Appender appender, Segments segments, DurableEnd durable, Retention retention,
              SegmentFile.Maker maker) {
        super("gemello-log-commit");
        this.directory = directory;
        this.options = options;
        this.appender = appender;
        this.segments = segments;
        this.durable = durable;
        this.retention = retention;
        this.maker = maker;
        setDaemon(true);
    }

    /** Why the log takes nothing more; empty while it works. */
    String failure() {
        return failure;
    }

    @Override
    public void run() {
        long window = options.commit() == Commit.ALWAYS ? 0 : options.window().toNanos();
        long forceAt = System.nanoTime();
        try {
            while (!appender.isFinished()) {
                boolean due = appender.awaitWork(forceAt);
                unforced.addAll(appender.take(due));
                while (written < unforced.size()) {
                    write(unforced.get(written++));
                }
                if (due) {
                    forceAt = System.nanoTime() + window;
                    commit();
                }
            }
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            stop(e);
        } finally {
            closeFile();
        }
    }

    private void commit() throws IOException {
        if (unforced.isEmpty()) {
            return;
        }
        sync();
        durable.advance(unforced.get(unforced.size() - 1).end());
        unforced.forEach(Chunk::acknowledge);
        appender.release(unforced);
        unforced.clear();
        written = 0;
    }

    private void write(Chunk chunk) throws IOException {
        if (segment == null || segment.first() != chunk.segment()) {
            begin(chunk.segment());
        }
        file.write(chunk.bytes());
        fileBytes += chunk.size();
    }

    private void begin(long first) throws IOException {
        if (file != null) {
            sync();
            file.close();
        }
        segment = new Segment(directory, first);
        file = maker.make(segment.path());
        file.write(SegmentHeader.bytes(first, Times.now()));
        fileBytes = SegmentHeader.BYTES;
        DurableFiles.forceDirectory(directory);
        segments.add(segment);
        retention.apply(segment);
    }

    private void sync() throws IOException {
        if (options.commit() != Commit.NONE) {
            file.force();
        }
        segment.readable(fileBytes);
    }

    private void stop(Throwable cause) {
        failure = DiskProblem.text("the sample log in " + directory + " has stopped", cause);
        LOG.error(failure, cause);
        LogUnavailableException refusal = new LogUnavailableException(failure, cause);
        appender.refuse(refusal);
        unforced.forEach(chunk -> chunk.fail(refusal));
        appender.take(true).forEach(chunk -> chunk.fail(refusal));
        durable.wake();
    }

    private void closeFile() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.warn("segment {} did not close cleanly; all that was acknowledged is on disk", segment, e);
            }
        }
    }
}
