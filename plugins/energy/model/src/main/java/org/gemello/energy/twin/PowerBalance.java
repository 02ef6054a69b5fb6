package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.rotor.Rotor;
import org.gemello.energy.rotor.RotorLoads;
import org.gemello.energy.signal.StatePart;
import org.gemello.energy.turbine.TurbineDesign;

/**
 * Ten seconds of the balance of a turbine's power: what the air gives at measured wind, speed and pitch, against what the generator takes
 * and what goes into the turning masses. It holds in every region of operation and under every command, whatever the controller does.
 */
final class PowerBalance implements StatePart {
    static final int SECONDS = 10;
    private static final int COLUMNS = 3;
    private static final double NANOS = 1e-9;
    /** A longer gap between two seconds begins the window anew. */
    private static final double MOST_GAP = 2.5;
    private final double[] samples = new double[SECONDS * COLUMNS];
    private int filled;
    private double energy;
    private double firstSpeed;
    private double lastSpeed;
    private long begin;
    private long last = Long.MIN_VALUE;

    /**
     * Takes a second.
     *
     * @param wind  free wind in m/s
     * @param speed of the rotor in rad/s
     * @param pitch in rad
     * @param power electrical in W
     * @return true where the window is full: it can be asked until the next call
     */
    boolean add(long now, double wind, double speed, double pitch, double power) {
        double gap = (now - last) * NANOS;
        if (filled == SECONDS || last == Long.MIN_VALUE || !(gap > 0 && gap < MOST_GAP)) {
            filled = 0;
            energy = 0;
            firstSpeed = speed;
            begin = now;
        } else {
            samples[filled * COLUMNS] = wind;
            samples[filled * COLUMNS + 1] = (speed + lastSpeed) / 2;
            samples[filled * COLUMNS + 2] = pitch;
            energy += power * gap;
            filled++;
        }
        last = now;
        lastSpeed = speed;
        return filled == SECONDS;
    }

    /** Forgets what it has. */
    void interrupt() {
        last = Long.MIN_VALUE;
    }

    /** Mean power in W that the rotor has given: electrical by efficiency, and what went into the turning masses. */
    double given(TurbineDesign design) {
        double time = (last - begin) * NANOS;
        double stored = design.driveTrain().inertia() * (lastSpeed * lastSpeed - firstSpeed * firstSpeed) / 2;
        return (energy / design.driveTrain().generatorEfficiency() + stored) / time;
    }

    /** Mean power in W that the air should have given to this rotor; density of the air in kg/m3. */
    double expected(Rotor rotor, double density, RotorLoads loads) {
        double sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            double speed = samples[i * COLUMNS + 1];
            rotor.solve(samples[i * COLUMNS], speed, samples[i * COLUMNS + 2], 0, density, loads);
            sum += loads.torque() * speed;
        }
        return sum / SECONDS;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (double sample : samples) {
            out.writeDouble(sample);
        }
        out.writeInt(filled);
        out.writeDouble(energy);
        out.writeDouble(firstSpeed);
        out.writeDouble(lastSpeed);
        out.writeLong(begin);
        out.writeLong(last);
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = in.readDouble();
        }
        filled = in.readInt();
        if (filled < 0 || filled > SECONDS) {
            throw new IOException("a power balance of " + filled + " seconds");
        }
        energy = in.readDouble();
        firstSpeed = in.readDouble();
        lastSpeed = in.readDouble();
        begin = in.readLong();
        last = in.readLong();
    }
}
