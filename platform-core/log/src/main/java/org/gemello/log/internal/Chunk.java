package org.gemello.log.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;
import org.gemello.api.Times;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogUnavailableException;

/** Records of one segment that are in memory and not yet on disk, with the futures of those who wait for them. For one thread at a time. */
final class Chunk {
    private static final int CAPACITY = 1 << 20;
    /** Small enough to be still in the processor's cache when it is written. */
    private static final int FULL = CAPACITY / 8 * 7;
    private final PayloadWriter out = new PayloadWriter(CAPACITY);
    private final List<Appended> appended = new ArrayList<>();
    private final CRC32C crc = new CRC32C();
    private long segment;
    private long end;

    private record Appended(CompletableFuture<Long> future, long offset) {
    }

    /** Empties the chunk for use in a segment. */
    Chunk begin(long segmentFirst) {
        out.reset(0);
        appended.clear();
        segment = segmentFirst;
        end = segmentFirst;
        return this;
    }

    /** First offset of the segment that the records belong to. */
    long segment() {
        return segment;
    }

    /** True where the next record had better go to another chunk. */
    boolean isFull() {
        return out.position() >= FULL;
    }

    /** False for a chunk that has grown for a large record: it is not worth keeping. */
    boolean isReusable() {
        return out.capacity() == CAPACITY;
    }

    /** Offset after the last record. */
    long end() {
        return end;
    }

    /**
     * Adds an entry at an offset, and before it the definitions that it needs.
     *
     * @throws IllegalArgumentException where the entry is larger than a record may be; the chunk is as before
     */
    CompletableFuture<Long> append(LogEntry entry, long offset, TraceId trace, long cause, PointNumbers numbers) {
        RecordType type = RecordType.of(entry);
        long now = Times.now();
        type.codec().points(entry, numbers);
        if (numbers.hasUnnamed()) {
            record(RecordType.DEFINE, offset, 0, now, TraceId.NONE, LogRecord.FROM_OUTSIDE, () -> numbers.define(out));
        }
        record(type, offset, entry.count(), now, trace, cause, () -> type.codec().write(entry, out, numbers));
        CompletableFuture<Long> future = new CompletableFuture<>();
        appended.add(new Appended(future, offset));
        end = offset + entry.count();
        return future;
    }

    private void record(RecordType type, long offset, int count, long now, TraceId trace, long cause, Runnable payload) {
        int start = out.position();
        boolean whole = false;
        try {
            RecordHeader.write(out, type, offset, count, now, trace, cause);
            payload.run();
            seal(start);
            whole = true;
        } finally {
            if (!whole) {
                out.reset(start);
            }
        }
    }

    private void seal(int start) {
        int length = out.position() - start;
        if (length > RecordHeader.MAX_BYTES) {
            throw new IllegalArgumentException("an entry of " + length + " bytes is too large for the log, which takes "
                    + RecordHeader.MAX_BYTES + "; append it in smaller parts");
        }
        ByteBuffer bytes = out.written();
        crc.reset();
        crc.update(bytes.slice(start + RecordHeader.FRAME, length - RecordHeader.FRAME));
        bytes.putInt(start, length - RecordHeader.FRAME).putInt(start + Integer.BYTES, (int) crc.getValue());
    }

    int size() {
        return out.position();
    }

    ByteBuffer bytes() {
        return out.written();
    }

    /** Tells those who wait, in the order of their appends, that their entries are on disk. */
    void acknowledge() {
        appended.forEach(a -> a.future.complete(a.offset));
    }

    void fail(LogUnavailableException failure) {
        appended.forEach(a -> a.future.completeExceptionally(failure));
    }
}
