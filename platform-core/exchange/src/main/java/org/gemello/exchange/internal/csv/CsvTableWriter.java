package org.gemello.exchange.internal.csv;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gemello.api.ValueKind;
import org.gemello.exchange.internal.table.Column;
import org.gemello.exchange.internal.table.ColumnType;
import org.gemello.exchange.internal.table.Table;
import org.gemello.exchange.internal.table.TableWriter;

/**
 * A table as CSV after RFC 4180: UTF-8 without byte order mark, header line, lines end in CR LF, decimal point. A VALUE takes two
 * columns, {@code NAME_kind} and {@code NAME}. Texts are written as they are: one that begins with {@code =} is data, not a formula,
 * and whoever opens the file in a spreadsheet must import its columns as text.
 */
public final class CsvTableWriter implements TableWriter {
    private final Table table;
    private final BufferedOutputStream out;
    private final StringBuilder line = new StringBuilder(256);
    private long bytes;

    /** Makes the file and writes the header line. */
    public CsvTableWriter(Table table, Path path) throws IOException {
        this.table = table;
        out = new BufferedOutputStream(new FileOutputStream(path.toFile()), 1 << 16);
        header(table).forEach(this::text);
        endLine();
    }

    /** The columns of the file. */
    static List<String> header(Table table) {
        List<String> names = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.type() == ColumnType.VALUE) {
                names.add(column.name() + "_kind");
            }
            names.add(column.name());
        }
        return names;
    }

    @Override
    public void write(Object... row) throws IOException {
        for (int i = 0; i < row.length; i++) {
            if (table.columns().get(i).type() == ColumnType.VALUE) {
                text(CsvValues.kind(row[i]).name().toLowerCase(Locale.ROOT));
                value(row[i]);
            } else {
                field(table.columns().get(i).type(), row[i]);
            }
        }
        endLine();
    }

    private void value(Object value) {
        if (CsvValues.kind(value) == ValueKind.TEXT) {
            text((String) value);
        } else {
            plain(value == null ? "" : value.toString());
        }
    }

    private void field(ColumnType type, Object value) {
        if (value == null) {
            plain("");
        } else if (type == ColumnType.TIME) {
            plain(CsvValues.time((Instant) value));
        } else if (type == ColumnType.STATUS) {
            plain(CsvValues.status((Integer) value));
        } else {
            text(value.toString());
        }
    }

    /** A field that may have anything in it. */
    private void text(String text) {
        boolean quoted = text.isEmpty();
        for (int i = 0; i < text.length() && !quoted; i++) {
            char c = text.charAt(i);
            quoted = c == '"' || c == ',' || c == '\n' || c == '\r';
        }
        plain(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }

    private void plain(String text) {
        line.append(text).append(',');
    }

    private void endLine() throws IOException {
        line.setLength(line.length() - 1);
        byte[] encoded = line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        out.write(encoded);
        bytes += encoded.length;
        line.setLength(0);
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
