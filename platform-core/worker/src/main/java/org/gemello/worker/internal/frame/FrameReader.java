package org.gemello.worker.internal.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the content of a frame. Whatever the bytes are: what is not there is refused, and no more memory is taken than they take. */
public final class FrameReader {
    private final ByteBuffer bytes;

    public FrameReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    public int getByte() throws MalformedFrameException {
        return need(Byte.BYTES).get();
    }

    public int getInt() throws MalformedFrameException {
        return need(Integer.BYTES).getInt();
    }

    public long getLong() throws MalformedFrameException {
        return need(Long.BYTES).getLong();
    }

    public double getDouble() throws MalformedFrameException {
        return Double.longBitsToDouble(getLong());
    }

    public String getText() throws MalformedFrameException {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }

    public byte[] getBytes() throws MalformedFrameException {
        byte[] value = new byte[getCount(1)];
        bytes.get(value);
        return value;
    }

    /**
     * Number of things that follow.
     *
     * @param size bytes that each of them takes at least
     */
    public int getCount(int size) throws MalformedFrameException {
        int count = getInt();
        if (count < 0 || (long) count * size > bytes.remaining()) {
            throw new MalformedFrameException(count + " things of " + size + " bytes are announced, " + bytes.remaining()
                    + " bytes are left");
        }
        return count;
    }

    /** A number from 0 up to {@code size}, which is not one of them. */
    public int getIndex(int size) throws MalformedFrameException {
        int index = getInt();
        if (index < 0 || index >= size) {
            throw new MalformedFrameException(index + " is not within 0 to " + (size - 1));
        }
        return index;
    }

    public boolean hasMore() {
        return bytes.hasRemaining();
    }

    /** @throws MalformedFrameException where something is left over */
    public void end() throws MalformedFrameException {
        if (bytes.hasRemaining()) {
            throw new MalformedFrameException(bytes.remaining() + " bytes are left over");
        }
    }

    private ByteBuffer need(int wanted) throws MalformedFrameException {
        if (bytes.remaining() < wanted) {
            throw new MalformedFrameException("the frame ends too early");
        }
        return bytes;
    }
}
