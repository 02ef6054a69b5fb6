package org.gemello.energy.twin;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;

/** All that a wind turbine's twin remembers. Mutable, for one thread; about 1.5 kB. */
public final class WindTurbineState {
    final Signal[] inputs;
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
        inputs = new Signal[WindTurbineInput.values().length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Signal.read(in);
        }
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
    }

    /** @throws IOException where the bytes end too early or are not a state */
    public static WindTurbineState read(DataInput in) throws IOException {
        return new WindTurbineState(in);
    }

    /** Schema 1 had no pitch and no drift. */
    public static byte[] fromSchema1(byte[] old) throws IOException {
        int inputs = (WindTurbineInput.values().length - 1) * Signal.BYTES;
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

    public void write(DataOutput out) throws IOException {
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
    }

    Signal input(WindTurbineInput which) {
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
