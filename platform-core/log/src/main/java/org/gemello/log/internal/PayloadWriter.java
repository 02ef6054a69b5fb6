package org.gemello.log.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.IntFunction;

/** Writes fields into a buffer that grows as needed, little endian. {@link PayloadReader} is its counterpart. For one thread at a time. */
final class PayloadWriter {
    /** Longest text that a field may have, in bytes of UTF-8. */
    static final int MAX_TEXT = 1 << 20;
    /** A record of the largest size that does not begin at the beginning. */
    private static final int MAX_CAPACITY = RecordHeader.MAX_BYTES + (4 << 20);
    private final IntFunction<ByteBuffer> memory;
    private ByteBuffer bytes;
    private long[] column = new long[0];

    private PayloadWriter(int capacity, IntFunction<ByteBuffer> memory) {
        this.memory = memory;
        this.bytes = allocate(capacity);
    }

    /** In an array, which is the fastest to encode into. */
    static PayloadWriter onHeap(int capacity) {
        return new PayloadWriter(capacity, ByteBuffer::allocate);
    }

    /** Outside the heap, so that writing it to a channel copies nothing. */
    static PayloadWriter direct(int capacity) {
        return new PayloadWriter(capacity, ByteBuffer::allocateDirect);
    }

    private ByteBuffer allocate(int capacity) {
        return memory.apply(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    int capacity() {
        return bytes.capacity();
    }

    /** Takes back everything from a position on. */
    void reset(int position) {
        bytes.position(position);
    }

    /**
     * The buffer itself, with room for at least {@code count} bytes at its position.
     *
     * @throws IllegalArgumentException where it would become larger than {@value #MAX_CAPACITY} bytes
     */
    ByteBuffer room(int count) {
        if (bytes.remaining() < count) {
            long needed = (long) bytes.position() + count;
            if (needed > MAX_CAPACITY) {
                throw new IllegalArgumentException("an entry is too large for the log; append it in smaller parts");
            }
            bytes = allocate((int) Math.min(Math.max(needed, 2L * bytes.capacity()), MAX_CAPACITY)).put(bytes.flip());
        }
        return bytes;
    }

    /** Working space for a column of at least that many rows, with any content; the same one at every call. */
    long[] column(int rows) {
        if (column.length < rows) {
            column = new long[rows];
        }
        return column;
    }

    /** What was written so far, to be read. */
    ByteBuffer written() {
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).flip();
    }

    /** All that another one has written. */
    void put(PayloadWriter other) {
        room(other.position()).put(other.written());
    }

    void putByte(int value) {
        room(1).put((byte) value);
    }

    void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    void putDouble(double value) {
        putLong(Double.doubleToRawLongBits(value));
    }

    void putInstant(Instant time) {
        putLong(time.getEpochSecond());
        putInt(time.getNano());
    }

    /**
     * A text, or null.
     *
     * @throws IllegalArgumentException where it is longer than {@value #MAX_TEXT} bytes
     */
    void putText(String text) {
        if (text == null) {
            putInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > MAX_TEXT) {
            throw new IllegalArgumentException("a text of " + utf8.length + " bytes is too long for the log, it takes " + MAX_TEXT);
        }
        putInt(utf8.length);
        room(utf8.length).put(utf8);
    }
}
