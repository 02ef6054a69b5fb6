package org.gemello.log.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A column of 64-bit numbers as its smallest value and the distance of each row from it, in the fewest of 0, 1, 2, 4 or 8
 * bytes that hold the largest distance (frame of reference). A column that is the same in all rows takes 9 bytes in total;
 * times within four seconds of each other take 4 bytes per row.
 */
final class Column {
    private Column() {
    }

    static void write(long[] values, PayloadWriter out) {
        long low = values[0];
        long high = low;
        for (long value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        int width = width(high - low);
        ByteBuffer bytes = out.room(9 + width * values.length);
        bytes.put((byte) width).putLong(low);
        switch (width) {
            case 0 -> { }
            case 1 -> {
                for (long value : values) {
                    bytes.put((byte) (value - low));
                }
            }
            case 2 -> {
                for (long value : values) {
                    bytes.putShort((short) (value - low));
                }
            }
            case 4 -> {
                for (long value : values) {
                    bytes.putInt((int) (value - low));
                }
            }
            default -> {
                for (long value : values) {
                    bytes.putLong(value - low);
                }
            }
        }
    }

    /** The distance is unsigned: it may span the whole of 64 bits. */
    private static int width(long distance) {
        if (distance == 0) {
            return 0;
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(distance);
        return bits <= 8 ? 1 : bits <= 16 ? 2 : bits <= 32 ? 4 : 8;
    }

    static long[] read(PayloadReader in, int rows) {
        int width = in.getByte();
        long low = in.getLong();
        ByteBuffer bytes = in.require((long) rows * width);
        long[] values = new long[rows];
        switch (width) {
            case 0 -> Arrays.fill(values, low);
            case 1 -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = low + Byte.toUnsignedLong(bytes.get());
                }
            }
            case 2 -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = low + Short.toUnsignedLong(bytes.getShort());
                }
            }
            case 4 -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = low + Integer.toUnsignedLong(bytes.getInt());
                }
            }
            case 8 -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = low + bytes.getLong();
                }
            }
            default -> throw new IllegalArgumentException("column width " + width);
        }
        return values;
    }
}
