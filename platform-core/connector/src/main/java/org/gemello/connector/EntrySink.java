package org.gemello.connector;

import java.util.concurrent.CompletableFuture;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;

/** Where a connection's entries go: {@link EntryConsumer#deliver}, or what a test puts in its place. */
@FunctionalInterface
public interface EntrySink {

    /** Completed when the entry is on disk; fails where it could not be stored. */
    CompletableFuture<Void> deliver(LogEntry entry, TraceId trace);
}
