package org.gemello.energy.twin;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.gemello.energy.signal.Hysteresis;
import org.gemello.energy.signal.LowPass;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.signal.StatePart;

/** All that a wind turbine's twin remembers: what every theme needs, and the part of each theme. Mutable, for one thread. */
public final class WindTurbineState {
    private static final int INPUTS_OF_SCHEMA_1 = 8;
    private static final int INPUTS_OF_SCHEMA_2 = 9;
    private final Signal[] inputs;
    final LowPass wind;
    final LowPass power;
    final LowPass expected;
    final LowPass windCubed;
    final LowPass residualSquared;
    final DriftWatch drift;
    final Hysteresis underperformance;
    final Hysteresis windSensor;
    private final BeatMonitor beats;
    private long beatsTold;
    /** Source time of the last evaluation. */
    long evaluated = Long.MIN_VALUE;
    /** Last source time at which the residual could be judged. */
    long judged = Long.MIN_VALUE;
    /** Last source time at which the means held something that says nothing of the turbine's health. */
    long unsettled = Long.MIN_VALUE;

    /** A twin that has seen nothing yet. */
    public WindTurbineState() {
        inputs = new Signal[WindTurbineInput.values().length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new Signal();
        }
        wind = new LowPass();
        power = new LowPass();
        expected = new LowPass();
        windCubed = new LowPass();
        residualSquared = new LowPass();
        drift = new DriftWatch();
        underperformance = new Hysteresis();
        windSensor = new Hysteresis();
        beats = new BeatMonitor();
    }

    private WindTurbineState(DataInput in) throws IOException {
        inputs = readInputs(in);
        wind = LowPass.read(in);
        power = LowPass.read(in);
        expected = LowPass.read(in);
        windCubed = LowPass.read(in);
        underperformance = Hysteresis.read(in);
        windSensor = Hysteresis.read(in);
        beats = BeatMonitor.read(in);
        beatsTold = in.readLong();
        evaluated = in.readLong();
        judged = in.readLong();
        unsettled = in.readLong();
        residualSquared = LowPass.read(in);
        drift = DriftWatch.read(in);
        for (StatePart part : parts()) {
            part.read(in);
        }
    }

    /** The parts of the themes, in the order of the bytes: a new one goes to the end. */
    private List<StatePart> parts() {
        return List.of();
    }

    /** A state that knew fewer inputs has not seen the others yet. */
    private static Signal[] readInputs(DataInput in) throws IOException {
        Signal[] inputs = new Signal[WindTurbineInput.values().length];
        int known = in.readInt();
        if (known < 0 || known > inputs.length) {
            throw new IOException("a wind turbine's state with " + known + " inputs, this version has " + inputs.length);
        }
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = i < known ? Signal.read(in) : new Signal();
        }
        return inputs;
    }

    /** @throws IOException where the bytes end too early or are not a state */
    public static WindTurbineState read(DataInput in) throws IOException {
        return new WindTurbineState(in);
    }

    /** Schema 1 had no pitch and no drift. */
    public static byte[] fromSchema1(byte[] old) throws IOException {
        int inputs = INPUTS_OF_SCHEMA_1 * Signal.BYTES;
        if (old.length < inputs) {
            throw new IOException("a state of schema 1 has more than " + inputs + " bytes, this one has " + old.length);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(old, 0, inputs);
        new Signal().write(out);
        out.write(old, inputs, old.length - inputs);
        new LowPass().write(out);
        new DriftWatch().write(out);
        return bytes.toByteArray();
    }

    /** Schema 2 did not count its inputs, and had no parts. */
    public static byte[] fromSchema2(byte[] old) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(INPUTS_OF_SCHEMA_2);
        out.write(old);
        for (StatePart part : new WindTurbineState().parts()) {
            part.write(out);
        }
        return bytes.toByteArray();
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(inputs.length);
        for (Signal input : inputs) {
            input.write(out);
        }
        wind.write(out);
        power.write(out);
        expected.write(out);
        windCubed.write(out);
        underperformance.write(out);
        windSensor.write(out);
        beats.write(out);
        out.writeLong(beatsTold);
        out.writeLong(evaluated);
        out.writeLong(judged);
        out.writeLong(unsettled);
        residualSquared.write(out);
        drift.write(out);
        for (StatePart part : parts()) {
            part.write(out);
        }
    }

    /** The last value of an input. */
    public Signal input(WindTurbineInput which) {
        return inputs[which.ordinal()];
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
