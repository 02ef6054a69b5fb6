package org.gemello.log.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.gemello.api.PointTable;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;

/**
 * Reads one segment from front to back, never past {@link Segment#bytes()}, and believes nothing that it has not checked.
 * To come to an offset it starts at the last {@link Mark} that any reader has left before it, hops from header to header and
 * reads only the definitions of points. For one thread.
 */
final class SegmentReader implements Closeable {
    private static final int READ_AHEAD = 64 << 10;
    /** A larger buffer is let go after the record that needed it: there may be many readers. */
    private static final int LARGE = 1 << 20;
    private final Segment segment;
    private final FileChannel channel;
    private final PointTable points;
    private final CRC32C crc = new CRC32C();
    private ByteBuffer buffer = allocate(READ_AHEAD).limit(0);
    /** Place in the file of the buffer's limit. */
    private long filled;
    private long expected;
    private PointNames names;
    private long lastMark;
    private long appended;
    private long newest;

    SegmentReader(Segment segment, PointTable points) throws IOException {
        this.segment = segment;
        this.points = points;
        this.names = new PointNames(points);
        this.expected = segment.first();
        this.channel = FileChannel.open(segment.path(), StandardOpenOption.READ);
    }

    private static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    Segment segment() {
        return segment;
    }

    /** Leaps to the last mark before an offset. */
    void leapTowards(long offset) {
        Mark mark = segment.markBefore(offset);
        if (mark != null && mark.offset() > expected) {
            names = new PointNames(points, mark.defined());
            filled = mark.position();
            buffer.position(0).limit(0);
            expected = mark.offset();
            lastMark = filled;
        }
    }

    private void leaveMark() {
        if (position() - lastMark >= Mark.DISTANCE) {
            lastMark = position();
            Mark before = segment.markBefore(expected);
            if (before == null || lastMark - before.position() >= Mark.DISTANCE) {
                segment.mark(new Mark(lastMark, expected, names.defined(before)));
            }
        }
    }

    /** Place in the file of the next record. */
    long position() {
        return filled - buffer.remaining();
    }

    /** Offset of the next record. */
    long offset() {
        return expected;
    }

    /**
     * The next record that has items from {@code from} on.
     *
     * @return null where the segment has none, or none yet
     */
    LogRecord next(long from) throws IOException, DamagedException {
        RecordHeader header = header();
        while (header != null) {
            leaveMark();
            if (header.type() == RecordType.DEFINE) {
                define(payload(header));
                skip(header);
            } else if (header.next() > from) {
                return record(header);
            } else {
                skip(header);
            }
            header = header();
        }
        return null;
    }

    /** Append time of the record that was verified last, nanoseconds since the epoch; 0 before the first. */
    long appended() {
        return appended;
    }

    /** Newest append time of the records verified or passed so far, nanoseconds since the epoch; 0 before the first. */
    long newest() {
        return newest;
    }

    /** Passes over the next record, looking at its header only; false where there is none. */
    boolean pass() throws IOException, DamagedException {
        RecordHeader header = header();
        if (header != null) {
            noteTime(header);
            skip(header);
        }
        return header != null;
    }

    private void noteTime(RecordHeader header) {
        appended = header.appended();
        newest = Math.max(newest, appended);
    }

    /** Checks the next record without decoding it; false where there is none. */
    boolean verify() throws IOException, DamagedException {
        RecordHeader header = header();
        if (header == null) {
            return false;
        }
        PayloadReader payload = payload(header);
        noteTime(header);
        if (header.type() == RecordType.DEFINE) {
            define(payload);
        }
        skip(header);
        return true;
    }

    /** Handles of the points that the segment has defined so far. */
    int[] defined() {
        return names.defined(null);
    }

    private RecordHeader header() throws IOException, DamagedException {
        long limit = segment.bytes();
        if (position() == 0 && limit > 0) {
            fill(SegmentHeader.BYTES, limit);
            SegmentHeader.check(buffer.slice(buffer.position(), SegmentHeader.BYTES), segment.first());
            buffer.position(buffer.position() + SegmentHeader.BYTES);
        }
        if (position() >= limit || expected >= segment.limit()) {
            return null;
        }
        fill(RecordHeader.BYTES, limit);
        RecordHeader header = RecordHeader.read(buffer, buffer.position(), expected);
        if (header == null || position() + header.recordLength() > limit) {
            throw new DamagedException(position(), "no record for offset " + expected);
        }
        return header;
    }

    private void define(PayloadReader payload) throws DamagedException {
        try {
            names.define(payload);
            payload.end();
        } catch (RuntimeException e) {
            throw new DamagedException(position(), "definitions before offset " + expected + " cannot be read: " + e, e);
        }
    }

    private LogRecord record(RecordHeader header) throws IOException, DamagedException {
        PayloadReader payload = payload(header);
        try {
            LogEntry entry = header.type().codec().read(payload, header.count(), header.offset(), names);
            payload.end();
            skip(header);
            return new LogRecord(header.offset(), header.trace(), header.cause(), entry);
        } catch (RuntimeException e) {
            throw new DamagedException(position(), "record at offset " + expected + " cannot be read: " + e, e);
        }
    }

    /** The payload of the record at hand, once its checksum is right. */
    private PayloadReader payload(RecordHeader header) throws IOException, DamagedException {
        fill(header.recordLength(), segment.bytes());
        int start = buffer.position();
        crc.reset();
        crc.update(buffer.slice(start + RecordHeader.FRAME, header.length()));
        if ((int) crc.getValue() != header.crc()) {
            throw new DamagedException(position(), "checksum of the record at offset " + expected + " is wrong");
        }
        return new PayloadReader(buffer.slice(start + RecordHeader.BYTES, header.payloadLength()));
    }

    private void skip(RecordHeader header) {
        if (header.recordLength() <= buffer.remaining()) {
            buffer.position(buffer.position() + header.recordLength());
        } else {
            filled = position() + header.recordLength();
            buffer.position(0).limit(0);
        }
        expected = header.next();
    }

    /** Has at least {@code needed} bytes in the buffer, and more where they are there and fit. */
    private void fill(int needed, long limit) throws IOException, DamagedException {
        if (buffer.remaining() >= needed) {
            return;
        }
        long start = position();
        makeRoom(needed);
        buffer.limit((int) Math.min(buffer.capacity(), limit - start));
        while (buffer.position() < needed) {
            int count = needed <= buffer.limit() ? channel.read(buffer, filled) : -1;
            if (count < 0) {
                throw new DamagedException(start, "the file ends within the record at offset " + expected);
            }
            filled += count;
        }
        buffer.flip();
    }

    private void makeRoom(int needed) {
        boolean tooLarge = buffer.capacity() > LARGE && buffer.remaining() <= READ_AHEAD && needed <= READ_AHEAD;
        if (needed > buffer.capacity() || tooLarge) {
            int capacity = Math.max(READ_AHEAD, Integer.highestOneBit(needed - 1) << 1);
            buffer = allocate(capacity).put(buffer);
        } else {
            buffer.compact();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
