package org.gemello.historian.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bytes of a spill file on their way to the disk; it grows as needed and is used again. Little endian. */
final class SpillBuffer {
    private static final int FIRST_CAPACITY = 1 << 16;
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

    void clear() {
        bytes.clear();
    }

    /** What was put in, to be read; until it is cleared. */
    ByteBuffer content() {
        return bytes.flip();
    }

    private ByteBuffer room(long more) {
        if (bytes.remaining() < more) {
            long wanted = Math.max(bytes.capacity() * 2L, bytes.position() + more);
            int capacity = (int) Math.min(wanted, Integer.MAX_VALUE - Long.BYTES);
            bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
        }
        return bytes;
    }

    SpillBuffer put(byte value) {
        room(1).put(value);
        return this;
    }

    SpillBuffer put(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    SpillBuffer put(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** A text: its length in bytes as 32 bits, and its UTF-8. */
    SpillBuffer put(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
        return this;
    }

    /** A column of numbers. */
    SpillBuffer put(long[] values, int start, int end) {
        PackedLongs.write(room(PackedLongs.mostBytes(end - start) + PackedLongs.PADDING), values, start, end);
        return this;
    }
}
