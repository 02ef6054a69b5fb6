package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.Arrays;

/** A map from names in UTF-8, looked up where they stand in a payload, so that no text is made for it. */
final class NameTable<V> {
    private static final int MIX = 0x9E3779B9;
    private byte[][] names = new byte[16][];
    private Object[] values = new Object[16];
    private int size;

    /** The value of the name that stands there, null where it is not in the table. */
    @SuppressWarnings("unchecked")
    V get(byte[] bytes, int from, int to) {
        return (V) values[slot(names, bytes, from, to)];
    }

    void put(byte[] name, V value) {
        if (size * 2 >= names.length) {
            grow();
        }
        int slot = slot(names, name, 0, name.length);
        if (names[slot] == null) {
            names[slot] = name;
            size++;
        }
        values[slot] = value;
    }

    private void grow() {
        byte[][] wider = new byte[names.length * 2][];
        Object[] moved = new Object[wider.length];
        for (int i = 0; i < names.length; i++) {
            if (names[i] != null) {
                int slot = slot(wider, names[i], 0, names[i].length);
                wider[slot] = names[i];
                moved[slot] = values[i];
            }
        }
        names = wider;
        values = moved;
    }

    /** Where the name is, or where it would be put. */
    private static int slot(byte[][] names, byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        int mask = names.length - 1;
        int slot = hash * MIX >>> 7 & mask;
        while (names[slot] != null && !Arrays.equals(names[slot], 0, names[slot].length, bytes, from, to)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
