package org.gemello.historian.internal;

/** Makes the strictly rising times that TsFile needs out of sorted ones that may be equal. */
final class RisingKeys {
    private RisingKeys() {
    }

    /**
     * Moves each time on until it is after the one before; near the end of time moves back instead, so that there is room.
     * A key differs from its time by less than the number of times.
     *
     * @param times sorted; changed into the keys
     * @return true where a time was moved
     */
    static boolean spread(long[] times) {
        boolean moved = false;
        for (int i = 0; i < times.length; i++) {
            long last = Long.MAX_VALUE - (times.length - 1 - i);
            long key = i == 0 ? times[i] : Math.max(times[i], times[i - 1] + 1);
            key = Math.min(key, last);
            moved |= key != times[i];
            times[i] = key;
        }
        return moved;
    }
}
