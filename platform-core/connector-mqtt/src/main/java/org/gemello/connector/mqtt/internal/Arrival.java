package org.gemello.connector.mqtt.internal;

/**
 * A message of the broker as it lies in the receive buffer. There is one for all of a connection: what it says is good until the
 * call that got it returns.
 */
final class Arrival {
    String topic;
    /** 0 where the broker wants no acknowledgement (QoS 0). */
    int packetId;
    /** The broker may have sent it before. */
    boolean dup;
    /** The payload are {@link #length} bytes of these, from {@link #from} on. */
    byte[] bytes;
    int from;
    int length;
    /** Says the same for the same topic and payload, and hardly ever for others. */
    long fingerprint;
    /** When it was read from the socket, nanoseconds since the epoch; the same for all that was read at once. */
    long received;
}
