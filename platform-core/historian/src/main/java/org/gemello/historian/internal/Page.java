package org.gemello.historian.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.tsfile.block.column.Column;
import org.apache.tsfile.utils.Binary;
import org.gemello.api.ValueKind;

/** The columns of one page of a history file; one that is absent has its default in every row. */
final class Page {
    private final int size;
    private final Column keys;
    private final Map<String, Column> columns;
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
        this.columns = columns;
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
        if (has(FileLayout.DOUBLE, row)) {
            kind = ValueKind.DOUBLE;
            bits = Double.doubleToRawLongBits(column(FileLayout.DOUBLE).getDouble(row));
        } else if (has(FileLayout.LONG, row)) {
            kind = ValueKind.LONG;
            bits = longAt(FileLayout.LONG, row);
        } else if (has(FileLayout.BOOLEAN, row)) {
            kind = ValueKind.BOOLEAN;
            bits = column(FileLayout.BOOLEAN).getBoolean(row) ? 1 : 0;
        } else if (has(FileLayout.TEXT, row)) {
            kind = ValueKind.TEXT;
            text = textAt(FileLayout.TEXT, row);
        }
        int quality = has(FileLayout.QUALITY, row) ? column(FileLayout.QUALITY).getInt(row) : 0;
        return new Row(time(row), longAt(FileLayout.RECEIVED, row), longAt(FileLayout.OFFSET, row), quality, kind, bits, text, unit(row));
    }

    void gaps(Consumer<GapRow> taker) {
        for (int row = 0; row < size; row++) {
            taker.accept(new GapRow(time(row), longAt(FileLayout.UNTIL, row), longAt(FileLayout.OFFSET, row), unit(row),
                    textAt(FileLayout.REASON, row)));
        }
    }

    private long time(int row) {
        return keys.getLong(row) - (has(FileLayout.TIE, row) ? longAt(FileLayout.TIE, row) : 0);
    }

    /** The unit is the same in nearly every row, and decoded to the same bytes: it is made a string only where it changes. */
    private String unit(int row) {
        if (has(FileLayout.UNIT, row) && column(FileLayout.UNIT).getBinary(row) != unitBytes) {
            unitBytes = column(FileLayout.UNIT).getBinary(row);
            unit = unitBytes.getStringValue(StandardCharsets.UTF_8);
        }
        return unit;
    }

    private boolean has(FileLayout.Column name, int row) {
        Column values = column(name);
        return values != null && !values.isNull(row);
    }

    private long longAt(FileLayout.Column name, int row) {
        return column(name).getLong(row);
    }

    private String textAt(FileLayout.Column name, int row) {
        return column(name).getBinary(row).getStringValue(StandardCharsets.UTF_8);
    }

    private Column column(FileLayout.Column name) {
        return columns.get(name.name());
    }
}
