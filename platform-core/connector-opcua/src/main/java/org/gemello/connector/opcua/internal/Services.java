package org.gemello.connector.opcua.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.gemello.api.TraceId;
import org.gemello.api.connection.Connection;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Stage;
import org.gemello.api.trace.Traces;
import org.gemello.connector.opcua.internal.pki.TrustList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a connection needs of the platform. Traces and dead letters come and go while connections run; without them the connection goes on.
 *
 * @param trust own certificate and trust list, the same for all connections
 * @param log   tells how far points are stored after a crash; empty where nothing of an earlier run is known
 */
record Services(Supplier<Traces> traces, Supplier<DeadLetters> deadLetters, Publisher publisher, TrustList trust, Optional<SampleLog> log) {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    /** Makes a running connection known to the platform. */
    @FunctionalInterface
    interface Publisher {
        /** @return takes the connection back */
        Runnable publish(String name, Connection connection);
    }

    void trace(TraceId trace, Stage stage, String detail) {
        Traces present = traces.get();
        if (present != null) {
            present.add(trace, stage, detail);
        }
    }

    void deadLetter(String connection, String source, byte[] payload, String cause) {
        Optional.ofNullable(deadLetters.get()).ifPresentOrElse(store -> store.add(connection, source, payload, cause),
                () -> LOG.warn("connection {}: no dead-letter store, a payload of {} is not kept", connection, source));
    }
}
