package org.gemello.energy.twin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.gemello.energy.signal.LowPass;
import org.gemello.energy.signal.Signal;

/** States of a wind turbine as older versions of the pack wrote them. */
final class OlderStates {
    private static final int INPUTS_OF_SCHEMA_1 = 8;
    private static final int INPUTS_OF_SCHEMA_2 = 9;

    private OlderStates() {
    }

    /** Adds pitch and scatter. The drift that schema 2 has at the end is left out: the step to schema 3 takes that for an empty one. */
    static byte[] schema1To2(byte[] old) throws IOException {
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
        return bytes.toByteArray();
    }

    static WindTurbineState readSchema2(byte[] old) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(old);
        DataInputStream in = new DataInputStream(bytes);
        WindTurbineState state = new WindTurbineState();
        state.readInputs(in, INPUTS_OF_SCHEMA_2);
        state.wind.read(in);
        state.power.read(in);
        state.designed.power.expected.read(in);
        state.windCubed.read(in);
        state.underperformance.read(in);
        state.windSensor.read(in);
        state.beats().read(in);
        state.beatsTold = in.readLong();
        state.evaluated = in.readLong();
        state.judged = in.readLong();
        state.unsettled = in.readLong();
        state.designed.power.squared.read(in);
        if (bytes.available() > 0) {
            state.drift.readSchema2(in, state.evaluated);
        }
        return state;
    }
}
