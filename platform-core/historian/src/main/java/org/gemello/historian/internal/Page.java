package org.gemello.historian.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
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
    private Binary unitBytes;
    private String unit = FileLayout.DEFAULT_UNIT;

    /**
     * @param size    number of rows
     * @param keys    the time column, see {@link RisingKeys}
     * @param columns the others, by name
     */
    Page(int size, Column keys, Map<String, Column> columns) {
        this.size = size;
        this.keys = keys;
        doubles = columns.get(FileLayout.DOUBLE.name());
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
        return new Row(time(row), received.getLong(row), offsets.getLong(row), quality, kind, bits, text, unit(row));
    }

    void gaps(Consumer<GapRow> taker) {
        for (int row = 0; row < size; row++) {
            taker.accept(new GapRow(time(row), untils.getLong(row), offsets.getLong(row), unit(row), text(reasons, row)));
        }
    }

    private long time(int row) {
        return keys.getLong(row) - (has(ties, row) ? ties.getLong(row) : 0);
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
