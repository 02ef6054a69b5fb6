package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** All that a wind turbine's twin remembers. Mutable, for one thread; about 500 bytes. */
public final class WindTurbineState {
    final Signal[] inputs;
    final LowPass wind;
    final LowPass power;
    final LowPass expected;
    final LowPass windCubed;
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
    }

    /** @throws IOException where the bytes end too early or are not a state */
    public static WindTurbineState read(DataInput in) throws IOException {
        return new WindTurbineState(in);
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
