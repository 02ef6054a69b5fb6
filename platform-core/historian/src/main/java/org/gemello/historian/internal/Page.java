package org.gemello.historian.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.tsfile.block.column.Column;
import org.apache.tsfile.utils.Binary;
import org.gemello.api.ValueKind;
import org.gemello.history.GapRow;
import org.gemello.history.Row;

/** The columns of one page of a history file; one that is absent has its default in every row. */
final class Page {
    private final int size;
    private final Column keys;
    private final Column doubles;
    private final Column doubleBits;
    private final Column longs;
    private final Column booleans;
    private final Column texts;
    private final Column qualities;
    private final Column received;
    private final Column offsets;
    private final Column units;
    private final Column ties;
    private final Column untils;
    private final Column reasons;
    private final Column fractions;
    private final long fractionNanos;
    private final ReceivedTimes.Cursor receptions;
    private Binary unitBytes;
    private String unit = FileLayout.DEFAULT_UNIT;

    /**
     * @param size       number of rows
     * @param keys       the time column, see {@link TimeKeys}
     * @param columns    the others, by name
     * @param receptions where there is no column of received times; else null
     */
    Page(int size, Column keys, Map<String, Column> columns, ReceivedTimes.Cursor receptions) {
        this.size = size;
        this.keys = keys;
        doubles = columns.get(FileLayout.DOUBLE.name());
        doubleBits = columns.get(FileLayout.DOUBLE_BITS.name());
        longs = columns.get(FileLayout.LONG.name());
        booleans = columns.get(FileLayout.BOOLEAN.name());
        texts = columns.get(FileLayout.TEXT.name());
        qualities = columns.get(FileLayout.QUALITY.name());
        received = columns.get(FileLayout.RECEIVED.name());
        offsets = columns.get(FileLayout.OFFSET.name());
        units = columns.get(FileLayout.UNIT.name());
        ties = columns.get(FileLayout.TIE.name());
        untils = columns.get(FileLayout.UNTIL.name());
        reasons = columns.get(FileLayout.REASON.name());
        FractionUnit unitOfFractions = Stream.of(FractionUnit.values())
                .filter(u -> columns.containsKey(u.column().name())).findAny().orElse(null);
        fractions = unitOfFractions == null ? null : columns.get(unitOfFractions.column().name());
        fractionNanos = unitOfFractions == null ? 0 : unitOfFractions.nanos();
        this.receptions = receptions;
    }

    void samples(Consumer<Row> taker) {
        for (int row = 0; row < size; row++) {
            taker.accept(sample(row));
        }
    }

    private Row sample(int row) {
        ValueKind kind = ValueKind.NONE;
        long bits = 0;
        String text = null;
        if (has(doubles, row)) {
            kind = ValueKind.DOUBLE;
            bits = Double.doubleToRawLongBits(doubles.getDouble(row));
        } else if (has(doubleBits, row)) {
            kind = ValueKind.DOUBLE;
            bits = doubleBits.getLong(row);
        } else if (has(longs, row)) {
            kind = ValueKind.LONG;
            bits = longs.getLong(row);
        } else if (has(booleans, row)) {
            kind = ValueKind.BOOLEAN;
            bits = booleans.getBoolean(row) ? 1 : 0;
        } else if (has(texts, row)) {
            kind = ValueKind.TEXT;
            text = text(texts, row);
        }
        int quality = has(qualities, row) ? qualities.getInt(row) : 0;
        long offset = offsets.getLong(row);
        long reception = received != null ? received.getLong(row) : receptions.at(offset);
        return new Row(time(row), reception, offset, quality, kind, bits, text, unit(row));
    }

    void gaps(Consumer<GapRow> taker) {
        for (int row = 0; row < size; row++) {
            taker.accept(new GapRow(time(row), untils.getLong(row), offsets.getLong(row), unit(row), text(reasons, row)));
        }
    }

    /** The received time of each offset, from a page of receptions. */
    void receptions(ReceivedTimes taker) {
        for (int row = 0; row < size; row++) {
            taker.add(keys.getLong(row), received.getLong(row));
        }
    }

    private long time(int row) {
        long key = keys.getLong(row);
        return fractions != null ? key + fractions.getLong(row) * fractionNanos : has(ties, row) ? key - ties.getLong(row) : key;
    }

    /** The unit is the same in nearly every row, and decoded to the same bytes: it is made a string only where it changes. */
    private String unit(int row) {
        if (has(units, row) && units.getBinary(row) != unitBytes) {
            unitBytes = units.getBinary(row);
            unit = text(units, row);
        }
        return unit;
    }

    private static boolean has(Column column, int row) {
        return column != null && !column.isNull(row);
    }

    private static String text(Column column, int row) {
        return column.getBinary(row).getStringValue(StandardCharsets.UTF_8);
    }
}
