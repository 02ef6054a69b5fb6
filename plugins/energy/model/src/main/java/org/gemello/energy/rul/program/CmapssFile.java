package org.gemello.energy.rul.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.gemello.energy.rul.EngineRun;

/**
 * Text files of NASA C-MAPSS, plain or gzip: per line unit, cycle, three settings, 21 sensors, separated by blanks (readme.txt of
 * the data set). Cycles of a unit follow each other without a gap.
 */
final class CmapssFile {
    private static final int COLUMNS = 26;
    private static final int FIRST_SENSOR = 5;
    private static final int MOST_LINES = 1_000_000;

    private CmapssFile() {
    }

    static List<EngineRun> runs(Path file) throws IOException {
        Map<Integer, List<double[]>> units = new TreeMap<>();
        int number = 0;
        for (double[] row : rows(file, COLUMNS)) {
            number++;
            List<double[]> cycles = units.computeIfAbsent((int) row[0], unit -> new ArrayList<>());
            if (row[1] != cycles.size() + 1) {
                throw new IOException(file + ", row " + number + ": unit " + (int) row[0] + " goes from cycle " + cycles.size()
                    + " to " + (int) row[1]);
            }
            cycles.add(Arrays.copyOfRange(row, FIRST_SENSOR, COLUMNS));
        }
        return units.entrySet().stream().map(unit -> new EngineRun(unit.getKey(), unit.getValue())).toList();
    }

    /** True remaining life of each test unit in order, cycles. */
    static double[] truth(Path file) throws IOException {
        return rows(file, 1).stream().mapToDouble(row -> row[0]).toArray();
    }

    private static List<double[]> rows(Path file, int columns) throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    rows.add(row(line, columns, file + ", line " + (rows.size() + 1)));
                }
                if (rows.size() > MOST_LINES) {
                    throw new IOException(file + " has more than " + MOST_LINES + " lines");
                }
            }
        }
        if (rows.isEmpty()) {
            throw new IOException(file + " is empty");
        }
        return rows;
    }

    private static double[] row(String line, int columns, String place) throws IOException {
        String[] words = line.strip().split("\\s+");
        if (words.length != columns) {
            throw new IOException(place + ": " + words.length + " columns, " + columns + " expected");
        }
        double[] row = new double[columns];
        for (int c = 0; c < columns; c++) {
            try {
                row[c] = Double.parseDouble(words[c]);
            } catch (NumberFormatException e) {
                throw new IOException(place + ": '" + words[c] + "' is not a number", e);
            }
            if (!Double.isFinite(row[c])) {
                throw new IOException(place + ": column " + (c + 1) + " is not finite");
            }
        }
        return row;
    }

    private static InputStream open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file");
        }
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }
}
