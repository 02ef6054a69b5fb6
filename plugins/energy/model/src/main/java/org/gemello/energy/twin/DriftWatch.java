package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemello.energy.rotor.RotorLoads;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.signal.StatePart;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.Drift.Candidate;

/** Feeds the drift monitor with windows of the power balance, and tells what it finds once it has stayed the same for a minute. */
final class DriftWatch implements StatePart {
    static final String ALARM = "parameter-drift";
    /** Standard deviation of a window's balance: a share of the power, and a share of rated power. */
    private static final double SHARE = 0.03;
    private static final double FLOOR = 0.004;
    private static final double LEAST_POWER = 0.05;
    private static final int STEADY_WINDOWS = 6;
    /** Bit of {@link #mask} beyond those of the parameters. */
    private static final int SEVERAL = 1 << 16;
    private final PowerBalance balance = new PowerBalance();
    private final DriftMonitor monitor = new DriftMonitor();
    private int told;
    private int wanted;
    private int steady;
    private Drift drift = Drift.NONE;

    /**
     * A second of a turbine that runs and whose sensors are good. Wind along the rotor's axis in m/s, speed in rad/s, pitch in rad, power in W.
     *
     * @return true where a window is full: the drift has been estimated anew
     */
    boolean second(long now, TurbineDesign design, double wind, double speed, double pitch, double power, Air air) {
        if (!balance.add(now, wind, speed, pitch, power)) {
            return false;
        }
        double rated = design.torque().ratedPower();
        double given = balance.given(design) / rated;
        if (given < LEAST_POWER) {
            return false;
        }
        RotorLoads loads = new RotorLoads();
        double deviation = SHARE * given + FLOOR;
        monitor.update(now, given, deviation * deviation,
                parameters -> balance.expected(Parameter.rotor(design, parameters), air.density(), loads) / rated);
        drift = monitor.drift(air.isMeasured());
        return true;
    }

    /** The turbine stands, is started or is not seen: the window begins anew. */
    void interrupt() {
        balance.interrupt();
    }

    /** To be asked after each window. */
    Optional<AlarmChange> alarm(TurbineDesign design) {
        int found = mask(drift);
        steady = found == wanted ? steady + 1 : 1;
        wanted = found;
        if (found == told || steady < STEADY_WINDOWS) {
            return Optional.empty();
        }
        told = found;
        return Optional.of(new AlarmChange(ALARM, found != 0, drift.message(design)));
    }

    private static int mask(Drift drift) {
        int mask = drift.several() ? SEVERAL : 0;
        for (Parameter parameter : drift.parameters()) {
            mask |= 1 << parameter.ordinal();
        }
        return mask;
    }

    Drift drift() {
        return drift;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        balance.write(out);
        monitor.write(out);
        out.writeInt(told);
        out.writeInt(wanted);
        out.writeInt(steady);
        out.writeBoolean(drift.several());
        out.writeInt(drift.candidates().size());
        for (Candidate candidate : drift.candidates()) {
            out.writeInt(candidate.parameter().ordinal());
            out.writeDouble(candidate.value());
            out.writeDouble(candidate.deviation());
            out.writeLong(candidate.since());
        }
        for (double value : drift.present()) {
            out.writeDouble(value);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        balance.read(in);
        monitor.read(in);
        told = in.readInt();
        wanted = in.readInt();
        steady = in.readInt();
        boolean several = in.readBoolean();
        int size = in.readInt();
        if (size < 0 || size > Parameter.values().length) {
            throw new IOException("a drift with " + size + " candidates");
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            candidates.add(new Candidate(parameter(in.readInt()), in.readDouble(), in.readDouble(), in.readLong()));
        }
        List<Double> present = new ArrayList<>();
        for (int i = 0; size > 0 && i < Parameter.values().length; i++) {
            present.add(in.readDouble());
        }
        drift = new Drift(candidates, several, present);
    }

    private static Parameter parameter(int ordinal) throws IOException {
        if (ordinal < 0 || ordinal >= Parameter.values().length) {
            throw new IOException("no parameter has the number " + ordinal);
        }
        return Parameter.values()[ordinal];
    }

    /** What schema 2 found is found again with the next window; what it has told it has told. */
    void readSchema2(DataInput in, long now) throws IOException {
        balance.read(in);
        monitor.readSchema2(in, now);
        told = in.readInt();
        wanted = in.readInt();
        steady = in.readInt();
    }
}
