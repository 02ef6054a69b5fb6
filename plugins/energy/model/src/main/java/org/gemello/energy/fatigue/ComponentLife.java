package org.gemello.energy.fatigue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a component has borne: cycles over its whole life, and over the ten minutes at hand, each with a rainflow count of its own, so that
 * slow cycles are not lost and ten-minute loads can be compared with those of a load report. Not thread-safe; some kB.
 */
public final class ComponentLife {
    /** Seconds of a block. */
    public static final double BLOCK = 600;
    private final ComponentDesign design;
    private final Rainflow all;
    private final Rainflow recent;
    private final RangeMatrix matrix;
    private final DamageRates rates = new DamageRates();
    private double weights;
    private double recentWeights;
    private double recentSeconds;
    private double seconds;
    private double lastLoad = Double.NaN;
    /** All damage by the damage of the blocks alone: cycles slower than a block come on top. */
    private double slowCycles = 1;

    public ComponentLife(ComponentDesign design) {
        this.design = design;
        all = design.rainflow();
        recent = design.rainflow();
        matrix = design.matrix();
    }

    /** A load in N m, in order of time. */
    public void load(double value) {
        all.add(value, this::count);
        recent.add(value, this::countRecent);
    }

    /** Turns of a shaft under a torque in N m, a share of one or many. */
    public void turns(double torque, double number) {
        count(Math.abs(torque), 0, number);
        countRecent(Math.abs(torque), 0, number);
    }

    private void count(double range, double mean, double number) {
        weights += design.curve().weight(range, mean, number);
        matrix.add(range, mean, number);
    }

    private void countRecent(double range, double mean, double number) {
        recentWeights += design.curve().weight(range, mean, number);
    }

    /** Seconds during which the loads were known. */
    public void time(double more) {
        seconds += more;
        recentSeconds += more;
    }

    /** Ends a block. @param wind its mean wind in m/s */
    void endBlock(double wind) {
        double block = recentWithOpen();
        rates.add(wind, design.curve().damage(block) * BLOCK / recentSeconds);
        lastLoad = equivalent(block, recentSeconds);
        recent.clear();
        recentWeights = 0;
        recentSeconds = 0;
        slowCycles = rates.sum() > 0 ? Math.max(damage() / rates.sum(), 1) : 1;
    }

    private double recentWithOpen() {
        return recentWeights + openWeights(recent);
    }

    private double openWeights(Rainflow rainflow) {
        double[] open = {0};
        rainflow.open((range, mean, number) -> open[0] += design.curve().weight(range, mean, number));
        return open[0];
    }

    private double equivalent(double sum, double duration) {
        return duration > 0 ? design.curve().equivalentLoad(sum, duration * design.frequency()) : Double.NaN;
    }

    /** Equivalent load in N m of the last ten minutes; of the running ones before the first have passed, NaN before that. */
    public double shortTermLoad() {
        return Double.isNaN(lastLoad) ? equivalent(recentWithOpen(), recentSeconds) : lastLoad;
    }

    /** True once ten minutes have passed. */
    public boolean hasBlock() {
        return !Double.isNaN(lastLoad);
    }

    /** Equivalent load in N m of all that was counted; NaN before the beginning. */
    public double lifetimeLoad() {
        return equivalent(weights + openWeights(all), seconds);
    }

    /** Share of the life used up since counting began. */
    public double damage() {
        return design.curve().damage(weights + openWeights(all));
    }

    /** Cycles by range and mean. */
    public RangeMatrix matrix() {
        return matrix;
    }

    /** Damage per second expected in a wind of this class of {@link WindClimate}. */
    public double damageRate(int windClass) {
        return rates.rate(windClass, design.damageRate() * BLOCK) / BLOCK;
    }

    /** @param before damage before counting began */
    public LifeForecast forecast(WindClimate climate, double before) {
        return rates.forecast(climate, before + damage(), design.damageRate() * BLOCK, slowCycles);
    }

    public void write(DataOutput out) throws IOException {
        all.write(out);
        recent.write(out);
        matrix.write(out);
        rates.write(out);
        out.writeDouble(weights);
        out.writeDouble(recentWeights);
        out.writeDouble(recentSeconds);
        out.writeDouble(seconds);
        out.writeDouble(lastLoad);
        out.writeDouble(slowCycles);
    }

    public void read(DataInput in) throws IOException {
        all.read(in);
        recent.read(in);
        matrix.read(in);
        rates.read(in);
        weights = in.readDouble();
        recentWeights = in.readDouble();
        recentSeconds = in.readDouble();
        seconds = in.readDouble();
        lastLoad = in.readDouble();
        slowCycles = in.readDouble();
    }
}
