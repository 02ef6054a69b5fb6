package org.gemello.connector.mqtt.internal;

import java.time.Duration;
import org.gemello.api.log.LogEntry;

/** What a {@link Dialect} can do while the connection is up. For the event loop alone. */
public interface Outlet {

    /**
     * Publishes a message. Where the broker takes no more at QoS 1 just now, it waits.
     *
     * @throws Refusal where the broker has said that it takes no such message, or too many wait
     */
    void publish(Message message) throws Refusal;

    /** Has something written down that is no sample, such as a gap, after all that was read before. */
    void tell(LogEntry entry);

    /** Runs a task later, unless the connection is gone by then. */
    void later(Duration delay, Runnable task);
}
