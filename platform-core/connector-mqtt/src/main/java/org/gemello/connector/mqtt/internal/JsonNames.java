package org.gemello.connector.mqtt.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Finds what belongs to a name by the bytes of the name; made once. */
final class JsonNames<T> {
    private final byte[][] names;
    private final long[] prints;
    private final Object[] values;
    private final int mask;

    JsonNames(Map<String, T> byName) {
        int places = Math.max(2, Integer.highestOneBit(byName.size()) * 4); // at least half of them stay free
        names = new byte[places][];
        prints = new long[places];
        values = new Object[places];
        mask = places - 1;
        byName.forEach((name, value) -> put(name.getBytes(StandardCharsets.UTF_8), value));
    }

    private void put(byte[] name, T value) {
        long print = Fingerprint.of(name, 0, name.length);
        int place = (int) print & mask;
        while (names[place] != null) {
            place = place + 1 & mask;
        }
        names[place] = name;
        prints[place] = print;
        values[place] = value;
    }

    /** @return null where there is no such name */
    @SuppressWarnings("unchecked")
    T get(byte[] bytes, int from, int length) {
        long print = Fingerprint.of(bytes, from, length);
        for (int place = (int) print & mask; names[place] != null; place = place + 1 & mask) {
            if (prints[place] == print && Arrays.equals(names[place], 0, names[place].length, bytes, from, from + length)) {
                return (T) values[place];
            }
        }
        return null;
    }
}
