package org.gemello.connector.mqtt.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Recognises messages that are stored but come again because their acknowledgement was lost with the connection. A message is
 * such a repeat where it is marked DUP, carries the packet id of a stored message and has the same topic and payload.
 *
 * <p>Only the last {@code window} stored messages can still be unacknowledged at the broker: acknowledgements are sent in the
 * order of receipt, and a broker has at most receive maximum messages in flight (MQTT 5, 3.3.4). Older ones are forgotten, so
 * that a packet id which the broker uses again is not taken for a repeat.
 */
final class Redeliveries {
    private final Map<Integer, Long> stored;

    Redeliveries(int window) {
        stored = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
                return size() > window;
            }
        };
    }

    /** A message is on disk. */
    void stored(int packetId, long fingerprint) {
        stored.remove(packetId); // so that it counts as the youngest
        stored.put(packetId, fingerprint);
    }

    /** True where the message that has just come is stored already. A packet id that is used anew is forgotten. */
    boolean isRepeat(int packetId, boolean dup, long fingerprint) {
        Long known = stored.get(packetId);
        if (known == null) {
            return false;
        }
        if (dup && known == fingerprint) {
            return true;
        }
        stored.remove(packetId);
        return false;
    }

    /** The broker has begun a new session: nothing comes again. */
    void clear() {
        stored.clear();
    }
}
