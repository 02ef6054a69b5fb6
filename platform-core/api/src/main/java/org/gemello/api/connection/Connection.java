package org.gemello.api.connection;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.gemello.api.PointId;
import org.gemello.api.TraceId;
import org.osgi.annotation.versioning.ConsumerType;

/** A live connection, published as a service by its connector while the connection's route runs. */
@ConsumerType
public interface Connection {

    ConnectionView view();

    /**
     * Writes a value to the source and reads it back. The read-back value also enters the log, under the given trace.
     *
     * @param value    in the point's unit; the connector converts to the source's
     * @param deadline past this nothing more is sent
     * @return never fails; what went wrong is in the result
     */
    CompletableFuture<WriteResult> write(PointId point, double value, Instant deadline, TraceId trace);

    /**
     * Takes a payload once more that could not be read before (a dead letter), as if it had just come; used after the binding or the
     * device was put right. What still cannot be read becomes a dead letter again.
     *
     * @return completed when its samples are in the log, with their number; fails where it could not be read
     * @throws UnsupportedOperationException where this kind of connection has no payloads
     */
    default CompletableFuture<Integer> replay(String source, byte[] payload) {
        throw new UnsupportedOperationException("a connection of kind " + view().kind() + " has no payloads to take again");
    }
}
