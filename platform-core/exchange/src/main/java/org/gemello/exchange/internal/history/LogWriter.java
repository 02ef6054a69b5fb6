package org.gemello.exchange.internal.history;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.SampleLog;

/** Appends what an import brings, a few entries ahead of the disk: the log sets the pace. For one thread. */
final class LogWriter {
    private static final int AHEAD = 8;
    private final SampleLog log;
    private final TraceId trace = TraceId.random();
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private long end;

    LogWriter(SampleLog log) {
        this.log = log;
    }

    private record Pending(CompletableFuture<Long> offset, int count) {
    }

    /** @throws IOException where the log cannot take it, or could not take one before */
    void append(LogEntry entry) throws IOException, InterruptedException {
        while (pending.size() >= AHEAD) {
            awaitFirst();
        }
        pending.add(new Pending(log.append(entry, trace), entry.count()));
    }

    /** Waits until everything is on disk. */
    void flush() throws IOException, InterruptedException {
        while (!pending.isEmpty()) {
            awaitFirst();
        }
    }

    private void awaitFirst() throws IOException, InterruptedException {
        Pending first = pending.poll();
        try {
            end = Math.max(end, first.offset().get() + first.count());
        } catch (ExecutionException e) {
            throw new IOException("the log cannot take more: " + e.getCause().getMessage() + "; import the file again when it can, "
                    + "what is stored already will be recognised", e.getCause());
        }
    }

    /** Offset after the last entry that is on disk. */
    long end() {
        return end;
    }
}
