package org.gemello.energy.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A file of comma-separated values with a header, read line by line. What is wrong is told with file and line. */
public final class Table implements AutoCloseable {
    private final Path file;
    private final BufferedReader reader;
    private final List<String> columns;
    private String[] cells = {};
    private int line = 1;

    /**
     * Opens a file and reads its header.
     *
     * @param known  all columns that may be there
     * @param needed those that must be there
     */
    public Table(Path file, Set<String> known, Set<String> needed) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file");
        }
        this.file = file;
        reader = Files.newBufferedReader(file);
        String header = readLine();
        columns = header == null ? List.of() : Arrays.stream(header.split(",")).map(String::strip).toList();
        for (String column : columns) {
            if (!known.contains(column)) {
                throw close(problem("column '" + column + "' is not known; see --help"));
            }
        }
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw close(problem("the header needs " + column));
            }
        }
    }

    private IOException close(IOException problem) throws IOException {
        reader.close();
        return problem;
    }

    private String readLine() throws IOException {
        try {
            return reader.readLine();
        } catch (MalformedInputException e) {
            throw new IOException(file + ": not text in UTF-8", e);
        }
    }

    /** Goes to the next row; false at the end. Empty lines are passed over. */
    public boolean next() throws IOException {
        for (String text = readLine(); text != null; text = readLine()) {
            line++;
            if (!text.isBlank()) {
                cells = text.split(",", -1);
                if (cells.length != columns.size()) {
                    throw problem(cells.length + " columns, the header has " + columns.size());
                }
                return true;
            }
        }
        return false;
    }

    /** Text of this row; empty where the column or the value is missing. */
    public String text(String column) {
        int place = columns.indexOf(column);
        return place < 0 ? "" : cells[place].strip();
    }

    /** Number of this row; NaN where the column or the value is missing. */
    public double number(String column) throws IOException {
        String text = text(column);
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IOException(problem(column + " is '" + text + "', not a number").getMessage(), e);
        }
    }

    /** Something is wrong with this row. */
    public IOException problem(String message) {
        return new IOException(file + ":" + line + ": " + message);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
