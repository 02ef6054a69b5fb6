package org.gemello.worker.internal.frame;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * Sends and receives frames in turns: one is asked, one is answered, so nothing may come after a frame until the next is asked for.
 * Closing it from another thread ends a call that waits in it.
 */
public final class FrameChannel implements Closeable {
    /** The class library copies what it sends and receives through memory of this size that it keeps for each thread. */
    private static final int PIECE = 1 << 16;
    private static final int KEPT = 1 << 20;
    private final SocketChannel channel;
    private final int limit;
    private ByteBuffer received = ByteBuffer.allocate(PIECE);

    /** @param limit largest content of a frame in bytes */
    public FrameChannel(SocketChannel channel, int limit) {
        this.channel = channel;
        this.limit = limit;
    }

    public void send(FrameWriter frame) throws IOException {
        ByteBuffer bytes = frame.finish();
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + PIECE));
            channel.write(bytes);
        }
    }

    /**
     * The next frame; good until the next call.
     *
     * @throws EOFException            where the other side has ended
     * @throws MalformedFrameException where it is no frame
     */
    public FrameReader receive() throws IOException {
        if (received.capacity() > KEPT) {
            received = ByteBuffer.allocate(PIECE);
        }
        received.clear();
        fill(FrameWriter.HEAD);
        int length = received.getInt(0);
        if (length < 0 || length > limit) {
            throw new MalformedFrameException("a frame of " + length + " bytes is announced, " + limit + " are allowed");
        }
        fill(FrameWriter.HEAD + length);
        if (received.position() > FrameWriter.HEAD + length) {
            throw new MalformedFrameException("there is more than one frame");
        }
        return new FrameReader(received.flip().position(FrameWriter.HEAD));
    }

    private void fill(int wanted) throws IOException {
        if (received.capacity() < wanted) {
            received = ByteBuffer.wrap(Arrays.copyOf(received.array(), wanted)).position(received.position());
        }
        while (received.position() < wanted) {
            received.limit(Math.min(received.capacity(), received.position() + PIECE));
            if (channel.read(received) < 0) {
                throw new EOFException("the other side has ended");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
