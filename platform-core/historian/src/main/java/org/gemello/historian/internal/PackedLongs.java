package org.gemello.historian.internal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A column of longs, written as fast as it can be copied and about as small as its changes are: the first value, the least difference of
 * neighbours, and of each difference what is above the least, all in the same number of bytes (0 where the steps are equal). Differences
 * are counted modulo 2^64, so every column comes back. Little endian.
 */
final class PackedLongs {
    /** A number is read and written as 8 bytes wherever it stands; so many must follow the last column of a block. */
    static final int PADDING = Long.BYTES;
    private static final int HEADER = 2 * Long.BYTES + 1;

    private PackedLongs() {
    }

    /** Most bytes that a column takes. */
    static long mostBytes(int count) {
        return HEADER + (long) count * Long.BYTES;
    }

    /** Writes the values from {@code start} up to, without, {@code end}; there is at least one. */
    static void write(ByteBuffer out, long[] values, int start, int end) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = start + 1; i < end; i++) {
            long difference = values[i] - values[i - 1];
            least = Math.min(least, difference);
            most = Math.max(most, difference);
        }
        int width = end - start == 1 ? 0 : (DeltaSize.width(most - least) + Byte.SIZE - 1) / Byte.SIZE;
        out.putLong(values[start]).putLong(least).put((byte) width);
        int position = out.position();
        if (width > 0) {
            for (int i = start + 1; i < end; i++) {
                out.putLong(position, values[i] - values[i - 1] - least);
                position += width;
            }
        }
        out.position(position);
    }

    /**
     * Reads {@code count} values.
     *
     * @throws IOException where there are not as many
     */
    static void read(ByteBuffer in, long[] values, int count) throws IOException {
        values[0] = in.getLong();
        long least = in.getLong();
        int width = in.get();
        int position = in.position();
        if (width < 0 || width > Long.BYTES || in.remaining() < (long) (count - 1) * width + PADDING) {
            throw new IOException("a column of " + count + " numbers of " + width + " bytes does not fit into what there is");
        }
        long mask = width == 0 ? 0 : -1L >>> Long.SIZE - width * Byte.SIZE;
        for (int i = 1; i < count; i++) {
            values[i] = values[i - 1] + least + (in.getLong(position) & mask);
            position += width;
        }
        in.position(position);
    }
}
