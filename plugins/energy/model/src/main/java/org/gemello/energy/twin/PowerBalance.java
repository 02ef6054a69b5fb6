package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.rotor.Rotor;
import org.gemello.energy.rotor.RotorLoads;
import org.gemello.energy.signal.StatePart;
import org.gemello.energy.turbine.GearHeat;
import org.gemello.energy.turbine.TurbineDesign;

/**
 * Ten seconds of the balance of a turbine: power that the air gives at measured wind, speed and pitch, against what the generator takes
 * and what goes into the turning masses; moments at the roots of the blades; heat of the gearbox. It holds in every region of operation
 * and under every command, whatever the controller does.
 */
final class PowerBalance implements StatePart {
    static final int SECONDS = 10;
    private static final int COLUMNS = 3;
    private static final double NANOS = 1e-9;
    /** A longer gap between two seconds begins the window anew. */
    private static final double MOST_GAP = 2.5;
    private final double[] samples = new double[SECONDS * COLUMNS];
    private final double[] corrections = new double[DriftSecond.BLADES];
    private final double[] moments = new double[DriftSecond.BLADES];
    private int filled;
    private double energy;
    private double firstSpeed;
    private double lastSpeed;
    private double firstOil;
    private double lastOil;
    private double above;
    private long begin;
    private long last = Long.MIN_VALUE;

    /** @return true where the window is full: it can be asked until the next call */
    boolean add(DriftSecond second) {
        double gap = (second.time() - last) * NANOS;
        if (filled == SECONDS || last == Long.MIN_VALUE || !(gap > 0 && gap < MOST_GAP)) {
            begin(second);
        } else {
            samples[filled * COLUMNS] = second.wind();
            samples[filled * COLUMNS + 1] = (second.speed() + lastSpeed) / 2;
            samples[filled * COLUMNS + 2] = second.pitch();
            energy += second.power() * gap;
            above += (second.oil() - second.outside()) / SECONDS;
            for (int i = 0; i < moments.length; i++) {
                moments[i] += second.rootMoments()[i] / SECONDS;
                corrections[i] += second.corrections()[i] / SECONDS;
            }
            filled++;
        }
        last = second.time();
        lastSpeed = second.speed();
        lastOil = second.oil();
        return filled == SECONDS;
    }

    private void begin(DriftSecond second) {
        filled = 0;
        energy = 0;
        above = 0;
        firstSpeed = second.speed();
        firstOil = second.oil();
        begin = second.time();
        for (int i = 0; i < moments.length; i++) {
            moments[i] = 0;
            corrections[i] = 0;
        }
    }

    /** Forgets what it has. */
    void interrupt() {
        last = Long.MIN_VALUE;
    }

    private double time() {
        return (last - begin) * NANOS;
    }

    /** Mean power in W at the generator's shaft. */
    private double shaft(TurbineDesign design) {
        return energy / design.driveTrain().generatorEfficiency() / time();
    }

    /** Mean power in W that the rotor has given: electrical by efficiency, and what went into the turning masses. */
    double given(TurbineDesign design) {
        return shaft(design) + design.driveTrain().inertia() * (lastSpeed * lastSpeed - firstSpeed * firstSpeed) / 2 / time();
    }

    /** Mean root moment of a blade in N m; NaN without sensor. */
    double moment(int blade) {
        return moments[blade];
    }

    /** Power in W that the gearbox turns into heat beyond what a sound one does; NaN without sensor. */
    double heat(TurbineDesign design) {
        return GearHeat.of(design).friction(lastOil - firstOil, above, shaft(design), time());
    }

    /**
     * Mean power in W that the air should have given to this rotor.
     *
     * @param density of the air in kg/m3
     * @param blades  what the blades differ from their mean, in rad
     */
    double expected(Rotor rotor, double density, double[] blades, RotorLoads loads) {
        double sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            double torque = 0;
            for (int blade = 0; blade < DriftSecond.BLADES; blade++) {
                if (blade == 0 || differs(blades, blade)) {
                    solve(rotor, density, blades, i, blade, loads);
                }
                torque += loads.torque() / DriftSecond.BLADES;
            }
            sum += torque * samples[i * COLUMNS + 1];
        }
        return sum / SECONDS;
    }

    /** Mean root moment of a blade in N m that is to be expected of this rotor. */
    double expectedMoment(Rotor rotor, double density, double[] blades, int blade, RotorLoads loads) {
        double sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            solve(rotor, density, blades, i, blade, loads);
            sum += loads.rootMoment();
        }
        return sum / SECONDS;
    }

    /** Power in W that friction of this share of rated torque turns into heat. */
    double expectedHeat(TurbineDesign design, double friction) {
        double sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            sum += samples[i * COLUMNS + 1];
        }
        return friction * design.ratedTorque() * sum / SECONDS;
    }

    private boolean differs(double[] blades, int blade) {
        return blades[blade] + corrections[blade] != blades[blade - 1] + corrections[blade - 1];
    }

    private void solve(Rotor rotor, double density, double[] blades, int second, int blade, RotorLoads loads) {
        double pitch = samples[second * COLUMNS + 2] + corrections[blade] + blades[blade];
        rotor.solve(samples[second * COLUMNS], samples[second * COLUMNS + 1], pitch, 0, density, loads);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        writeAll(out, samples, corrections, moments);
        out.writeInt(filled);
        writeAll(out, new double[] {energy, firstSpeed, lastSpeed, firstOil, lastOil, above});
        out.writeLong(begin);
        out.writeLong(last);
    }

    private static void writeAll(DataOutput out, double[]... all) throws IOException {
        for (double[] values : all) {
            for (double value : values) {
                out.writeDouble(value);
            }
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (double[] values : new double[][] {samples, corrections, moments}) {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readDouble();
            }
        }
        filled = in.readInt();
        if (filled < 0 || filled > SECONDS) {
            throw new IOException("a power balance of " + filled + " seconds");
        }
        energy = in.readDouble();
        firstSpeed = in.readDouble();
        lastSpeed = in.readDouble();
        firstOil = in.readDouble();
        lastOil = in.readDouble();
        above = in.readDouble();
        begin = in.readLong();
        last = in.readLong();
    }

    /** Schema 2 had power, wind and pitch; its window begins anew. */
    static void skipSchema2(DataInput in) throws IOException {
        in.skipBytes(SECONDS * COLUMNS * Double.BYTES + Integer.BYTES + 3 * Double.BYTES + 2 * Long.BYTES);
    }
}
