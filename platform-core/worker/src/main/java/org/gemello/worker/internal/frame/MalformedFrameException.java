package org.gemello.worker.internal.frame;

import java.io.IOException;

/** What came from the other process is not what the protocol says. */
public final class MalformedFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedFrameException(String message) {
        super(message);
    }

    public MalformedFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
