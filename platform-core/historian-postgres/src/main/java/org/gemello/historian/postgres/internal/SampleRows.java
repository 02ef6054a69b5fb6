package org.gemello.historian.postgres.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatch;
import org.gemello.api.TraceId;
import org.gemello.api.ValueKind;
import org.gemello.history.Row;

/**
 * Samples of one transaction. They are stored point by point: rows of a point then share pages of table and index, which makes
 * both the copy and later questions cheaper.
 */
final class SampleRows {
    private static final String TABLE = "samples (time, log_offset, received, number, whole, point, quality, kind, trace, text, raw, unit)";
    private static final int COLUMNS = 12;
    private final List<Part> parts = new ArrayList<>();
    private int size;

    /** Rows of a batch from {@code skip} on. */
    private record Part(SampleBatch batch, long offset, TraceId trace, int skip, int first) {
    }

    void add(SampleBatch batch, long offset, TraceId trace, int skip) {
        parts.add(new Part(batch, offset, trace, skip, size));
        size += batch.size() - skip;
    }

    int size() {
        return size;
    }

    void forEachTime(LongConsumer taker) {
        for (Part part : parts) {
            for (int row = part.skip; row < part.batch.size(); row++) {
                taker.accept(part.batch.sourceTime(row));
            }
        }
    }

    /** Gives every sample, in the order of the log; the row is made only where it is wanted. */
    void forEach(BiConsumer<PointId, Supplier<Row>> taker) {
        for (Part part : parts) {
            SampleBatch batch = part.batch;
            for (int row = part.skip; row < batch.size(); row++) {
                int number = row;
                taker.accept(batch.point(row), () -> new Row(batch.sourceTime(number), batch.receivedTime(number), part.offset + number,
                        batch.qualityCode(number), batch.kind(number), batch.bits(number), batch.text(number),
                        batch.points().definition(batch.handle(number)).unit()));
            }
        }
    }

    /** Adds the points that have samples here. */
    void collectPoints(Set<PointId> taker) {
        for (Part part : parts) {
            boolean[] seen = new boolean[part.batch.points().size()];
            for (int row = part.skip; row < part.batch.size(); row++) {
                int handle = part.batch.handle(row);
                if (!seen[handle]) {
                    seen[handle] = true;
                    taker.add(part.batch.points().id(handle));
                }
            }
        }
    }

    /** All their points must be known. */
    void copy(Connection connection, PointIds points, Unsummed unsummed) throws SQLException {
        if (size == 0) {
            return;
        }
        BinaryCopy copy = new BinaryCopy(connection, TABLE, COLUMNS);
        for (long key : order(points, unsummed)) {
            int number = (int) key;
            Part part = part(number);
            write(copy, part, number - part.first + part.skip, points);
        }
        long taken = copy.end();
        if (taken != size) {
            throw new SQLException("of " + size + " samples the server took " + taken, "XX000");
        }
    }

    /** Point in the upper half, place in this batch in the lower: sorted by point, and of a point as they came; marks their minutes. */
    private long[] order(PointIds points, Unsummed unsummed) {
        long[] keys = new long[size];
        int number = 0;
        for (Part part : parts) {
            points.use(part.batch.points());
            for (int row = part.skip; row < part.batch.size(); row++) {
                int point = points.find(part.batch.handle(row)).id();
                keys[number] = (long) point << 32 | number;
                unsummed.add(point, part.batch.sourceTime(row));
                number++;
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    private Part part(int number) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).first <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return parts.get(low);
    }

    private static void write(BinaryCopy copy, Part part, int row, PointIds points) throws SQLException {
        SampleBatch batch = part.batch;
        points.use(batch.points());
        PointIds.Known point = points.find(batch.handle(row));
        String unit = batch.points().definition(batch.handle(row)).unit();
        ValueKind kind = batch.kind(row);
        copy.row();
        copy.int8(batch.sourceTime(row));
        copy.int8(part.offset + row);
        copy.int8(batch.receivedTime(row));
        value(copy, kind, batch.bits(row));
        copy.int4(point.id());
        copy.int4(batch.qualityCode(row));
        copy.int2(kind.ordinal());
        if (part.trace.isPresent()) {
            copy.uuid(part.trace);
        } else {
            copy.none();
        }
        text(copy, batch.text(row));
        if (unit.equals(point.unit())) {
            copy.none();
        } else {
            copy.text(SqlText.readable(unit));
        }
    }

    /** Columns {@code number} and {@code whole}. */
    static void value(BinaryCopy copy, ValueKind kind, long bits) throws SQLException {
        number(copy, kind == ValueKind.DOUBLE, bits);
        number(copy, kind == ValueKind.LONG || kind == ValueKind.BOOLEAN, bits);
    }

    private static void number(BinaryCopy copy, boolean present, long bits) throws SQLException {
        if (present) {
            copy.int8(bits);
        } else {
            copy.none();
        }
    }

    /** Columns {@code text} and {@code raw}. */
    static void text(BinaryCopy copy, String text) throws SQLException {
        if (text == null) {
            copy.none();
            copy.none();
        } else if (SqlText.fits(text)) {
            copy.text(text);
            copy.none();
        } else {
            copy.none();
            copy.bytes(SqlText.raw(text));
        }
    }
}
