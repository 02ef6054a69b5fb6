package org.gemello.rest.internal.event;

import java.io.Closeable;
import java.io.IOException;

/**
 * Where a client listens. Each method blocks while the client is slow, and fails where it is gone. An id is the last offset of the log that
 * the stream has passed.
 */
public interface EventSink extends Closeable {

    /** The stream goes on after this offset. */
    void begin(long id) throws IOException;

    /** One thing to tell. */
    void event(String name, Object data, long id) throws IOException;

    /** There is nothing to tell up to here; the client need not read this stretch again. */
    void position(long id) throws IOException;

    /** The client may listen no longer; {@link #close} follows. */
    void dismiss() throws IOException;
}
