package org.gemello.energy.turbine.type;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated tables: lines that start with {@code #} are remarks, the first other line is the header. */
final class Csv {
    private static final int MOST_ROWS = 100_000;

    /** One row, with its place for messages. */
    record Row(String place, String[] cells) {
        String text(int column) {
            return cells[column];
        }

        double number(int column, String name, double low, double high) throws IOException {
            try {
                double value = Double.parseDouble(cells[column]);
                if (value >= low && value <= high) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IOException(place + ": " + name + " is '" + cells[column] + "', it must be a number", e);
            }
            throw new IOException(place + ": " + name + " is " + cells[column] + ", it must be from " + low + " to " + high);
        }
    }

    private Csv() {
    }

    /** @throws IOException where header or columns are wrong; the message names file and line */
    static List<Row> read(String text, String file, String header) throws IOException {
        String[] lines = text.split("\\R", -1);
        int columns = header.split(",").length;
        List<Row> rows = new ArrayList<>();
        boolean headed = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            String place = file + ":" + (i + 1);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!headed) {
                if (!line.equals(header)) {
                    throw new IOException(place + ": the header is '" + line + "', it must be '" + header + "'");
                }
                headed = true;
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells.length != columns) {
                throw new IOException(place + ": " + cells.length + " columns, the header has " + columns);
            }
            if (rows.size() == MOST_ROWS) {
                throw new IOException(place + ": more than " + MOST_ROWS + " rows");
            }
            rows.add(new Row(place, cells));
        }
        if (rows.isEmpty()) {
            throw new IOException(file + ": no rows below a header '" + header + "'");
        }
        return rows;
    }
}
