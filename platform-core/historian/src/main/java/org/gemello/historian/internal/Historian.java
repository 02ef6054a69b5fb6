package org.gemello.historian.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.gemello.api.PointId;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.history.History;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogSink;

/**
 * The embedded history: takes the log in order, gathers rows in memory and writes them as closed TsFiles. The log is its
 * write-ahead log: each file's name says which offsets it stands for, so after a crash {@link #position} is known from the files
 * alone, the log is read again from there, and every sample is there exactly once.
 */
public class Historian implements History, LogSink, HealthCheck, AutoCloseable {
    /** Name of the consumer group. */
    static final String GROUP = "history";
    private final FileStore files;
    private final WriteBuffer buffer;
    private final Flusher flusher;

    /**
     * @param folder    where the files are; made where it is missing
     * @param committed told the offset up to which the log is not needed any more, after each flush, by the flushing thread
     * @throws IOException where the folder cannot be read or written
     */
    public Historian(Path folder, HistorySettings settings, LongConsumer committed) throws IOException {
        files = new FileStore(folder);
        buffer = new WriteBuffer(settings, files.durable());
        flusher = new Flusher(settings, buffer, files, committed);
        flusher.start();
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public long position() {
        return buffer.position();
    }

    /** {@inheritDoc} Waits while as much as may be held in memory waits for the disk. */
    @Override
    public void accept(LogRecord record) {
        buffer.add(record);
    }

    @Override
    public long durable() {
        return buffer.settled();
    }

    /** Writes what is in memory now, without waiting for it. */
    void flush() {
        buffer.flush();
    }

    @Override
    public HistoryResult read(PointId point, Instant from, Instant to, int maxPoints) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " is not before to " + to);
        }
        if (maxPoints < 2) {
            throw new IllegalArgumentException("maxPoints is " + maxPoints + ", but at least 2 are needed for a low and a high");
        }
        while (true) {
            try {
                return read(new Query(point, Nanos.of(from), Nanos.of(to), maxPoints));
            } catch (CorruptFileException e) {
                files.quarantine(e.file(), e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException("history of " + point + " cannot be read", e);
            }
        }
    }

    private HistoryResult read(Query query) throws IOException, CorruptFileException {
        List<HistoryFile> found;
        synchronized (buffer) { // a table that becomes a file meanwhile must be seen once
            buffer.tables().forEach(query::memory);
            found = files.enter(query.from(), query.to());
            files.lost().forEach(query::lost);
        }
        try {
            for (HistoryFile file : found) {
                query.file(file);
            }
        } finally {
            found.forEach(HistoryFile::leave);
        }
        return query.result();
    }

    @Override
    public Health health() {
        int lost = files.lost().size();
        String text = "%,d rows in memory, %,d files with %,d bytes, durable to offset %d%s".formatted(buffer.rows(), files.all().size(),
                files.bytes(), durable(), lost == 0 ? "" : "; " + lost + " corrupt files in quarantine, their samples are missing");
        if (flusher.failure().isEmpty()) {
            return Health.well(GROUP, text);
        }
        String problem = flusher.failure() + "; " + text;
        return flusher.isAlive() ? Health.notReady(GROUP, problem) : Health.dead(GROUP, problem);
    }

    /** Writes what is in memory and ends. */
    @Override
    public void close() {
        buffer.close();
        flusher.join();
    }
}
