package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gemello.energy.rotor.RotorLoads;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.turbine.TurbineDesign;

/** Feeds the drift monitor with windows of the power balance, and tells what it finds once it has stayed the same for a minute. */
final class DriftWatch {
    static final String ALARM = "parameter-drift";
    /** Standard deviation of a window's balance: a share of the power, and a share of rated power. */
    private static final double SHARE = 0.03;
    private static final double FLOOR = 0.004;
    private static final double LEAST_POWER = 0.05;
    private static final int STEADY_WINDOWS = 6;
    private PowerBalance balance = new PowerBalance();
    private DriftMonitor monitor = new DriftMonitor();
    private int told;
    private int wanted;
    private int steady;
    private Drift drift = Drift.NONE;

    /** A second of a turbine that runs and whose sensors are good. Wind in m/s, speed in rad/s, pitch in rad, power in W. */
    Optional<AlarmChange> second(long now, TurbineDesign design, double wind, double speed, double pitch, double power, Air air) {
        if (!balance.add(now, wind, speed, pitch, power)) {
            return Optional.empty();
        }
        double rated = design.torque().ratedPower();
        double given = balance.given(design) / rated;
        if (given < LEAST_POWER) {
            return Optional.empty();
        }
        RotorLoads loads = new RotorLoads();
        double deviation = SHARE * given + FLOOR;
        monitor.update(given, deviation * deviation, parameters -> balance.expected(design, air.density(), parameters, loads) / rated);
        drift = monitor.drift(air.isMeasured());
        return tell();
    }

    /** The turbine stands, is started or is not seen: the window begins anew. */
    void interrupt() {
        balance.interrupt();
    }

    private Optional<AlarmChange> tell() {
        int found = mask(drift);
        steady = found == wanted ? steady + 1 : 1;
        wanted = found;
        if (found == told || steady < STEADY_WINDOWS) {
            return Optional.empty();
        }
        told = found;
        return Optional.of(new AlarmChange(ALARM, found != 0, drift.message()));
    }

    private static int mask(Drift drift) {
        int mask = drift.several() ? 1 << Parameter.values().length : 0;
        for (Parameter parameter : drift.candidates()) {
            mask |= 1 << parameter.ordinal();
        }
        return mask;
    }

    Drift drift() {
        return drift;
    }

    void write(DataOutput out) throws IOException {
        balance.write(out);
        monitor.write(out);
        out.writeInt(told);
        out.writeInt(wanted);
        out.writeInt(steady);
        out.writeBoolean(drift.several());
        out.writeInt(drift.candidates().size());
        for (int i = 0; i < drift.candidates().size(); i++) {
            out.writeInt(drift.candidates().get(i).ordinal());
            out.writeDouble(drift.values().get(i));
            out.writeDouble(drift.deviations().get(i));
        }
    }

    static DriftWatch read(DataInput in) throws IOException {
        DriftWatch watch = new DriftWatch();
        watch.balance = PowerBalance.read(in);
        watch.monitor = DriftMonitor.read(in);
        watch.told = in.readInt();
        watch.wanted = in.readInt();
        watch.steady = in.readInt();
        boolean several = in.readBoolean();
        int size = in.readInt();
        if (size < 0 || size > Parameter.values().length) {
            throw new IOException("a drift with " + size + " candidates");
        }
        Parameter[] candidates = new Parameter[size];
        Double[] values = new Double[size];
        Double[] deviations = new Double[size];
        for (int i = 0; i < size; i++) {
            int ordinal = in.readInt();
            if (ordinal < 0 || ordinal >= Parameter.values().length) {
                throw new IOException("no parameter has the number " + ordinal);
            }
            candidates[i] = Parameter.values()[ordinal];
            values[i] = in.readDouble();
            deviations[i] = in.readDouble();
        }
        watch.drift = new Drift(List.of(candidates), List.of(values), List.of(deviations), several);
        return watch;
    }
}
