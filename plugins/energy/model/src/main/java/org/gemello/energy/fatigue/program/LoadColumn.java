package org.gemello.energy.fatigue.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

/** A column of a file of comma-separated values, read line by line, and the time that it covers where there is a column for that. */
final class LoadColumn {
    private static final String TIME = "time_s";
    private final Path file;
    private final String name;
    private double first = Double.NaN;
    private double last = Double.NaN;

    LoadColumn(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /** @throws IOException where the file is missing or wrong; the message names file, line and cell */
    void read(DoubleConsumer to) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file");
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String header = reader.readLine();
            List<String> columns = header == null ? List.of() : Arrays.stream(header.split(",")).map(String::strip).toList();
            if (!columns.contains(name)) {
                throw new IOException(file + ":1: no column '" + name + "'; there are " + columns);
            }
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                take(line.split(",", -1), columns, file + ":" + number, to);
            }
        } catch (MalformedInputException e) {
            throw new IOException(file + ": not text in UTF-8", e);
        }
    }

    private void take(String[] cells, List<String> columns, String place, DoubleConsumer to) throws IOException {
        if (cells.length != columns.size()) {
            throw new IOException(place + ": " + cells.length + " columns, the header has " + columns.size());
        }
        String cell = cells[columns.indexOf(name)].strip();
        if (columns.contains(TIME)) {
            double time = number(cells[columns.indexOf(TIME)].strip(), TIME, place);
            first = Double.isNaN(first) ? time : first;
            last = time;
        }
        if (!cell.isEmpty()) {
            to.accept(number(cell, name, place));
        }
    }

    private static double number(String cell, String column, String place) throws IOException {
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IOException(place + ": " + column + " is '" + cell + "', not a number", e);
        }
        throw new IOException(place + ": " + column + " is " + cell + ", not a finite number");
    }

    /** Seconds from the first to the last row; NaN where no column tells. */
    double duration() {
        return last - first;
    }
}
