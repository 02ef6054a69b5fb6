package org.gemello.historian.internal;

/**
 * How large values become in TsFile's TS_2DIFF: blocks of 128 differences, each in as many bits as the widest one needs, after 24
 * bytes.
 */
final class DeltaSize {
    private static final int BLOCK = 128;
    private static final int HEADER_BITS = 24 * Byte.SIZE;

    private DeltaSize() {
    }

    /** Size in bits. */
    static long bits(long[] values) {
        long bits = HEADER_BITS;
        for (int start = 1; start < values.length; start += BLOCK) {
            int end = Math.min(values.length, start + BLOCK);
            long least = Long.MAX_VALUE;
            long most = Long.MIN_VALUE;
            for (int i = start; i < end; i++) {
                long difference = values[i] - values[i - 1];
                least = Math.min(least, difference);
                most = Math.max(most, difference);
            }
            bits += HEADER_BITS + (long) (end - start) * width(most - least);
        }
        return bits;
    }

    /** Bits that an unsigned number needs. */
    static int width(long unsigned) {
        return Long.SIZE - Long.numberOfLeadingZeros(unsigned);
    }
}
