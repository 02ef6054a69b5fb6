package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemello.energy.rotor.Rotor;
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
    /** Standard deviation of a window's heat of the gearbox, as a share of rated power. */
    private static final double HEAT = 0.004;
    private static final int STEADY_WINDOWS = 6;
    /** Bit of {@link #mask} beyond those of the parameters. */
    private static final int SEVERAL = 1 << 16;
    private final PowerBalance balance = new PowerBalance();
    private final DriftMonitor monitor = new DriftMonitor();
    private final BladeSymmetry symmetry = new BladeSymmetry();
    private int told;
    private int wanted;
    private int steady;
    private Drift drift = Drift.NONE;

    /**
     * A second of a turbine that runs and whose sensors are good.
     *
     * @return true where a window is full: the drift has been estimated anew
     */
    boolean second(DriftSecond second, TurbineDesign design, Air air) {
        if (!balance.add(second)) {
            return false;
        }
        double given = balance.given(design) / design.torque().ratedPower();
        if (given < LEAST_POWER) {
            return false;
        }
        RotorLoads loads = new RotorLoads();
        symmetry.update(balance, design, air.density(), loads);
        monitor.update(second.time(), observations(design, air.density(), given, loads));
        drift = monitor.drift(air.isMeasured(), air.isIcing()).map(found -> found.with(symmetry.offsets(), air.isIcing())).orElse(drift);
        return true;
    }

    /** Power always, moments and heat where there are sensors. */
    private List<Observation> observations(TurbineDesign design, double density, double given, RotorLoads loads) {
        double[] blades = symmetry.offsets();
        double rated = design.torque().ratedPower();
        List<Observation> observations = new ArrayList<>();
        observations.add(new Observation(given, variance(given),
                parameters -> balance.expected(Parameter.rotor(design, parameters), density, blades, loads) / rated));
        double moment = (balance.moment(0) + balance.moment(1) + balance.moment(2)) / DriftSecond.BLADES / design.ratedTorque();
        if (!Double.isNaN(moment)) {
            observations.add(new Observation(moment, variance(moment),
                    parameters -> moment(Parameter.rotor(design, parameters), density, blades, loads) / design.ratedTorque()));
        }
        double heat = balance.heat(design) / rated;
        if (!Double.isNaN(heat)) {
            observations.add(new Observation(heat, HEAT * HEAT,
                    parameters -> balance.expectedHeat(design, parameters[Parameter.FRICTION.ordinal()]) / rated));
        }
        return observations;
    }

    private double moment(Rotor rotor, double density, double[] blades, RotorLoads loads) {
        double sum = 0;
        for (int blade = 0; blade < DriftSecond.BLADES; blade++) {
            sum += balance.expectedMoment(rotor, density, blades, blade, loads);
        }
        return sum / DriftSecond.BLADES;
    }

    private static double variance(double given) {
        double deviation = SHARE * given + FLOOR;
        return deviation * deviation;
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
        symmetry.write(out);
        out.writeInt(told);
        out.writeInt(wanted);
        out.writeInt(steady);
        out.writeBoolean(drift.several());
        out.writeBoolean(drift.isIcing());
        out.writeInt(drift.blades().size());
        for (double blade : drift.blades()) {
            out.writeDouble(blade);
        }
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
        symmetry.read(in);
        told = in.readInt();
        wanted = in.readInt();
        steady = in.readInt();
        boolean several = in.readBoolean();
        boolean icing = in.readBoolean();
        List<Double> blades = new ArrayList<>();
        for (int i = in.readInt() == 0 ? DriftSecond.BLADES : 0; i < DriftSecond.BLADES; i++) {
            blades.add(in.readDouble());
        }
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
        drift = new Drift(candidates, several, present, blades, icing);
    }

    private static Parameter parameter(int ordinal) throws IOException {
        if (ordinal < 0 || ordinal >= Parameter.values().length) {
            throw new IOException("no parameter has the number " + ordinal);
        }
        return Parameter.values()[ordinal];
    }

    /** What schema 2 found is found again with the next window; what it has told it has told. */
    void readSchema2(DataInput in, long now) throws IOException {
        PowerBalance.skipSchema2(in);
        monitor.readSchema2(in, now);
        told = in.readInt();
        wanted = in.readInt();
        steady = in.readInt();
    }
}
