package org.gemello.rest.internal.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gemello.rest.internal.Json;
import org.glassfish.jersey.server.ChunkedOutput;

/**
 * The response of a client, in the form of server-sent events (HTML Living Standard, 9.2). What Jersey throws when the connection has ended,
 * or when it is itself being stopped, has many types; for a stream all of them mean that the client is gone.
 */
public final class ResponseSink implements EventSink {
    private static final String RECONNECT_MILLIS = "2000";
    /** Events that wait until the response has begun; from then on the writer itself waits for a slow client. */
    private static final int QUEUE = 16;
    private final ChunkedOutput<byte[]> output = ChunkedOutput.<byte[]>builder(byte[].class).queueCapacity(QUEUE).build();

    /** What the resource returns. */
    public ChunkedOutput<byte[]> output() {
        return output;
    }

    @Override
    public void begin(long id) throws IOException {
        write("retry: " + RECONNECT_MILLIS + "\nid: " + id + "\n\n");
    }

    @Override
    public void event(String name, Object data, long id) throws IOException {
        write("id: " + id + "\nevent: " + name + "\ndata: " + Json.mapper().writeValueAsString(data) + "\n\n");
    }

    @Override
    public void position(long id) throws IOException {
        write(":\nid: " + id + "\n\n");
    }

    /** A client that comes back is told by its answer. */
    @Override
    public void dismiss() throws IOException {
        write(": this client may listen no longer\n\n");
    }

    private void write(String text) throws IOException {
        try {
            output.write(text.getBytes(StandardCharsets.UTF_8));
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
