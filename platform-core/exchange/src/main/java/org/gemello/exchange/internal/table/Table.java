package org.gemello.exchange.internal.table;

import static org.gemello.exchange.internal.table.ColumnType.DOUBLE;
import static org.gemello.exchange.internal.table.ColumnType.LONG;
import static org.gemello.exchange.internal.table.ColumnType.STATUS;
import static org.gemello.exchange.internal.table.ColumnType.TEXT;
import static org.gemello.exchange.internal.table.ColumnType.TIME;
import static org.gemello.exchange.internal.table.ColumnType.VALUE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of an export: the one place that says what a file looks like. A row is an array with one element for each column. */
public enum Table {
    SAMPLES(Column.of("point", TEXT), Column.of("source_time", TIME), Column.of("value", VALUE), Column.of("unit", TEXT),
            Column.optional("quality", STATUS), Column.optional("received_time", TIME), Column.optional("offset", LONG),
            Column.optional("trace", TEXT)),
    AGGREGATES(Column.of("point", TEXT), Column.of("start", TIME), Column.of("end", TIME), Column.optional("unit", TEXT),
            Column.of("count", LONG), Column.optional("min", DOUBLE), Column.optional("max", DOUBLE), Column.optional("mean", DOUBLE),
            Column.optional("time_weighted", DOUBLE), Column.optional("deviation", DOUBLE), Column.optional("first_time", TIME),
            Column.of("first", VALUE), Column.optional("last_time", TIME), Column.of("last", VALUE), Column.of("good", DOUBLE),
            Column.of("uncertain", DOUBLE), Column.of("bad", DOUBLE)),
    GAPS(Column.of("point", TEXT), Column.of("unit", TEXT), Column.of("from", TIME), Column.of("to", TIME), Column.of("reason", TEXT)),
    CORRECTIONS(Column.of("point", TEXT), Column.of("unit", TEXT), Column.of("source_time", TIME), Column.of("value", VALUE),
            Column.of("quality", STATUS), Column.of("author", TEXT), Column.of("reason", TEXT), Column.of("time", TIME)),
    ANNOTATIONS(Column.of("id", TEXT), Column.of("twin", TEXT), Column.optional("point", TEXT), Column.of("from", TIME),
            Column.of("to", TIME), Column.of("text", TEXT), Column.of("author", TEXT), Column.of("time", TIME));

    private final List<Column> columns;

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    /** Name of the file without its ending: {@code samples}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The table that a file of this name holds: {@code samples.csv}, but also {@code boiler.samples.csv}. */
    public static Optional<Table> of(String fileName) {
        String[] parts = fileName.split("\\.");
        for (Table table : values()) {
            if (parts.length > 1 && parts[parts.length - 2].equalsIgnoreCase(table.fileName())) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }
}
