package org.gemello.connector.mqtt.internal;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.gemello.api.Times;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.ConnectionView;

/** State and counters of a connection. Written by its event loop, read by anybody. */
final class ConnectionFigures {
    private final String name;
    private final String endpoint;
    private final Dialect dialect;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile long lastData;
    private volatile Standing standing = new Standing(ConnectionState.STOPPED, "", Instant.now());

    private record Standing(ConnectionState state, String reason, Instant since) {
    }

    ConnectionFigures(String name, String endpoint, Dialect dialect) {
        this.name = name;
        this.endpoint = endpoint;
        this.dialect = dialect;
    }

    void state(ConnectionState state, String reason) {
        standing = new Standing(state, reason, Instant.now());
    }

    void received(int samples, long time) {
        received.addAndGet(samples);
        lastData = time;
    }

    void refused() {
        refused.incrementAndGet();
    }

    Instant since() {
        return standing.since();
    }

    ConnectionState state() {
        return standing.state();
    }

    ConnectionView view() {
        Standing now = standing;
        return new ConnectionView(name, "mqtt", endpoint, now.state(), now.reason(), now.since(), dialect.points().size(), received.get(),
                refused.get(), lastData == 0 ? null : Times.instant(lastData));
    }
}
