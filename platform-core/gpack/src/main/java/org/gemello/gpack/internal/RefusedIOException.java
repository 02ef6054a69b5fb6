package org.gemello.gpack.internal;

import java.io.IOException;

/** A refusal that comes out of a stream, where only an {@link IOException} may. */
public final class RefusedIOException extends IOException {
    private static final long serialVersionUID = 1L;

    public RefusedIOException(String message, Throwable cause) {
        super(message, cause);
    }
}
