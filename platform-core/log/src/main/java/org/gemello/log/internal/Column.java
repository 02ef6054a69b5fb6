package org.gemello.log.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A column of 64-bit numbers: the high bytes that all rows share once, then the low 0, 1, 2, 4 or 8 bytes of each row. A
 * column that is the same in all rows takes 9 bytes in total; times in nanoseconds that are close to each other take 4 bytes
 * per row. Written by plain loops over arrays, which the compiler makes fast code of.
 */
final class Column {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Column() {
    }

    /** Writes the first {@code rows} of the values. */
    static void write(long[] values, int rows, PayloadWriter out) {
        long first = values[0];
        long differing = 0;
        for (int row = 0; row < rows; row++) {
            differing |= values[row] ^ first;
        }
        int width = width(differing);
        ByteBuffer buffer = out.room(9 + width * rows);
        buffer.put((byte) width).putLong(first);
        byte[] bytes = buffer.array();
        int at = buffer.position();
        switch (width) {
            case 0 -> { }
            case 1 -> {
                for (int row = 0; row < rows; row++) {
                    bytes[at + row] = (byte) values[row];
                }
            }
            case 2 -> {
                for (int row = 0; row < rows; row++) {
                    SHORTS.set(bytes, at + 2 * row, (short) values[row]);
                }
            }
            case 4 -> {
                for (int row = 0; row < rows; row++) {
                    INTS.set(bytes, at + 4 * row, (int) values[row]);
                }
            }
            default -> {
                for (int row = 0; row < rows; row++) {
                    LONGS.set(bytes, at + 8 * row, values[row]);
                }
            }
        }
        buffer.position(at + width * rows);
    }

    private static int width(long differing) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(differing);
        return bits == 0 ? 0 : bits <= 8 ? 1 : bits <= 16 ? 2 : bits <= 32 ? 4 : 8;
    }

    /** Reads a column of numbers of 64 bits. */
    static long[] readLongs(PayloadReader in, int rows) {
        int width = in.getByte();
        return longs(width, in.getLong(), in.require((long) rows * width), new long[rows]);
    }

    /**
     * Reads a column of numbers of 32 bits.
     *
     * @throws ArithmeticException where one has more
     */
    static int[] readInts(PayloadReader in, int rows) {
        int width = in.getByte();
        long first = in.getLong();
        ByteBuffer buffer = in.require((long) rows * width);
        int[] values = new int[rows];
        if (width > 2) {
            long[] wide = longs(width, first, buffer, new long[rows]);
            for (int row = 0; row < rows; row++) {
                values[row] = Math.toIntExact(wide[row]);
            }
            return values;
        }
        int shared = Math.toIntExact(first);
        byte[] bytes = buffer.array();
        int at = start(buffer, width * rows);
        switch (width) {
            case 0 -> Arrays.fill(values, shared);
            case 1 -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = shared & ~0xFF | bytes[at + row] & 0xFF;
                }
            }
            default -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = shared & ~0xFFFF | (short) SHORTS.get(bytes, at + 2 * row) & 0xFFFF;
                }
            }
        }
        return values;
    }

    private static long[] longs(int width, long first, ByteBuffer buffer, long[] values) {
        int rows = values.length;
        byte[] bytes = buffer.array();
        int at = start(buffer, width * rows);
        switch (width) {
            case 0 -> Arrays.fill(values, first);
            case 1 -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = first & ~0xFFL | bytes[at + row] & 0xFFL;
                }
            }
            case 2 -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = first & ~0xFFFFL | (short) SHORTS.get(bytes, at + 2 * row) & 0xFFFFL;
                }
            }
            case 4 -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = first & ~0xFFFFFFFFL | (int) INTS.get(bytes, at + 4 * row) & 0xFFFFFFFFL;
                }
            }
            case 8 -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = (long) LONGS.get(bytes, at + 8 * row);
                }
            }
            default -> throw new IllegalArgumentException("column width " + width);
        }
        return values;
    }

    /** Where in its array the rest of a buffer begins, of which so many bytes are passed. */
    private static int start(ByteBuffer buffer, int length) {
        int at = buffer.arrayOffset() + buffer.position();
        buffer.position(buffer.position() + length);
        return at;
    }
}
