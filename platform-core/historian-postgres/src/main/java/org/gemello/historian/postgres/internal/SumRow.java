package org.gemello.historian.postgres.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.gemello.api.ValueKind;
import org.gemello.history.Row;
import org.gemello.history.Summary;

/**
 * A row of the tables {@code minutes} and {@code hours}. The column {@code kept} has, big endian, the unit (length and UTF-8), then first,
 * last, lowest and highest sample, each as kind (1 byte; -1 where there is none), time, received, offset, quality and bits.
 *
 * @param start   begin of the bucket
 * @param summary its samples, at least one
 * @param whole   true where it can stand for the samples: no text is among them, and one unit only
 */
record SumRow(long start, Summary summary, boolean whole) {
    /** Columns in the order in which {@link #read} takes and {@link #write} gives them. */
    static final String COLUMNS = "time, count, numbers, mean, squares, weighted, weighted_ns, good_ns, uncertain_ns, bad_ns, lowest, highest,"
            + " point, kept";
    static final int COLUMN_COUNT = 14;
    private static final int KEPT_ROW = 1 + 4 * Long.BYTES + Integer.BYTES;
    private static final byte NONE = -1;

    /** Sums of a bucket that takes row after row. */
    static final class Builder {
        private final Summary summary = new Summary();
        private boolean whole = true;

        void add(Row row) {
            whole &= row.kind() != ValueKind.TEXT && (summary.first() == null || row.unit().equals(summary.first().unit()));
            summary.add(row);
        }

        void add(SumRow next) {
            whole &= next.whole && (summary.first() == null || next.summary.first().unit().equals(summary.first().unit()));
            if (whole) {
                summary.join(next.summary);
            }
        }

        boolean isEmpty() {
            return whole && summary.count() == 0;
        }

        SumRow build(long start) {
            return new SumRow(start, summary, whole);
        }
    }

    static SumRow read(ResultSet rows) throws SQLException {
        byte[] kept = rows.getBytes(14);
        if (kept == null) {
            return new SumRow(rows.getLong(1), new Summary(), false);
        }
        ByteBuffer in = ByteBuffer.wrap(kept);
        byte[] unit = new byte[in.getShort()];
        in.get(unit);
        String unitText = new String(unit, StandardCharsets.UTF_8);
        Row[] four = new Row[4];
        Arrays.setAll(four, i -> row(in, unitText));
        Summary.Sums sums = new Summary.Sums(rows.getLong(2), rows.getLong(3), rows.getDouble(4), rows.getDouble(5), rows.getDouble(6),
                rows.getLong(7), rows.getLong(8), rows.getLong(9), rows.getLong(10));
        return new SumRow(rows.getLong(1), Summary.of(sums, four[0], four[1], four[2], four[3]), true);
    }

    private static Row row(ByteBuffer in, String unit) {
        byte kind = in.get();
        if (kind == NONE) {
            return null;
        }
        return new Row(in.getLong(), in.getLong(), in.getLong(), in.getInt(), ValueKind.of(kind), in.getLong(), null, unit);
    }

    void write(BinaryCopy copy, int point) throws SQLException {
        Summary.Sums sums = summary.sums();
        copy.row();
        copy.int8(start);
        copy.int8(sums.count());
        copy.int8(sums.numbers());
        copy.int8(Double.doubleToRawLongBits(sums.mean()));
        copy.int8(Double.doubleToRawLongBits(sums.squares()));
        copy.int8(Double.doubleToRawLongBits(sums.weighted()));
        copy.int8(sums.weightedNanos());
        copy.int8(sums.good());
        copy.int8(sums.uncertain());
        copy.int8(sums.bad());
        number(copy, summary.lowest());
        number(copy, summary.highest());
        copy.int4(point);
        if (whole) {
            copy.bytes(kept());
        } else {
            copy.none();
        }
    }

    private static void number(BinaryCopy copy, Row row) throws SQLException {
        if (row == null) {
            copy.none();
        } else {
            copy.int8(Double.doubleToRawLongBits(row.number()));
        }
    }

    private byte[] kept() {
        byte[] unit = summary.first().unit().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(Short.BYTES + unit.length + 4 * KEPT_ROW);
        out.putShort((short) unit.length).put(unit);
        for (Row row : new Row[] {summary.first(), summary.last(), summary.lowest(), summary.highest()}) {
            if (row == null) {
                out.put(NONE);
            } else {
                out.put((byte) row.kind().ordinal()).putLong(row.time()).putLong(row.received()).putLong(row.offset())
                        .putInt(row.quality()).putLong(row.bits());
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
