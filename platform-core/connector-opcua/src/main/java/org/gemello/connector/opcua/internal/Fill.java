package org.gemello.connector.opcua.internal;

/** A stretch that is being filled from the server's history. For the filling thread. */
final class Fill {
    private final Stretch whole;
    private Stretch rest;
    private long first = Item.NEVER;
    private int failures;
    private long begun = Item.NEVER;

    Fill(Stretch whole) {
        this.whole = whole;
        this.rest = whole;
    }

    /** As it was when it was found. */
    Stretch whole() {
        return whole;
    }

    /** What is still missing. */
    Stretch rest() {
        return rest;
    }

    /** Everything up to this source time is stored. */
    void filled(long time) {
        rest = rest.after(time);
    }

    /** The history has a value of this source time. */
    void found(long time) {
        if (first == Item.NEVER) {
            first = time;
        }
    }

    /** Source time of the first value that the history had, {@link Item#NEVER} while there is none. */
    long first() {
        return first;
    }

    /** @return how often it went wrong by now */
    int failed() {
        return ++failures;
    }

    /** Nanoseconds since it was first asked how long it has waited. */
    long waited() {
        if (begun == Item.NEVER) {
            begun = System.nanoTime();
        }
        return System.nanoTime() - begun;
    }
}
