package org.gemello.connector.mqtt.internal;

import java.time.Duration;
import java.util.function.Consumer;
import org.gemello.api.log.LogEntry;

/** What a {@link Dialect} can do while the connection is up. For the event loop alone. */
public interface Outlet {

    /**
     * Publishes a message. Where the broker takes no more at QoS 1 just now, it waits.
     *
     * @throws Refusal where the broker has said that it takes no such message, or too many wait
     */
    void publish(Message message) throws Refusal;

    /**
     * Has something written down that no message said, such as a gap, after all that was read before. Not within
     * {@link Dialect#read}.
     *
     * @param told called by the event loop with true when it is stored; with false where it is not, then the connection is made again
     */
    void tell(LogEntry entry, Consumer<Boolean> told);

    /** Keeps a message as a dead letter that was taken in before and could not be read now. */
    void refuse(String topic, byte[] payload, String cause);

    /** Runs a task later, unless the connection is gone by then. */
    void later(Duration delay, Runnable task);
}
