package org.gemello.connector.push.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.NoSuchElementException;
import org.gemello.api.Quality;
import org.gemello.api.connection.Pushable.Row;
import org.gemello.connector.SourceTime;

/**
 * Reads CSV (RFC 4180) with a header, a line at a time: either a name and a value in each line, or a time and a column for each name.
 * A line that is wrong is told and passed over; a text that is not CSV ends the reading.
 */
final class CsvRows implements Closeable {
    private static final int MOST_COLUMNS = 10_000;
    private static final CsvMapper CSV = CsvMapper.builder(CsvFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(1 << 16).build()).build())
            .enable(CsvParser.Feature.WRAP_AS_ARRAY).enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();
    private final CsvFormat format;
    private final MappingIterator<List<String>> lines;
    private final List<String> header;
    private final int time;
    private final int name;
    private final int value;
    private final int quality;

    /** @throws IOException where it cannot be read, or its header does not fit the format; the message says what is missing */
    CsvRows(Reader text, CsvFormat format) throws IOException {
        this.format = format;
        lines = CSV.readerForListOf(String.class).with(CsvSchema.emptySchema().withColumnSeparator(format.separator())).readValues(text);
        header = next("the header").stream().map(column -> column.replace("\uFEFF", "").trim()).toList();
        time = header.indexOf(format.timeColumn());
        name = header.indexOf(format.nameColumn());
        value = header.indexOf(format.valueColumn());
        quality = header.indexOf(format.qualityColumn());
        check();
    }

    private void check() throws IOException {
        if (header.size() > MOST_COLUMNS) {
            throw new IOException("line 1: there are " + header.size() + " columns, at most " + MOST_COLUMNS + " are read");
        }
        if (name >= 0 && value < 0) {
            throw new IOException("line 1: there is a column '" + format.nameColumn() + "' but none '" + format.valueColumn()
                    + "'; the columns are " + header);
        }
        if (time < 0 && name < 0) {
            throw new IOException("line 1: there is no column '" + format.timeColumn() + "' and none '" + format.nameColumn()
                    + "'; the columns are " + header);
        }
    }

    /** Names in the header that are columns of values; empty where names stand in a column of their own. */
    List<String> names() {
        return name >= 0 ? List.of() : header.stream().filter(this::isValue).toList();
    }

    private boolean isValue(String column) {
        return !column.equals(format.timeColumn()) && !column.equals(format.qualityColumn());
    }

    /** @throws IOException where what follows is not CSV; the message says where */
    boolean hasNext() throws IOException {
        try {
            return lines.hasNextValue();
        } catch (JsonProcessingException e) {
            throw new IOException(place() + ": not CSV: " + e.getOriginalMessage(), e);
        }
    }

    void skipLine() throws IOException {
        next("a line");
    }

    /** Reads a line. */
    void readLine(RowSink sink) throws IOException {
        List<String> cells = next("a line");
        String place = place();
        if (cells.size() > header.size()) {
            sink.refused(place, "there are " + cells.size() + " cells under " + header.size() + " columns");
            return;
        }
        try {
            long at = time < 0 || cell(cells, time).isEmpty() ? 0 : SourceTime.parse(cell(cells, time));
            Quality of = quality < 0 || cell(cells, quality).isEmpty() ? Quality.GOOD : new Quality(Long.decode(cell(cells, quality)).intValue());
            if (name >= 0) {
                sink.row(new Row(cell(cells, name), value(cell(cells, value)), at, of), place);
                return;
            }
            for (int column = 0; column < cells.size(); column++) {
                if (isValue(header.get(column)) && !cell(cells, column).isEmpty()) {
                    sink.row(new Row(header.get(column), value(cell(cells, column)), at, of), place);
                }
            }
        } catch (NumberFormatException e) {
            sink.refused(place, "'" + cell(cells, quality) + "' is not an OPC UA status code, such as 0 or 0x80310000");
        } catch (IllegalArgumentException e) {
            sink.refused(place, "'" + cell(cells, time) + "' " + e.getMessage());
        }
    }

    private List<String> next(String what) throws IOException {
        try {
            return lines.nextValue();
        } catch (NoSuchElementException e) {
            throw new IOException(what + " is missing: the text is empty", e);
        } catch (JsonProcessingException e) {
            throw new IOException(place() + ": not CSV: " + e.getOriginalMessage(), e);
        }
    }

    private String place() {
        return "line " + Math.max(1, lines.getCurrentLocation().getLineNr() - 1);
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() && cells.get(column) != null ? cells.get(column).trim() : "";
    }

    /** A number, true or false, else the text itself; nothing for an empty cell. */
    private Object value(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
            return Boolean.valueOf(cell);
        }
        try {
            return Double.valueOf(format.decimal() == '.' ? cell : cell.replace(format.decimal(), '.'));
        } catch (NumberFormatException notANumber) {
            return cell;
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
