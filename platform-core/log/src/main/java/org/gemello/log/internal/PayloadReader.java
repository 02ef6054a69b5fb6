package org.gemello.log.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Reads what a {@link PayloadWriter} wrote. The bytes are not trusted: a length that does not fit gives an
 * {@link IllegalArgumentException}, an early end a {@link java.nio.BufferUnderflowException}.
 */
final class PayloadReader {
    private final ByteBuffer bytes;

    /** @param bytes exactly one payload; the reader moves its position */
    PayloadReader(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The buffer itself, which is known to hold {@code count} more bytes. */
    ByteBuffer require(long count) {
        if (count < 0 || count > bytes.remaining()) {
            throw new IllegalArgumentException("needs " + count + " bytes, has " + bytes.remaining());
        }
        return bytes;
    }

    /** Number of elements that follow, each of at least {@code smallest} bytes. */
    int getCount(int smallest) {
        int count = bytes.getInt();
        if (count < 0) {
            throw new IllegalArgumentException("count " + count);
        }
        require((long) count * smallest);
        return count;
    }

    byte getByte() {
        return bytes.get();
    }

    int getInt() {
        return bytes.getInt();
    }

    long getLong() {
        return bytes.getLong();
    }

    double getDouble() {
        return Double.longBitsToDouble(bytes.getLong());
    }

    Instant getInstant() {
        long seconds = bytes.getLong();
        int nanos = bytes.getInt();
        if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond() || nanos < 0 || nanos > 999_999_999) {
            throw new IllegalArgumentException("time " + seconds + " s " + nanos + " ns");
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    String getText() {
        int length = bytes.getInt();
        if (length == -1) {
            return null;
        }
        if (length > PayloadWriter.MAX_TEXT) {
            throw new IllegalArgumentException("text of " + length + " bytes");
        }
        require(length);
        byte[] utf8 = new byte[length];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException where something is left that nobody read */
    void end() {
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException(bytes.remaining() + " bytes more than the record needs");
        }
    }
}
