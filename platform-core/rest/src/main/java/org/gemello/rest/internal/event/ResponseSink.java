package org.gemello.rest.internal.event;

import java.io.IOException;
import org.glassfish.jersey.server.ChunkedOutput;

/**
 * The response of a client. What Jersey throws when the connection has ended, or when it is itself being stopped, has many
 * types; for a stream all of them mean that the client is gone.
 */
public final class ResponseSink implements EventSink {
    /** Events that wait until the response has begun; from then on the writer itself waits for a slow client. */
    private static final int QUEUE = 16;
    private final ChunkedOutput<byte[]> output = ChunkedOutput.<byte[]>builder(byte[].class).queueCapacity(QUEUE).build();

    /** What the resource returns. */
    public ChunkedOutput<byte[]> output() {
        return output;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            output.write(bytes);
        } catch (RuntimeException e) {
            throw new IOException("the response has ended", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            output.close();
        } catch (RuntimeException e) {
            throw new IOException("the response has ended", e);
        }
    }
}
