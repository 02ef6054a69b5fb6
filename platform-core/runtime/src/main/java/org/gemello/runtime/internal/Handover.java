package org.gemello.runtime.internal;

import java.util.concurrent.CompletableFuture;

/**
 * A life that waits to take over a twin after the record that ends at an offset.
 *
 * @param next  what takes over; it has seen the log through {@code at}
 * @param at    offset of the last item of the log that is in its state
 * @param pause nanoseconds between the last record under the old life and the first chance under the new one; cancelled where the
 *              twin is parked before it came to that offset
 */
record Handover(Incarnation next, long at, CompletableFuture<Long> pause) {
}
