package org.gemello.historian.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.tsfile.block.column.Column;
import org.gemello.api.ValueKind;
import org.gemello.historian.internal.RollupLayout.Kept;
import org.gemello.history.Row;
import org.gemello.history.Summary;

/** The columns of one page of a rollup file; one that is absent has its default in every row. */
final class RollupPage {
    private final Resolution resolution;
    private final int size;
    private final Column keys;
    private final Map<String, Column> columns;

    RollupPage(Resolution resolution, int size, Column keys, Map<String, Column> columns) {
        this.resolution = resolution;
        this.size = size;
        this.keys = keys;
        this.columns = columns;
    }

    void rows(Consumer<RollupRow> taker) {
        for (int row = 0; row < size; row++) {
            taker.accept(row(row));
        }
    }

    private RollupRow row(int row) {
        long start = resolution.start(keys.getLong(row));
        Row first = kept(Kept.FIRST, row, start, 0);
        Row last = kept(Kept.LAST, row, start, first.offset());
        long count = whole(RollupLayout.COUNT, row, 0);
        long numbers = whole(RollupLayout.NUMBERS, row, count);
        long length = last.time() - first.time();
        long uncertain = whole(RollupLayout.UNCERTAIN_NANOS, row, 0);
        long bad = whole(RollupLayout.BAD_NANOS, row, 0);
        Summary.Sums sums = new Summary.Sums(count, numbers, real(RollupLayout.MEAN, row), real(RollupLayout.SQUARES, row),
                real(RollupLayout.WEIGHTED, row), whole(RollupLayout.WEIGHTED_NANOS, row, length),
                length - uncertain - bad, uncertain, bad);
        Summary summary = Summary.of(sums, first, last, numbers == 0 ? null : kept(Kept.LOWEST, row, start, first.offset()),
                numbers == 0 ? null : kept(Kept.HIGHEST, row, start, first.offset()));
        return new RollupRow(start, summary, small(RollupLayout.PARTIAL, row, 0) == 0);
    }

    /** When a kept sample was received is not kept: its source time stands for it. */
    private Row kept(Kept kept, int row, long start, long firstOffset) {
        Column kinds = columns.get(RollupLayout.KINDS.name());
        ValueKind kind = kinds == null ? ValueKind.DOUBLE
                : ValueKind.of(kinds.getInt(row) >>> kept.ordinal() * RollupLayout.KIND_BITS & RollupLayout.KIND_MASK);
        Column values = columns.get(kept.value.name());
        long bits = values == null ? whole(kept.bits, row, 0) : Double.doubleToRawLongBits(values.getDouble(row));
        long time = start + whole(kept.time, row, 0);
        return new Row(time, time, firstOffset + whole(kept.offset, row, 0), small(kept.quality, row, 0), kind, bits,
                kind == ValueKind.TEXT ? "" : null, unit(row));
    }

    private String unit(int row) {
        Column units = columns.get(FileLayout.UNIT.name());
        return units == null ? FileLayout.DEFAULT_UNIT : units.getBinary(row).getStringValue(StandardCharsets.UTF_8);
    }

    private long whole(FileLayout.Column column, int row, long otherwise) {
        Column values = columns.get(column.name());
        return values == null ? otherwise : values.getLong(row);
    }

    private int small(FileLayout.Column column, int row, int otherwise) {
        Column values = columns.get(column.name());
        return values == null ? otherwise : values.getInt(row);
    }

    private double real(FileLayout.Column column, int row) {
        Column values = columns.get(column.name());
        return values.isNull(row) ? Double.NaN : values.getDouble(row);
    }
}
