package org.gemello.testkit.mqtt;

/** An MQTT broker for tests, on the loopback interface and without passwords. */
public interface TestBroker extends AutoCloseable {

    /** The port it listens on; the same before and after a restart. */
    int port();

    /** Address as a connection's setting {@code broker} wants it. */
    default String address() {
        return "tcp://127.0.0.1:" + port();
    }

    /** True where it speaks MQTT 5, false where only 3.1.1. */
    boolean speaksVersion5();

    /** True where sessions are still there after {@link #stop} and {@link #start}. */
    boolean keepsSessions();

    /** Starts, and returns when clients can connect. */
    void start();

    /** Stops as by a shutdown; {@link #start} brings it back on the same port. */
    void stop();

    @Override
    default void close() {
        stop();
    }
}
