package org.gemello.historian.internal;

import java.util.Map;
import java.util.OptionalInt;
import org.apache.tsfile.encoding.encoder.Encoder;
import org.apache.tsfile.file.metadata.enums.TSEncoding;
import org.apache.tsfile.write.schema.IMeasurementSchema;
import org.gemello.api.ValueKind;

/**
 * Chooses how the doubles of a series are encoded: as scaled integers where a fixed number of decimals gives every value back
 * bit for bit (what instruments deliver), else GORILLA. GORILLA ends a page with the bits of NaN, so a series with a NaN of its
 * own is stored plain.
 */
final class DoubleEncoding {
    private static final int MOST_DECIMALS = 6;
    private static final double LARGEST_EXACT = 1L << 53;
    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private DoubleEncoding() {
    }

    static IMeasurementSchema column(SeriesRows rows) {
        OptionalInt decimals = decimals(rows);
        if (decimals.isPresent()) {
            return FileLayout.DOUBLE.schema(TSEncoding.TS_2DIFF,
                    Map.of(Encoder.MAX_POINT_NUMBER, Integer.toString(decimals.getAsInt())));
        }
        return FileLayout.DOUBLE.schema(hasNaN(rows) ? TSEncoding.PLAIN : TSEncoding.GORILLA, Map.of());
    }

    private static OptionalInt decimals(SeriesRows rows) {
        for (int decimals = 0, row = 0; decimals <= MOST_DECIMALS; decimals++, row = 0) {
            while (row < rows.size() && isExact(rows, row, decimals)) {
                row++;
            }
            if (row == rows.size()) {
                return OptionalInt.of(decimals);
            }
        }
        return OptionalInt.empty();
    }

    /** True where TsFile's scaling, there and back, gives the same bits. */
    private static boolean isExact(SeriesRows rows, int row, int decimals) {
        if (rows.kind(row) != ValueKind.DOUBLE) {
            return true;
        }
        double scaled = Double.longBitsToDouble(rows.bits(row)) * POWERS[decimals];
        return Math.abs(scaled) <= LARGEST_EXACT && Double.doubleToRawLongBits(Math.round(scaled) / POWERS[decimals]) == rows.bits(row);
    }

    private static boolean hasNaN(SeriesRows rows) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.kind(row) == ValueKind.DOUBLE && Double.isNaN(Double.longBitsToDouble(rows.bits(row)))) {
                return true;
            }
        }
        return false;
    }
}
