package org.gemello.energy.rotor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/**
 * Power coefficient of a rotor over tip-speed ratio and pitch, on an even grid, bilinear between its points. Beyond the grid its
 * edge counts.
 */
public final class RotorTable {
    private final double[] ratios;
    private final double[] pitches;
    private final double[][] power;

    private RotorTable(double[] ratios, double[] pitches, double[][] power) {
        this.ratios = ratios;
        this.pitches = pitches;
        this.power = power;
    }

    /** Fills a grid. Ratios without unit and pitches in degrees, both rising in even steps. */
    public static RotorTable compute(double[] ratios, double[] pitches, DoubleBinaryOperator coefficient) {
        double[][] power = new double[ratios.length][pitches.length];
        for (int i = 0; i < ratios.length; i++) {
            for (int j = 0; j < pitches.length; j++) {
                power[i][j] = coefficient.applyAsDouble(ratios[i], pitches[j]);
            }
        }
        return new RotorTable(ratios.clone(), pitches.clone(), power);
    }

    /**
     * Reads comma-separated text: lines that start with {@code #} are remarks, the first other line holds a word and the pitches
     * in degrees, each further line a tip-speed ratio and its coefficients.
     *
     * @throws IOException where the table is broken; the message names the line
     */
    public static RotorTable read(InputStream in, String name) throws IOException {
        List<double[]> rows = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.startsWith("#") && !line.isBlank()) {
                rows.add(row(line, rows, name + ":" + number));
            }
        }
        if (rows.size() < 3 || rows.get(0).length < 3) {
            throw new IOException(name + ": a rotor table needs two pitches and two tip-speed ratios at least");
        }
        double[] pitches = Arrays.copyOfRange(rows.get(0), 1, rows.get(0).length);
        List<double[]> body = rows.subList(1, rows.size());
        return new RotorTable(body.stream().mapToDouble(r -> r[0]).toArray(), pitches,
                body.stream().map(r -> Arrays.copyOfRange(r, 1, r.length)).toArray(double[][]::new));
    }

    private static double[] row(String line, List<double[]> before, String place) throws IOException {
        String[] words = line.split(",");
        if (!before.isEmpty() && words.length != before.get(0).length) {
            throw new IOException(place + ": " + words.length + " columns, the first line has " + before.get(0).length);
        }
        double[] row = new double[words.length];
        try {
            for (int i = before.isEmpty() ? 1 : 0; i < words.length; i++) {
                row[i] = Double.parseDouble(words[i].trim());
            }
        } catch (NumberFormatException e) {
            throw new IOException(place + ": not a number: " + e.getMessage(), e);
        }
        return row;
    }

    /** The table as the text that {@link #read} takes, without remarks. */
    public String text() {
        StringBuilder text = new StringBuilder("tsr");
        Arrays.stream(pitches).forEach(pitch -> text.append(String.format(Locale.ROOT, ",%.4g", pitch)));
        for (int i = 0; i < ratios.length; i++) {
            text.append(String.format(Locale.ROOT, "%n%.4g", ratios[i]));
            Arrays.stream(power[i]).forEach(value -> text.append(String.format(Locale.ROOT, ",%.4f", value)));
        }
        return text.append(System.lineSeparator()).toString();
    }

    /**
     * @param tipSpeedRatio tip speed by wind speed
     * @param pitch         in degrees, positive towards feather
     * @return power coefficient, without unit
     */
    public double powerCoefficient(double tipSpeedRatio, double pitch) {
        double row = place(ratios, tipSpeedRatio);
        double column = place(pitches, pitch);
        int i = Math.min((int) row, ratios.length - 2);
        int j = Math.min((int) column, pitches.length - 2);
        double low = power[i][j] + (column - j) * (power[i][j + 1] - power[i][j]);
        double high = power[i + 1][j] + (column - j) * (power[i + 1][j + 1] - power[i + 1][j]);
        return low + (row - i) * (high - low);
    }

    private static double place(double[] grid, double value) {
        double place = (value - grid[0]) / (grid[1] - grid[0]);
        return Math.min(Math.max(place, 0), grid.length - 1.0);
    }
}
