package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.gemello.api.PointId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes: tables to files, then merges and retention. A failed write is tried again until it succeeds. */
final class Flusher implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);
    private static final int LONGEST_RETRY = 60;
    private final HistorySettings settings;
    private final WriteBuffer buffer;
    private final FileStore files;
    private final NoteJournal notes;
    private final LastValues lastValues;
    private final LastValuesFile lastValuesFile;
    private final Watch watch;
    private final Compaction spillMerge;
    private final Compaction compaction;
    private final Rollup rollup;
    private final Compaction rollupCompaction;
    private final Retention retention;
    private final Retention rollupRetention;
    private final LongConsumer committed;
    private final Thread thread = new Thread(this, "history-flusher");
    private final FlushTimes times = new FlushTimes();
    private volatile String failure = "";
    private long reported = -1;

    Flusher(HistorySettings settings, WriteBuffer buffer, FileStore files, FileStore rollups, NoteJournal notes, LastValues lastValues,
            LastValuesFile lastValuesFile, Watch watch, LongConsumer committed) {
        this.settings = settings;
        this.buffer = buffer;
        this.files = files;
        this.notes = notes;
        this.lastValues = lastValues;
        this.lastValuesFile = lastValuesFile;
        this.watch = watch;
        this.spillMerge = new Compaction(files, new SpillMerge(rollups));
        this.compaction = new Compaction(files, new SampleMerge());
        this.rollup = new Rollup(files, rollups);
        this.rollupCompaction = new Compaction(rollups, new RollupMerge());
        this.retention = new Retention(files, settings.retentionAge(), settings.retentionBytes());
        this.rollupRetention = new Retention(rollups, settings.rollupAge(), settings.rollupBytes());
        this.committed = committed;
    }

    void start() {
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, error) -> {
            failure = "the thread that writes the history has ended: " + error;
            LOG.error("history: {}", failure, error);
        });
        thread.start();
    }

    /** What keeps rows from being written, empty while all is well. */
    String failure() {
        return failure;
    }

    /** How long successful flushes took, each from the first byte to the synced file. */
    FlushTimes times() {
        return times;
    }

    /** False where it has ended, which only a new start mends. */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** Waits until everything is written, or cannot be. The buffer must be closed. */
    void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!buffer.isClosed() || buffer.isDue()) {
            Optional<MemoryTable> table = buffer.next();
            if (table.isPresent() && !write(table.get())) {
                return;
            }
            report();
            table.ifPresent(written -> saveLastValues(written.to()));
            if (!buffer.isDue() && !buffer.isClosed()) {
                tidy();
            }
        }
    }

    /** Writes until it succeeds; false where the history is closed before. Then the rows come again from the log. */
    private boolean write(MemoryTable table) {
        Duration wait = settings.retryDelay();
        while (true) {
            try {
                long begun = System.nanoTime();
                HistoryFile file = writeOnce(table);
                times.add(System.nanoTime() - begun);
                buffer.written(() -> {
                    files.add(file);
                    lastValues.add(table);
                });
                if (!failure.isEmpty()) {
                    failure = "";
                    watch.written();
                }
                return true;
            } catch (IOException | RuntimeException e) {
                failure = "history cannot be written: " + e + "; samples wait in the log, free the disk or repair it";
                watch.failed(failure);
                LOG.error("history: {} rows cannot be written, next try in {}", table.rows(), wait, e);
                if (buffer.isClosed()) {
                    return false;
                }
                buffer.pause(wait);
                wait = wait.compareTo(settings.retryDelay().multipliedBy(LONGEST_RETRY / 2)) < 0 ? wait.multipliedBy(2)
                        : settings.retryDelay().multipliedBy(LONGEST_RETRY);
            }
        }
    }

    /** Each try writes a new file: after a failed sync the state of the old one is unknown. */
    private HistoryFile writeOnce(MemoryTable table) throws IOException {
        notes.append(table.notes()); // first: once the file has its name, they do not come again from the log
        Path path = files.unfinished(table.from());
        ReceivedTimes receptions = table.receptions().areShared(table.rows()) ? table.receptions() : new ReceivedTimes();
        Set<PointId> points = table.points();
        try (SpillFileWriter writer = new SpillFileWriter(path, points.size(), receptions)) {
            for (PointId point : points) {
                writer.point(point, table.samples(point), table.gaps(point));
            }
            return files.finished(path, writer.finish(table.from(), table.to()));
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private void report() {
        long settled = buffer.settled();
        if (settled > reported) {
            try {
                committed.accept(settled);
                reported = settled;
            } catch (RuntimeException e) {
                LOG.error("history: position {} could not be stored; nothing is lost, the next flush stores a later one", settled, e);
            }
        }
    }

    /** Only this thread changes the table, so it may be read without the buffer's monitor. */
    private void saveLastValues(long to) {
        try {
            lastValuesFile.save(lastValues, to);
        } catch (IOException e) {
            LOG.warn("history: the last values cannot be saved; the next start reads them from the history files", e);
        }
    }

    private void tidy() {
        try {
            watch.look();
            rollup.run();
            spillMerge.run();
            compaction.run();
            rollupCompaction.run();
            retention.run();
            rollupRetention.run();
        } catch (IOException | RuntimeException e) {
            LOG.error("history: merging small files or removing old ones failed; no sample is affected", e);
        }
    }
}
