package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of an edge node: whether it lives, its devices, and where its sequence of messages stands. */
final class EdgeNode {

    /** UNKNOWN: it may live, but its birth has not been seen or does not count any more. */
    enum State { UNKNOWN, ALIVE, DEAD }

    private final String name;
    private final Origin own;
    private final Map<String, Origin> devices = new HashMap<>();
    private final List<Origin> all = new ArrayList<>();
    private final Sequence sequence = new Sequence();
    private State state = State.UNKNOWN;
    private long birthNumber = -1;
    private long lastHeard;

    /** @param name {@code group/node} */
    EdgeNode(String name) {
        this.name = name;
        own = new Origin(name);
        all.add(own);
    }

    String name() {
        return name;
    }

    Sequence sequence() {
        return sequence;
    }

    /** The node itself, or a device that something is bound to; null for another device. */
    Origin origin(String device) {
        return device.isEmpty() ? own : devices.get(device);
    }

    /** The device, known from now on. */
    Origin bind(String device) {
        return device.isEmpty() ? own : devices.computeIfAbsent(device, id -> {
            Origin origin = new Origin(name + '/' + id);
            all.add(origin);
            return origin;
        });
    }

    /** The node itself and its bound devices. */
    List<Origin> origins() {
        return all;
    }

    boolean isAlive() {
        return state == State.ALIVE;
    }

    boolean isDead() {
        return state == State.DEAD;
    }

    /** A birth of the node: its devices have to follow with their own. */
    void born(long number, int next) {
        state = State.ALIVE;
        birthNumber = number;
        sequence.begin(next);
        devices.values().forEach(Origin::unborn);
    }

    /** True where a death belongs to the birth that we know, or one of the two does not say. */
    boolean isOwnDeath(long number) {
        return birthNumber == -1 || number == -1 || number == birthNumber;
    }

    void dead() {
        state = State.DEAD;
        forget();
    }

    /** Its births do not count any more: something was missed. */
    void lost(long known, String why) {
        if (state != State.DEAD) {
            state = State.UNKNOWN;
        }
        all.forEach(origin -> origin.misses(known, why));
        forget();
    }

    private void forget() {
        birthNumber = -1;
        sequence.clear();
        all.forEach(Origin::unborn);
    }

    /** A message was taken in its turn, at this time. */
    void heard(long received) {
        lastHeard = received;
    }

    /** When the last message came in its turn. */
    long lastHeard() {
        return lastHeard;
    }
}
