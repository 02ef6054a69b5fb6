package org.gemello.connector.mqtt.internal;

import java.util.Arrays;

/**
 * Recognises messages that are stored but come again because their acknowledgement was lost with the connection. A message is
 * such a repeat where it is marked DUP, carries the packet id of a stored message and has the same topic and payload.
 *
 * <p>Only the last {@code window} stored messages can still be unacknowledged at the broker: acknowledgements are sent in the
 * order of receipt, and a broker has at most receive maximum messages in flight (MQTT 5, 3.3.4). Older ones are forgotten, so
 * that a packet id which the broker uses again is not taken for a repeat.
 */
final class Redeliveries {
    private static final int PACKET_IDS = 1 << 16;
    private final int window;
    private final long[] fingerprints = new long[PACKET_IDS];
    /** By packet id: which stored message it was, counted from 1; 0 for none. */
    private final long[] places = new long[PACKET_IDS];
    private long count;

    Redeliveries(int window) {
        this.window = window;
    }

    /** A message is on disk. */
    void stored(int packetId, long fingerprint) {
        fingerprints[packetId] = fingerprint;
        places[packetId] = ++count;
    }

    /** True where the message that has just come is stored already. A packet id that is used anew is forgotten. */
    boolean isRepeat(int packetId, boolean dup, long fingerprint) {
        if (places[packetId] == 0 || count - places[packetId] >= window) {
            return false;
        }
        if (dup && fingerprints[packetId] == fingerprint) {
            return true;
        }
        places[packetId] = 0;
        return false;
    }

    /** The broker has begun a new session: nothing comes again. */
    void clear() {
        Arrays.fill(places, 0);
    }
}
