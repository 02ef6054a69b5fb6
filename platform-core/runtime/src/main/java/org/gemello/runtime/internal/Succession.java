package org.gemello.runtime.internal;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The life that waits to take over a twin, if there is one. Used by who holds the twin's turn. */
final class Succession {
    private volatile Handover waiting;

    /** Lets a life take over after the record that ends at an offset; the result as in {@link Handover#pause}. */
    CompletableFuture<Long> await(Incarnation next, long at) {
        waiting = new Handover(next, at, new CompletableFuture<>());
        return waiting.pause();
    }

    boolean isAwaited() {
        return waiting != null;
    }

    /** Does it if the twin has come to the offset. */
    void passOn(long applied, Consumer<Incarnation> become) {
        Handover due = waiting;
        if (due != null && applied >= due.at()) {
            long since = System.nanoTime();
            waiting = null;
            become.accept(due.next());
            due.pause().complete(System.nanoTime() - since);
        }
    }

    /** Forgets it; who waits for the pause finds it cancelled. */
    void callOff() {
        Handover due = waiting;
        waiting = null;
        if (due != null) {
            due.pause().cancel(false);
        }
    }
}
