package org.gemello.worker.internal.frame;

/** What is to be sent does not fit into a frame. */
public final class FrameTooLargeException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FrameTooLargeException(String message) {
        super(message);
    }
}
