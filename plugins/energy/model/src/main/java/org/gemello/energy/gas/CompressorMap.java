package org.gemello.energy.gas;

import java.util.Arrays;
import java.util.List;

/**
 * Compressor map on beta lines, bilinear between corrected speed (0.7 to 1.1) and beta (0 choke, 1 surge), all relative to the
 * design point (J. Kurzke, How to get component maps for aircraft gas turbine performance calculations, ASME 96-GT-164). Outside
 * of the map it is continued straight for half a step only, so that a search does not stall at its edge.
 */
public final class CompressorMap {
    private final double[] speeds;
    private final double[] betas;
    private final double[][][] values;

    private CompressorMap(List<String[]> rows) {
        double[][] numbers = rows.stream()
            .map(row -> Arrays.stream(row).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
        speeds = Arrays.stream(numbers).mapToDouble(row -> row[0]).distinct().toArray();
        betas = Arrays.stream(numbers).mapToDouble(row -> row[1]).distinct().toArray();
        values = new double[speeds.length][betas.length][];
        for (int k = 0; k < numbers.length; k++) {
            values[k / betas.length][k % betas.length] = Arrays.copyOfRange(numbers[k], 2, 5);
        }
    }

    /** The generic map of this package. */
    public static CompressorMap generic() {
        return new CompressorMap(Table.rows("compressor.csv"));
    }

    /** The point of the map, relative to design. */
    public Point at(double speed, double beta) {
        if (!(speed >= speeds[0] && speed <= speeds[speeds.length - 1])) {
            throw new IllegalArgumentException("corrected speed of " + speed + " is outside of the compressor map, "
                + speeds[0] + " to " + speeds[speeds.length - 1]);
        }
        int s = cell(speeds, speed);
        int b = cell(betas, beta);
        double x = (speed - speeds[s]) / (speeds[s + 1] - speeds[s]);
        double y = Math.max(-0.5, Math.min(1.5, (beta - betas[b]) / (betas[b + 1] - betas[b])));
        double[] point = new double[3];
        for (int k = 0; k < point.length; k++) {
            point[k] = (1 - x) * ((1 - y) * values[s][b][k] + y * values[s][b + 1][k])
                + x * ((1 - y) * values[s + 1][b][k] + y * values[s + 1][b + 1][k]);
        }
        return new Point(point[0], point[1], point[2]);
    }

    private static int cell(double[] axis, double value) {
        int k = 0;
        while (k < axis.length - 2 && value > axis[k + 1]) {
            k++;
        }
        return k;
    }

    /** Corrected flow, pressure rise (ratio less one) and isentropic efficiency, each relative to design. */
    public record Point(double flow, double rise, double efficiency) {
    }
}
