package org.gemello.connector.mqtt.internal;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.gemello.api.TraceId;
import org.gemello.api.connection.WriteResult;

/** A write on its way. Lives in the event loop. */
final class PendingWrite {
    private static final double TOLERANCE = 1e-6;
    final WriteTarget target;
    final double value;
    final Instant deadline;
    final TraceId trace;
    private final CompletableFuture<WriteResult> result;
    boolean sent;
    /** Under which the broker will answer; 0 where no answer is expected any more. */
    int packetId;

    PendingWrite(WriteTarget target, double value, Instant deadline, TraceId trace, CompletableFuture<WriteResult> result) {
        this.target = target;
        this.value = value;
        this.deadline = deadline;
        this.trace = trace;
        this.result = result;
    }

    /** True where the source reports what was asked for; a millionth off is equal, because numbers travel as decimal text. */
    boolean isReadBack(int handle, double reported) {
        return sent && handle == target.handle() && Math.abs(reported - value) <= TOLERANCE * Math.max(1, Math.abs(value));
    }

    void end(WriteResult.Outcome outcome, String reason) {
        result.complete(new WriteResult(outcome, reason));
    }
}
