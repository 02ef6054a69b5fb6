package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.HashMap;
import java.util.Map;

/**
 * The sequence numbers of a node's messages, 0 to 255 and again 0 (Sparkplug 3.0.0, 6.4.2). Messages that have overtaken others are
 * kept until their turn comes, some of them; they are in memory alone.
 */
final class Sequence {
    private static final int NUMBERS = 256;
    private static final int MOST_HELD = 64;
    private final Map<Integer, Held> held = new HashMap<>();
    private int next;

    /** A message whose turn has not come. */
    record Held(SparkplugTopic where, String topic, byte[] payload, long received) {
    }

    /** After a birth. @param expected number of the next message */
    void begin(int expected) {
        next = expected % NUMBERS;
        held.clear();
    }

    int next() {
        return next;
    }

    boolean isInTurn(int number) {
        return number == next;
    }

    void advance() {
        next = (next + 1) % NUMBERS;
    }

    /** Keeps a message for its turn. @return false where it is too far ahead, or comes again */
    boolean hold(int number, Held message) {
        int ahead = (number - next + NUMBERS) % NUMBERS;
        return ahead <= MOST_HELD && held.putIfAbsent(number, message) == null;
    }

    boolean holdsAny() {
        return !held.isEmpty();
    }

    int held() {
        return held.size();
    }

    /** The message whose turn it is, null where it has not come. */
    Held takeNext() {
        return held.remove(next);
    }

    void clear() {
        held.clear();
    }
}
