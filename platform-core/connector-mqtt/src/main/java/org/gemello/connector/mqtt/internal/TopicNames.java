package org.gemello.connector.mqtt.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Topics as text, those that came lately without decoding them again. Each has one place by its fingerprint, where a newcomer
 * takes the place of another: however many a broker invents, it stays as small and as fast. For one thread.
 */
final class TopicNames {
    private static final int PLACES = 1 << 12;
    private final byte[][] bytes = new byte[PLACES][];
    private final String[] names = new String[PLACES];

    /** @return null where no topic of a message can be that: it is empty, or has a wildcard */
    String name(byte[] from, int start, int length, long fingerprint) {
        int place = (int) (fingerprint >>> 40) & PLACES - 1;
        byte[] known = bytes[place];
        if (known != null && Arrays.equals(known, 0, known.length, from, start, start + length)) {
            return names[place];
        }
        String name = new String(from, start, length, StandardCharsets.UTF_8);
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.indexOf('#') >= 0) {
            return null;
        }
        bytes[place] = Arrays.copyOfRange(from, start, start + length);
        names[place] = name;
        return name;
    }
}
