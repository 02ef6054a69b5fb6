package org.gemello.energy.fatigue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/**
 * What a component has borne: cycles over its whole life, and over the ten minutes at hand, each with a rainflow count of its own, so that
 * slow cycles are not lost and ten-minute loads can be compared with those of a load report. Loads are counted in parts of the design's
 * equivalent load. Not thread-safe; some kB.
 */
public final class ComponentLife implements StatePart {
    /** Seconds of a block. */
    public static final double BLOCK = 600;
    /** Swings of less than this share of the design's equivalent load are noise. */
    private static final double GATE = 0.01;
    /** Largest range that has a class of its own, in parts of the design's equivalent load. */
    private static final double SPAN = 4;
    private final Rainflow all = new Rainflow(GATE);
    private final Rainflow recent = new Rainflow(GATE);
    private final RangeMatrix matrix = new RangeMatrix(SPAN, -SPAN, SPAN);
    private final DamageRates rates = new DamageRates();
    /** Sums of range to the power of the exponent, ranges in parts of the design's load. */
    private double weights;
    private double recentWeights;
    private double seconds;
    private double recentSeconds;
    private double lastLoad = Double.NaN;
    /** All damage by the damage of the blocks alone: cycles slower than a block come on top. */
    private double slowCycles = 1;

    /** A load in N m, in order of time. */
    public void load(ComponentDesign design, double value) {
        double part = value / design.curve().reference();
        all.add(part, (range, mean, number) -> count(design, range, mean, number));
        recent.add(part, (range, mean, number) -> recentWeights += weight(design, range, mean, number));
    }

    /** Turns of a shaft under a torque in N m, a share of one or many. */
    public void turns(ComponentDesign design, double torque, double number) {
        double part = Math.abs(torque) / design.curve().reference();
        count(design, part, 0, number);
        recentWeights += weight(design, part, 0, number);
    }

    private void count(ComponentDesign design, double range, double mean, double number) {
        weights += weight(design, range, mean, number);
        matrix.add(range, mean, number);
    }

    private static double weight(ComponentDesign design, double range, double mean, double number) {
        double reference = design.curve().reference();
        return number * Math.pow(design.curve().corrected(range, mean * reference), design.curve().exponent());
    }

    private static double open(ComponentDesign design, Rainflow rainflow) {
        double[] sum = {0};
        rainflow.open((range, mean, number) -> sum[0] += weight(design, range, mean, number));
        return sum[0];
    }

    /** Seconds during which the loads were known. */
    void time(double more) {
        seconds += more;
        recentSeconds += more;
    }

    /** Ends a block; {@code wind} is its mean wind in m/s. */
    void endBlock(ComponentDesign design, double wind) {
        double block = recentWeights + open(design, recent);
        rates.add(wind, damage(design, block) * BLOCK / recentSeconds);
        lastLoad = equivalent(design, block, recentSeconds);
        recent.clear();
        recentWeights = 0;
        recentSeconds = 0;
        slowCycles = rates.sum() > 0 ? Math.max(damage(design) / rates.sum(), 1) : 1;
    }

    private static double damage(ComponentDesign design, double sum) {
        return sum / design.curve().cycles();
    }

    private static double equivalent(ComponentDesign design, double sum, double duration) {
        double equal = duration * design.frequency();
        return duration > 0 ? design.curve().reference() * Math.pow(sum / equal, 1 / design.curve().exponent()) : Double.NaN;
    }

    /** Equivalent load in N m of the last ten minutes; of the running ones before the first have passed, NaN before that. */
    public double shortTermLoad(ComponentDesign design) {
        return hasBlock() ? lastLoad : equivalent(design, recentWeights + open(design, recent), recentSeconds);
    }

    /** True once ten minutes have passed. */
    public boolean hasBlock() {
        return !Double.isNaN(lastLoad);
    }

    /** Equivalent load in N m of all that was counted; NaN before the beginning. */
    public double lifetimeLoad(ComponentDesign design) {
        return equivalent(design, weights + open(design, all), seconds);
    }

    /** Share of the life used up since counting began. */
    public double damage(ComponentDesign design) {
        return damage(design, weights + open(design, all));
    }

    /** Cycles by range and mean, in parts of the design's equivalent load. */
    public RangeMatrix matrix() {
        return matrix;
    }

    /** Damage per second expected in a wind of this class of {@link WindClimate}. */
    public double damageRate(ComponentDesign design, int windClass) {
        return rates.rate(windClass, design.damageRate() * BLOCK) / BLOCK;
    }

    /** @param meanWind of the site in m/s; {@code before} is the damage before counting began */
    public LifeForecast forecast(ComponentDesign design, WindClimate climate, double meanWind, double before) {
        return rates.forecast(climate, meanWind, before + damage(design), design.damageRate() * BLOCK, slowCycles);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        all.write(out);
        recent.write(out);
        matrix.write(out);
        rates.write(out);
        out.writeDouble(weights);
        out.writeDouble(recentWeights);
        out.writeDouble(seconds);
        out.writeDouble(recentSeconds);
        out.writeDouble(lastLoad);
        out.writeDouble(slowCycles);
    }

    @Override
    public void read(DataInput in) throws IOException {
        all.read(in);
        recent.read(in);
        matrix.read(in);
        rates.read(in);
        weights = in.readDouble();
        recentWeights = in.readDouble();
        seconds = in.readDouble();
        recentSeconds = in.readDouble();
        lastLoad = in.readDouble();
        slowCycles = in.readDouble();
    }
}
