package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;
import org.gemello.energy.turbine.OperatingPoint;

/** What is remembered of the comparison with one model of the turbine. */
final class ModelComparison implements StatePart {
    final Comparison power = new Comparison();
    private final Comparison rotorSpeed = new Comparison();
    private final Comparison pitch = new Comparison();
    private final Comparison thrust = new Comparison();

    /**
     * A moment.
     *
     * @param expected by the model
     * @param share    by which the model may be off, of what it says
     * @param constant time constant of the means in s
     */
    Model update(WindTurbineState state, long now, OperatingPoint expected, double share, double constant) {
        double kilowatts = state.input(WindTurbineInput.POWER).value();
        return new Model(power.update(now, kilowatts, state.power.mean(), expected.power() / 1000, share, constant),
                rotorSpeed.update(now, state.input(WindTurbineInput.ROTOR_SPEED).value(), expected.rotorSpeed() * 30 / Math.PI, share,
                constant),
                pitch.update(now, state.input(WindTurbineInput.PITCH).value(), Math.toDegrees(expected.pitch()), share, constant),
                thrust.update(now, state.input(WindTurbineInput.THRUST).value(), expected.thrust() / 1000, share, constant));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        power.write(out);
        rotorSpeed.write(out);
        pitch.write(out);
        thrust.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        power.read(in);
        rotorSpeed.read(in);
        pitch.read(in);
        thrust.read(in);
    }
}
