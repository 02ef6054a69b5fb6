package org.gemello.connector.opcua.internal;

/**
 * How long notifications were being handed on. While one is, nothing is asked of the server and none of its subscriptions can be heard:
 * such time is not silence. Safe for use by many threads.
 */
final class Deliveries {
    private int open;
    private long since;
    private long total;

    synchronized void begin() {
        if (open++ == 0) {
            since = System.nanoTime();
        }
    }

    synchronized void end() {
        if (--open == 0) {
            total += System.nanoTime() - since;
        }
    }

    /** The process itself stood still, and could not hear anything either. */
    synchronized void stoodStill(long nanos) {
        if (open == 0) {
            total += nanos;
        }
    }

    /** Nanoseconds so far in which at least one was being handed on, or nothing could be heard. */
    synchronized long total() {
        return open == 0 ? total : total + System.nanoTime() - since;
    }
}
