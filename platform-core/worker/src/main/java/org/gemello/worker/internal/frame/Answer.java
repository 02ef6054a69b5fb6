package org.gemello.worker.internal.frame;

/** First byte of an answer. */
public final class Answer {
    public static final int DONE = 0;
    /** A {@link Failure} follows. */
    public static final int FAILED = 1;

    private Answer() {
    }
}
