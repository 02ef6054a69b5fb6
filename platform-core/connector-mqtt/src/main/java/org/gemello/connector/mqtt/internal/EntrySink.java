package org.gemello.connector.mqtt.internal;

import java.util.concurrent.CompletableFuture;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;

/** Takes what the connection has received. */
@FunctionalInterface
interface EntrySink {

    /** @return completed when the entry is on disk; failed where it is not kept, then the broker must not be told that it is */
    CompletableFuture<Void> deliver(LogEntry entry, TraceId trace);
}
