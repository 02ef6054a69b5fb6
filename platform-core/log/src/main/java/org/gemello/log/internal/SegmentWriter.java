package org.gemello.log.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gemello.log.LogOptions;

/**
 * The only thread that writes segments: takes from the {@link Appender} what has gathered, writes it, and once per window hands
 * it to the {@link Committer}, which forces it. While that waits for the disk, this goes on writing.
 */
final class SegmentWriter extends Thread {
    private final Path directory;
    private final long window;
    private final Appender appender;
    private final Committer committer;
    private final SegmentFile.Maker maker;
    private OpenSegment segment;

    SegmentWriter(Path directory, LogOptions options, Appender appender, Committer committer, SegmentFile.Maker maker) {
        super("gemello-log-write");
        this.directory = directory;
        this.window = options.commit() == LogOptions.Commit.ALWAYS ? 0 : options.window().toNanos();
        this.appender = appender;
        this.committer = committer;
        this.maker = maker;
        setDaemon(true);
    }

    @Override
    public void run() {
        Commit commit = new Commit();
        long forceAt = System.nanoTime();
        try {
            while (!commit.isEmpty() || !appender.isFinished()) {
                boolean due = appender.awaitWork(forceAt);
                write(appender.take(due), commit);
                if (due && !commit.isEmpty()) {
                    forceAt = System.nanoTime() + window;
                    appender.forcing(commit.bytes());
                    committer.commit(commit);
                    commit = new Commit();
                }
            }
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            committer.fail(e, commit);
        } finally {
            committer.end(segment);
        }
    }

    private void write(List<Chunk> chunks, Commit commit) throws IOException {
        commit.add(chunks);
        for (Chunk chunk : chunks) {
            if (segment == null || segment.segment().first() != chunk.segment()) {
                segment = OpenSegment.begin(directory, chunk.segment(), maker);
            }
            segment.write(chunk.bytes());
            commit.reached(segment);
        }
    }
}
