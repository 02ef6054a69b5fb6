package org.gemello.log.internal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.gemello.api.PointTable;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.api.log.Tail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the segments. A tail from an offset inside a record begins with the whole record that contains it: callers that
 * count skip by the offset of the row. What is damaged is set aside and reading goes on at the next segment.
 */
final class FileTail implements Tail {
    private static final Logger LOG = LoggerFactory.getLogger(FileTail.class);
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);
    private final Segments segments;
    private final PointTable points;
    private final DurableEnd durable;
    private final Quarantine quarantine;
    private final Consumer<FileTail> onClose;
    private SegmentReader reader;
    private boolean readerIsDone;
    private volatile long position;
    private volatile boolean closed;

    FileTail(Segments segments, PointTable points, DurableEnd durable, Quarantine quarantine, long from,
             Consumer<FileTail> onClose) {
        this.segments = segments;
        this.points = points;
        this.durable = durable;
        this.quarantine = quarantine;
        this.position = from;
        this.onClose = onClose;
    }

    @Override
    public Optional<LogRecord> poll(Duration timeout) throws InterruptedException {
        long wait = (timeout.compareTo(LONGEST_WAIT) < 0 ? timeout : LONGEST_WAIT).toNanos();
        long deadline = System.nanoTime() + wait;
        long seen;
        do {
            seen = durable.commits();
            LogRecord record = read();
            if (record != null || isClosed()) {
                return Optional.ofNullable(record);
            }
        } while (durable.awaitAfter(seen, deadline));
        return Optional.empty();
    }

    private synchronized LogRecord read() throws InterruptedException {
        try {
            while (!isClosed() && isOpen()) {
                // asked before reading: a segment that has a successor is complete
                Segment next = segments.after(reader.segment());
                LogRecord record = readSegment();
                if (record != null) {
                    position = record.next();
                    return record;
                }
                if (next == null) {
                    return null;
                }
                if (!readerIsDone && reader.offset() < next.first()) {
                    quarantine.keep(reader.segment(), new DamagedException(reader.position(), "it ends before offset " + next.first()));
                }
                position = Math.max(position, next.first());
                release();
            }
            return null;
        } catch (ClosedByInterruptException e) {
            release();
            Thread.interrupted();
            throw new InterruptedException("interrupted while reading the log");
        } catch (IOException e) {
            release();
            throw new LogUnavailableException("cannot read the log at offset " + position + ": " + e, e);
        }
    }

    private boolean isOpen() throws IOException {
        while (reader == null) {
            Segment segment = segments.holding(position);
            if (segment == null) {
                return false;
            }
            try {
                reader = new SegmentReader(segment, points);
                reader.leapTowards(position);
                position = Math.max(position, segment.first());
            } catch (NoSuchFileException e) {
                if (segments.holding(position) == segment) {
                    throw e; // not by retention: that forgets a segment before it removes the file
                }
            }
        }
        return true;
    }

    private LogRecord readSegment() throws IOException {
        if (readerIsDone) {
            return null;
        }
        try {
            return reader.next(position);
        } catch (DamagedException e) {
            quarantine.keep(reader.segment(), e);
            readerIsDone = true;
            return null;
        }
    }

    private synchronized void release() {
        if (reader != null) {
            try {
                reader.close();
            } catch (IOException e) {
                LOG.warn("cannot close segment {}", reader.segment(), e);
            }
            reader = null;
            readerIsDone = false;
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean isClosed() {
        return closed || durable.isClosed();
    }

    @Override
    public void close() {
        closed = true;
        durable.wake();
        release();
        onClose.accept(this);
    }
}
