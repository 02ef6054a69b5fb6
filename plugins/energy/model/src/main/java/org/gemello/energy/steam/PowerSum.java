package org.gemello.energy.steam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sum of n x^I y^J over a coefficient table, with its first derivatives: the form of every basic equation of IAPWS-IF97. */
final class PowerSum {
    private final int[] i;
    private final int[] j;
    private final double[] n;

    /** @param part name of the part in the first column of {@code if97.csv} */
    PowerSum(String part) {
        List<String[]> rows = rows(part);
        i = rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray();
        j = rows.stream().mapToInt(row -> Integer.parseInt(row[2])).toArray();
        n = rows.stream().mapToDouble(row -> Double.parseDouble(row[3])).toArray();
    }

    /** Value and derivatives with respect to x and y; {@code x} and {@code y} are not zero. */
    Terms at(double x, double y) {
        double value = 0;
        double byX = 0;
        double byY = 0;
        for (int k = 0; k < n.length; k++) {
            double term = n[k] * Math.pow(x, i[k]) * Math.pow(y, j[k]);
            value += term;
            byX += i[k] * term;
            byY += j[k] * term;
        }
        return new Terms(value, byX / x, byY / y);
    }

    /** Value and first derivatives of a dimensionless function. */
    record Terms(double value, double byX, double byY) {
        Terms plus(Terms other) {
            return new Terms(value + other.value, byX + other.byX, byY + other.byY);
        }
    }

    private static List<String[]> rows(String part) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PowerSum.class.getResourceAsStream("if97.csv"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",")).filter(row -> row[0].equals(part))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the coefficients of IAPWS-IF97 cannot be read from the bundle", e);
        }
    }
}
