package org.gemello.energy.fatigue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Damage per ten minutes, by the wind they had: number, sum and sum of squares per class of {@link WindClimate}. Not thread-safe.
 *
 * <p>Forecast: the rate is the mean of the classes' rates weighted with the shares of the wind. A class counts, besides what was seen, an
 * hour of the design's rate, and that is off by as much as itself (one standard deviation): winds never seen are neither free nor certain.
 * Variance of the rate = sum of share squared x variance of the class mean, plus the variance of the shares (multinomial): spread of the
 * class rates / independent samples of weather. Ten-minute damages within a class count as independent.
 */
public final class DamageRates {
    private static final double PRIOR_BLOCKS = 6;
    private final double[] blocks = new double[WindClimate.CLASSES];
    private final double[] sums = new double[WindClimate.CLASSES];
    private final double[] squares = new double[WindClimate.CLASSES];

    void add(double wind, double damage) {
        int place = WindClimate.place(wind);
        blocks[place]++;
        sums[place] += damage;
        squares[place] += damage * damage;
    }

    /** Damage per ten minutes expected in a class of wind; {@code design} is that of the design. */
    public double rate(int place, double design) {
        return (sums[place] + PRIOR_BLOCKS * design) / (blocks[place] + PRIOR_BLOCKS);
    }

    private double variance(int place, double design) {
        double number = blocks[place] + PRIOR_BLOCKS;
        double mean = rate(place, design);
        double scatter = squares[place] - 2 * mean * sums[place] + blocks[place] * mean * mean;
        double assumed = PRIOR_BLOCKS * design;
        return (Math.max(scatter, 0) + assumed * assumed) / number / number;
    }

    /** Damage of all blocks. */
    double sum() {
        double sum = 0;
        for (double each : sums) {
            sum += each;
        }
        return sum;
    }

    /**
     * @param meanWind of the site in m/s
     * @param damage used up so far, with what closed over more than one block
     * @param design damage per ten minutes of the design
     * @param scale  from damage of blocks to all damage, 1 or more
     */
    LifeForecast forecast(WindClimate climate, double meanWind, double damage, double design, double scale) {
        double rate = 0;
        double square = 0;
        double variance = 0;
        for (int i = 0; i < WindClimate.CLASSES; i++) {
            double share = climate.share(i, meanWind);
            rate += share * rate(i, design);
            square += share * rate(i, design) * rate(i, design);
            variance += share * share * variance(i, design);
        }
        variance += (square - rate * rate) / climate.independent();
        double perYear = scale * ComponentDesign.SECONDS_PER_YEAR / ComponentLife.BLOCK;
        return LifeForecast.of(damage, rate * perYear, variance * perYear * perYear);
    }

    public void write(DataOutput out) throws IOException {
        for (int i = 0; i < WindClimate.CLASSES; i++) {
            out.writeDouble(blocks[i]);
            out.writeDouble(sums[i]);
            out.writeDouble(squares[i]);
        }
    }

    public void read(DataInput in) throws IOException {
        for (int i = 0; i < WindClimate.CLASSES; i++) {
            blocks[i] = in.readDouble();
            sums[i] = in.readDouble();
            squares[i] = in.readDouble();
        }
    }
}
