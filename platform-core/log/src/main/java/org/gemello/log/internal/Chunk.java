package org.gemello.log.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;
import org.gemello.api.PointDefinition;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.LogUnavailableException;

/**
 * Records of one segment that are in memory until they are on disk, with the futures of those who wait for them. Nothing in it
 * says where in a file it stands, so it can be written once more to another one. For one thread at a time.
 */
final class Chunk {
    private static final int CAPACITY = 1 << 20;
    /** Small enough to be still in the processor's cache when it is written. */
    private static final int FULL = CAPACITY / 8 * 7;
    /** So many definitions stay far below the size of a record. */
    private static final int DEFINED_AT_ONCE = 10_000;
    private final PayloadWriter out = PayloadWriter.direct(CAPACITY);
    private final List<Appended> appended = new ArrayList<>();
    private final CRC32C crc = new CRC32C();
    private PointNumbers numbers;
    private int definedBefore;
    private long first;
    private long end;
    private long newest;

    private record Appended(CompletableFuture<Long> future, long offset) {
    }

    /** Empties the chunk for use in a segment, from an offset on. */
    Chunk begin(PointNumbers segment, long offset) {
        out.reset(0);
        appended.clear();
        numbers = segment;
        definedBefore = segment.size();
        first = offset;
        end = offset;
        newest = Long.MIN_VALUE;
        return this;
    }

    /** What a file needs before this chunk if it is to begin with it: all that the segment has defined before. */
    Chunk preamble(long now) {
        Chunk preamble = new Chunk().begin(new PointNumbers(numbers.points()), first);
        List<Integer> defined = new ArrayList<>(definedBefore);
        int[] handles = numbers.byNumber();
        for (int number = 0; number < definedBefore; number++) {
            defined.add(handles[number]);
        }
        preamble.define(defined, now);
        return preamble;
    }

    /** The numbers that stand for the segment to which the records belong. */
    PointNumbers numbers() {
        return numbers;
    }

    /** True where the next record had better go to another chunk. */
    boolean isFull() {
        return out.position() >= FULL;
    }

    /** False for a chunk that has grown for a large record: it is not worth keeping. */
    boolean isReusable() {
        return out.capacity() == CAPACITY;
    }

    /** Offset of the first record. */
    long first() {
        return first;
    }

    /** Offset after the last record. */
    long end() {
        return end;
    }

    /** Newest append time, nanoseconds since the epoch. */
    long newest() {
        return newest;
    }

    /** Adds definitions of points, which have their numbers from then on. */
    void define(Collection<Integer> handles, long now) {
        List<Integer> left = new ArrayList<>(handles);
        for (int from = 0; from < left.size(); from += DEFINED_AT_ONCE) {
            List<Integer> some = left.subList(from, Math.min(from + DEFINED_AT_ONCE, left.size()));
            int start = out.position();
            RecordHeader.write(out, RecordType.DEFINE, end, 0, now, TraceId.NONE, LogRecord.FROM_OUTSIDE);
            out.putInt(numbers.size());
            out.putInt(some.size());
            for (int handle : some) {
                PointDefinition definition = numbers.points().definition(handle);
                out.putText(definition.id().toString());
                out.putText(definition.unit());
            }
            seal(start);
            numbers.assign(some);
        }
    }

    /** Adds an entry; its future gets its offset when it is on disk. */
    CompletableFuture<Long> append(Draft draft, long now, TraceId trace, long cause) {
        int start = out.position();
        RecordHeader.write(out, draft.type(), end, draft.count(), now, trace, cause);
        out.put(draft.payload());
        seal(start);
        CompletableFuture<Long> future = new CompletableFuture<>();
        appended.add(new Appended(future, end));
        end += draft.count();
        newest = Math.max(newest, now);
        return future;
    }

    private void seal(int start) {
        int length = out.position() - start;
        RecordHeader.checkLength(length);
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
