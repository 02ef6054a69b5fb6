package org.gemello.energy.twin;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.gemello.energy.fatigue.FatigueState;
import org.gemello.energy.optimise.OptimiseState;
import org.gemello.energy.performance.PerformanceState;
import org.gemello.energy.signal.Hysteresis;
import org.gemello.energy.signal.LowPass;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.signal.StatePart;
import org.gemello.energy.signal.TextNews;
import org.gemello.energy.thermal.ThermalState;
import org.gemello.energy.vibration.VibrationState;

/** All that a wind turbine's twin remembers: what every theme needs, and the part of each theme. Mutable, for one thread. */
public final class WindTurbineState {
    private final Signal[] inputs = new Signal[WindTurbineInput.values().length];
    final LowPass wind = new LowPass();
    final LowPass power = new LowPass();
    final LowPass windCubed = new LowPass();
    final LowPass yaw = new LowPass();
    final Hysteresis underperformance = new Hysteresis();
    final Hysteresis windSensor = new Hysteresis();
    final ModelComparison designed = new ModelComparison();
    final ModelComparison adapted = new ModelComparison();
    final DriftWatch drift = new DriftWatch();
    final SourceClock clock = new SourceClock();
    private final TextNews driftNews = new TextNews();
    private final BeatMonitor beats = new BeatMonitor();
    private final OptimiseState optimise = new OptimiseState();
    final FatigueState fatigue = new FatigueState();
    final ThermalState thermal = new ThermalState();
    final VibrationState vibration = new VibrationState();
    long beatsTold;
    /** Source time of the last evaluation. */
    long evaluated = Long.MIN_VALUE;
    /** Last source time at which the residual could be judged. */
    long judged = Long.MIN_VALUE;
    /** Last source time at which the means held something that says nothing of the turbine's health. */
    long unsettled = Long.MIN_VALUE;

    private final PerformanceState performance = new PerformanceState();

    /** A twin that has seen nothing yet. */
    public WindTurbineState() {
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new Signal();
        }
    }

    /** In the order of the bytes: a new theme's part goes to the end. */
    private List<StatePart> parts() {
        return List.of(wind, power, windCubed, yaw, underperformance, windSensor, designed, adapted, drift, beats, performance, optimise,
                fatigue, thermal, vibration, clock, driftNews);
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(inputs.length);
        for (Signal input : inputs) {
            input.write(out);
        }
        out.writeLong(beatsTold);
        out.writeLong(evaluated);
        out.writeLong(judged);
        out.writeLong(unsettled);
        for (StatePart part : parts()) {
            part.write(out);
        }
    }

    /** @throws IOException where the bytes end too early or are not a state */
    public static WindTurbineState read(DataInput in) throws IOException {
        WindTurbineState state = new WindTurbineState();
        state.readInputs(in, in.readInt());
        state.beatsTold = in.readLong();
        state.evaluated = in.readLong();
        state.judged = in.readLong();
        state.unsettled = in.readLong();
        for (StatePart part : state.parts()) {
            part.read(in);
        }
        return state;
    }

    /** A state that knew fewer inputs has not seen the others yet. */
    void readInputs(DataInput in, int known) throws IOException {
        if (known < 0 || known > inputs.length) {
            throw new IOException("a wind turbine's state with " + known + " inputs, this version has " + inputs.length);
        }
        for (int i = 0; i < known; i++) {
            inputs[i].read(in);
        }
    }

    /** Schema 1 had no pitch, no scatter and no drift. */
    public static byte[] fromSchema1(byte[] old) throws IOException {
        return OlderStates.schema1To2(old);
    }

    /** Schema 2 knew fewer inputs, one model and no friction; what themes have added since begins empty. */
    public static byte[] fromSchema2(byte[] old) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OlderStates.readSchema2(old).write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** The last value of an input. */
    public Signal input(WindTurbineInput which) {
        return inputs[which.ordinal()];
    }

    /** What has drifted, as far as that is known. */
    public Drift drift() {
        return drift.drift();
    }

    /** True while the turbine gives less than it should, and that has lasted. */
    public boolean isUnderperforming() {
        return underperformance.isActive();
    }

    /** Power curve, availability and lost energy. */
    public PerformanceState performance() {
        return performance;
    }

    /** What the adviser remembers. */
    public OptimiseState optimise() {
        return optimise;
    }

    /** What the components have borne. */
    public FatigueState fatigue() {
        return fatigue;
    }

    /** Whether the table of the drift has changed since it was told. */
    public TextNews driftNews() {
        return driftNews;
    }

    /** The monitor of the controller's life counter. */
    public BeatMonitor beats() {
        return beats;
    }

    /** True where beats have come since this was last asked; asking changes the state. */
    public boolean takeBeatNews() {
        boolean news = beats.received() != beatsTold;
        beatsTold = beats.received();
        return news;
    }
}
