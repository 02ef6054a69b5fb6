package org.gemello.exchange.internal.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import org.gemello.api.exchange.CsvMapping;
import org.gemello.exchange.internal.csv.CsvRecords.CsvRecord;
import org.gemello.exchange.internal.table.ReadRow;
import org.gemello.exchange.internal.table.Table;
import org.gemello.exchange.internal.table.TableReader;

/** Reads a CSV file of somebody else as rows of {@link Table#SAMPLES}: one for each mapped field that is not empty. */
public final class MappedCsvReader implements TableReader {
    private final CsvMapping mapping;
    private final CsvTime times;
    private final CsvRecords records;
    private final List<String> header;
    private final int timePlace;
    private final int[] places;
    private final long size;
    private final ArrayDeque<ReadRow> rows = new ArrayDeque<>();

    /** @throws IOException where a column of the mapping is not in the header line */
    public MappedCsvReader(CsvMapping mapping, Path file) throws IOException {
        this.mapping = mapping;
        this.times = new CsvTime(mapping.timeFormat(), mapping.zone());
        this.size = Math.max(1, Files.size(file));
        this.records = new CsvRecords(file, mapping.separator());
        boolean open = false;
        try {
            CsvRecord first = records.next();
            if (first == null || !first.problem().isEmpty()) {
                throw new IOException(file.getFileName() + " has no header line that can be read");
            }
            header = first.fields().stream().map(String::strip).toList();
            timePlace = place(mapping.timeColumn());
            places = mapping.columns().stream().mapToInt(column -> place(column.name())).toArray();
            open = true;
        } catch (IllegalArgumentException e) {
            throw new IOException(file.getFileName() + ": " + e.getMessage(), e);
        } finally {
            if (!open) {
                records.close();
            }
        }
    }

    private int place(String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("there is no column '" + name + "'; the header line has " + header);
        }
        return place;
    }

    @Override
    public ReadRow next() throws IOException {
        while (rows.isEmpty()) {
            CsvRecord record = records.next();
            if (record == null) {
                return null;
            }
            expand(record);
        }
        return rows.poll();
    }

    private void expand(CsvRecord record) {
        String at = "line " + record.line();
        List<String> fields = record.fields();
        String problem = !record.problem().isEmpty() ? record.problem()
                : fields.size() != header.size() ? fields.size() + " fields where the header has " + header.size() : "";
        if (!problem.isEmpty()) {
            rows.add(ReadRow.bad(at, problem, record.text()));
            return;
        }
        Instant time;
        try {
            time = times.parse(fields.get(timePlace));
        } catch (IllegalArgumentException e) {
            rows.add(ReadRow.bad(at, "column " + mapping.timeColumn() + ": " + e.getMessage(), record.text()));
            return;
        }
        for (int i = 0; i < places.length; i++) {
            if (!fields.get(places[i]).isEmpty()) {
                rows.add(row(at, time, mapping.columns().get(i), fields.get(places[i]), record.text()));
            }
        }
    }

    private ReadRow row(String at, Instant time, CsvMapping.Column column, String field, String text) {
        try {
            String plain = mapping.decimal() == ',' ? field.replace(',', '.') : field;
            Object value = switch (column.kind()) {
                case DOUBLE -> CsvValues.parseDouble(plain);
                case TEXT -> field;
                default -> CsvValues.parseValue(column.kind().name().toLowerCase(Locale.ROOT), field);
            };
            return ReadRow.good(at, new Object[] {column.definition().id().toString(), time, value, column.definition().unit(), null, null, null, null},
                    text);
        } catch (IllegalArgumentException e) {
            return ReadRow.bad(at, "column " + column.name() + ": " + e.getMessage(), text);
        }
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
