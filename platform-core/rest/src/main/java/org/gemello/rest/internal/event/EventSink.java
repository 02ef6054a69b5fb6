package org.gemello.rest.internal.event;

import java.io.Closeable;
import java.io.IOException;

/** Where a client listens. */
public interface EventSink extends Closeable {

    /** Blocks while the client is slow; fails where it is gone. */
    void write(byte[] bytes) throws IOException;
}
