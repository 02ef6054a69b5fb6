package org.gemello.worker.internal.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one frame after the other into the same memory: four bytes with the length of what follows, then the content, all numbers
 * big-endian. For one thread.
 */
public final class FrameWriter {
    static final int HEAD = Integer.BYTES;
    /** What a rare large frame has taken beyond this is given back. */
    private static final int KEPT = 1 << 20;
    private final int limit;
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 13).position(HEAD);

    /** @param limit largest content of a frame in bytes */
    public FrameWriter(int limit) {
        this.limit = limit;
    }

    /** Forgets what has been written. */
    public FrameWriter begin() {
        if (bytes.capacity() > KEPT) {
            bytes = ByteBuffer.allocate(KEPT);
        }
        bytes.clear().position(HEAD);
        return this;
    }

    public FrameWriter putByte(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    public FrameWriter putInt(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    public FrameWriter putLong(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** All 64 bits, also of a NaN. */
    public FrameWriter putDouble(double value) {
        return putLong(Double.doubleToRawLongBits(value));
    }

    public FrameWriter putText(String value) {
        return putBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public FrameWriter putBytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    /** Number of bytes written so far, by which a place can be filled in later. */
    public int mark() {
        return bytes.position();
    }

    public void putIntAt(int mark, int value) {
        bytes.putInt(mark, value);
    }

    private ByteBuffer room(int wanted) {
        if (bytes.remaining() < wanted) {
            long needed = (long) bytes.position() + wanted;
            if (needed - HEAD > limit) {
                throw new FrameTooLargeException("it takes more than the " + limit + " bytes of a frame");
            }
            int capacity = (int) Math.min(Math.max(needed, 2L * bytes.capacity()), (long) limit + HEAD);
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), capacity)).position(bytes.position());
        }
        return bytes;
    }

    /** The whole frame, to be sent. */
    ByteBuffer finish() {
        bytes.putInt(0, bytes.position() - HEAD);
        return bytes.flip();
    }
}
