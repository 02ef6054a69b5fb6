package org.gemello.connector.push.internal;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.gemello.api.Times;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.ConnectionView;

/** State and counters of an input. */
final class InputFigures {
    private final String name;
    private final String kind;
    private final String endpoint;
    private final int points;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile long lastData;
    private volatile Standing standing = new Standing(ConnectionState.CONNECTED, "", Instant.now());

    private record Standing(ConnectionState state, String reason, Instant since) {
    }

    InputFigures(String name, String kind, String endpoint, int points) {
        this.name = name;
        this.kind = kind;
        this.endpoint = endpoint;
        this.points = points;
    }

    void state(ConnectionState state, String reason) {
        Standing before = standing;
        if (before.state() != state || !before.reason().equals(reason)) {
            standing = new Standing(state, reason, Instant.now());
        }
    }

    void received(int samples) {
        received.addAndGet(samples);
        lastData = Times.now();
    }

    void refused() {
        refused.incrementAndGet();
    }

    ConnectionView view() {
        Standing now = standing;
        return new ConnectionView(name, kind, endpoint, now.state(), now.reason(), now.since(), points, received.get(), refused.get(),
                lastData == 0 ? null : Times.instant(lastData));
    }
}
