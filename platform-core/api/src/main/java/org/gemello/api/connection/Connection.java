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
}
