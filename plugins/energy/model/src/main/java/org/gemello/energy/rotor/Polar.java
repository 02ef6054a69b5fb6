package org.gemello.energy.rotor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lift and drag coefficients of an airfoil over the angle of attack from -180 to 180 degrees, linear between the points given. */
public final class Polar {
    private final double[] alpha;
    private final double[] lift;
    private final double[] drag;

    /** Coefficients at an angle of attack, without unit. */
    public record Coefficients(double lift, double drag) {
    }

    private Polar(List<double[]> rows) {
        alpha = rows.stream().mapToDouble(row -> Math.toRadians(row[0])).toArray();
        lift = rows.stream().mapToDouble(row -> row[1]).toArray();
        drag = rows.stream().mapToDouble(row -> row[2]).toArray();
    }

    /**
     * Reads the table of an AeroDyn 15 airfoil file: after the line with {@code NumAlf} and comment lines that start with
     * {@code !}, rows of angle in degrees, lift, drag and more.
     *
     * @throws IOException where the file cannot be read or its table is broken; the message names file and line
     */
    public static Polar read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int expected = -1;
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).trim().split("\\s+");
            if (expected < 0) {
                expected = words.length > 1 && words[1].equals("NumAlf") ? (int) number(words, 0, file, i) : -1;
            } else if (!words[0].startsWith("!") && rows.size() < expected) {
                rows.add(new double[] {number(words, 0, file, i), number(words, 1, file, i), number(words, 2, file, i)});
                if (rows.size() > 1 && rows.get(rows.size() - 2)[0] >= rows.get(rows.size() - 1)[0]) {
                    throw new IOException(file + ":" + (i + 1) + ": the angles of attack must rise");
                }
            }
        }
        if (rows.size() < 2 || rows.size() != expected) {
            throw new IOException(file + ": NumAlf promises " + expected + " rows, found " + rows.size());
        }
        return new Polar(rows);
    }

    private static double number(String[] words, int column, Path file, int line) throws IOException {
        try {
            return Double.parseDouble(words[column]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(file + ":" + (line + 1) + ": no number in column " + (column + 1), e);
        }
    }

    /** @param angle angle of attack in rad; beyond the table its end counts */
    public Coefficients at(double angle) {
        int found = Arrays.binarySearch(alpha, angle);
        int upper = Math.min(Math.max(found < 0 ? -found - 1 : found, 1), alpha.length - 1);
        double share = Math.min(Math.max((angle - alpha[upper - 1]) / (alpha[upper] - alpha[upper - 1]), 0), 1);
        return new Coefficients(lift[upper - 1] + share * (lift[upper] - lift[upper - 1]),
                drag[upper - 1] + share * (drag[upper] - drag[upper - 1]));
    }
}
