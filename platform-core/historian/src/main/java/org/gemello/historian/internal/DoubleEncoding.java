package org.gemello.historian.internal;

import java.util.Arrays;
import java.util.Map;
import org.apache.tsfile.encoding.encoder.Encoder;
import org.apache.tsfile.file.metadata.enums.TSEncoding;
import org.apache.tsfile.write.schema.IMeasurementSchema;
import org.gemello.api.ValueKind;

/**
 * Chooses how the doubles of a series are encoded: as scaled integers where a fixed number of decimals gives every value back bit for bit
 * (what instruments deliver), else as GORILLA, or as the differences of their bits where that is smaller (what computations and scaled
 * raw values deliver). GORILLA ends a page with the bits of NaN, so a series with a NaN of its own is never stored so.
 *
 * @param column which column, with its encoding
 * @param isBits whether the column takes the bits of the double as a long
 */
record DoubleEncoding(IMeasurementSchema column, boolean isBits) {
    private static final int MOST_DECIMALS = 6;
    private static final double LARGEST_EXACT = 1L << 53;
    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    /** What GORILLA writes besides the bits that differ: two control bits and now and then the place of those bits. */
    private static final int GORILLA_OVERHEAD = 5;

    /** For the rows in the given order. */
    static DoubleEncoding of(SeriesRows rows, int[] order) {
        return of(bits(rows, order), FileLayout.DOUBLE, FileLayout.DOUBLE_BITS);
    }

    /** For these doubles, in one of two columns. */
    static DoubleEncoding of(long[] bits, FileLayout.Column doubles, FileLayout.Column doubleBits) {
        int decimals = decimals(bits);
        if (decimals >= 0) {
            return new DoubleEncoding(doubles.schema(TSEncoding.TS_2DIFF,
                    Map.of(Encoder.MAX_POINT_NUMBER, Integer.toString(decimals))), false);
        }
        long delta = DeltaSize.bits(bits);
        if (hasNaN(bits) || delta < gorilla(bits)) {
            return new DoubleEncoding(doubleBits.schema(delta, bits.length), true);
        }
        return new DoubleEncoding(doubles.schema(TSEncoding.GORILLA, Map.of()), false);
    }

    private static long[] bits(SeriesRows rows, int[] order) {
        long[] bits = new long[order.length];
        int size = 0;
        for (int row : order) {
            if (rows.kind(row) == ValueKind.DOUBLE) {
                bits[size++] = rows.bits(row);
            }
        }
        return size == bits.length ? bits : Arrays.copyOf(bits, size);
    }

    /** The fewest that will do, -1 where none will. */
    private static int decimals(long[] bits) {
        int row = 0;
        int decimals = 0;
        while (row < bits.length && decimals <= MOST_DECIMALS) {
            if (isExact(bits[row], decimals)) {
                row++;
            } else {
                decimals++;
            }
        }
        if (decimals > MOST_DECIMALS) {
            return -1;
        }
        for (long value : bits) { // the first rows were tried with fewer
            if (!isExact(value, decimals)) {
                return -1;
            }
        }
        return decimals;
    }

    /** True where TsFile's scaling, there and back, gives the same bits. */
    private static boolean isExact(long bits, int decimals) {
        double scaled = Double.longBitsToDouble(bits) * POWERS[decimals];
        return Math.abs(scaled) <= LARGEST_EXACT && Double.doubleToRawLongBits(Math.round(scaled) / POWERS[decimals]) == bits;
    }

    private static boolean hasNaN(long[] bits) {
        for (long value : bits) {
            if (Double.isNaN(Double.longBitsToDouble(value))) {
                return true;
            }
        }
        return false;
    }

    /** Estimate of the size in bits. */
    private static long gorilla(long[] bits) {
        long size = Long.SIZE;
        for (int i = 1; i < bits.length; i++) {
            long differing = bits[i] ^ bits[i - 1];
            size += differing == 0 ? 1
                    : GORILLA_OVERHEAD + Long.SIZE - Long.numberOfLeadingZeros(differing) - Long.numberOfTrailingZeros(differing);
        }
        return size;
    }
}
