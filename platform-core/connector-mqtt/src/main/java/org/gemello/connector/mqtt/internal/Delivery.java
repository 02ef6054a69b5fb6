package org.gemello.connector.mqtt.internal;

import java.util.Arrays;

/** Messages of one session that go to the log together, in order of receipt. */
final class Delivery {
    /** What became of it. */
    enum Outcome { OPEN, STORED, FAILED }

    private final MqttSession session;
    private final long received;
    private int[] packetIds = new int[64];
    private long[] fingerprints = new long[64];
    private int acknowledgeable;
    private int messages;
    private long bytes;
    private Outcome outcome = Outcome.OPEN;

    /** @param received when its first message came, nanoseconds since the epoch */
    Delivery(MqttSession session, long received) {
        this.session = session;
        this.received = received;
    }

    MqttSession session() {
        return session;
    }

    long received() {
        return received;
    }

    int messages() {
        return messages;
    }

    /** Of the payloads. */
    long bytes() {
        return bytes;
    }

    void taken(int payload) {
        bytes += payload;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Adds a message of QoS 0. */
    void add() {
        messages++;
    }

    /** Adds a message of QoS 1. */
    void add(int packetId, long fingerprint) {
        if (acknowledgeable == packetIds.length) {
            packetIds = Arrays.copyOf(packetIds, acknowledgeable * 2);
            fingerprints = Arrays.copyOf(fingerprints, acknowledgeable * 2);
        }
        packetIds[acknowledgeable] = packetId;
        fingerprints[acknowledgeable++] = fingerprint;
        messages++;
    }

    void settle(Outcome result) {
        outcome = result;
    }

    /** After it is stored: remembers the messages in case they come again, then acknowledges them. */
    void acknowledge(Redeliveries redeliveries) {
        for (int i = 0; i < acknowledgeable; i++) {
            redeliveries.stored(packetIds[i], fingerprints[i]);
        }
        session.acknowledge(packetIds, acknowledgeable);
    }
}
