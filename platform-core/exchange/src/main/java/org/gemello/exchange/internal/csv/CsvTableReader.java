package org.gemello.exchange.internal.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gemello.exchange.internal.csv.CsvRecords.CsvRecord;
import org.gemello.exchange.internal.table.Column;
import org.gemello.exchange.internal.table.ColumnType;
import org.gemello.exchange.internal.table.ReadRow;
import org.gemello.exchange.internal.table.Table;
import org.gemello.exchange.internal.table.TableReader;

/** Reads a table that {@link CsvTableWriter} or somebody else has written: columns in any order, optional ones may be missing. */
public final class CsvTableReader implements TableReader {
    private final Table table;
    private final CsvRecords records;
    private final List<String> header;
    private final int[] places;
    private final int[] kinds;
    private final long size;

    /** @throws IOException where the header line is not that of the table; the message names what is missing */
    public CsvTableReader(Table table, Path file) throws IOException {
        this.table = table;
        this.size = Math.max(1, Files.size(file));
        this.records = new CsvRecords(file, ',');
        boolean open = false;
        try {
            CsvRecord first = records.next();
            if (first == null || !first.problem().isEmpty()) {
                throw new IOException(file.getFileName() + " has no header line that can be read");
            }
            header = first.fields();
            places = table.columns().stream().mapToInt(column -> place(column, file)).toArray();
            kinds = table.columns().stream().mapToInt(column -> header.indexOf(column.name() + "_kind")).toArray();
            open = true;
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            if (!open) {
                records.close();
            }
        }
    }

    private int place(Column column, Path file) {
        int place = header.indexOf(column.name());
        if (place < 0 && (!column.optional() || column.type() == ColumnType.VALUE)) {
            throw new IllegalArgumentException(file.getFileName() + " has no column '" + column.name() + "'; its header line has " + header);
        }
        return place;
    }

    @Override
    public ReadRow next() throws IOException {
        CsvRecord record = records.next();
        if (record == null) {
            return null;
        }
        String at = "line " + record.line();
        if (!record.problem().isEmpty()) {
            return ReadRow.bad(at, record.problem(), record.text());
        }
        if (record.fields().size() != header.size()) {
            return ReadRow.bad(at, record.fields().size() + " fields where the header has " + header.size(), record.text());
        }
        Object[] row = new Object[places.length];
        for (int i = 0; i < row.length; i++) {
            try {
                row[i] = value(i, record.fields());
            } catch (IllegalArgumentException e) {
                return ReadRow.bad(at, "column " + table.columns().get(i).name() + ": " + e.getMessage(), record.text());
            }
        }
        return ReadRow.good(at, row, record.text());
    }

    private Object value(int i, List<String> fields) {
        Column column = table.columns().get(i);
        String text = places[i] < 0 ? "" : fields.get(places[i]);
        if (column.type() == ColumnType.VALUE) {
            return CsvValues.parseValue(kinds[i] < 0 ? "double" : fields.get(kinds[i]), text);
        }
        if (text.isEmpty() && column.optional()) {
            return null;
        }
        return CsvValues.parse(column.type(), text);
    }

    @Override
    public double share() {
        return Math.min(1, (double) records.bytes() / size);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
