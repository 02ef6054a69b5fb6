package org.gemello.pack.energy.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.StateCodec;

/** Schema 3: the fields of the state, in order. */
final class WindTurbineCodec implements StateCodec<WindTurbineState> {
    @Override
    public void encode(WindTurbineState state, DataOutput out) throws IOException {
        state.write(out);
    }

    @Override
    public WindTurbineState decode(DataInput in) throws IOException {
        return WindTurbineState.read(in);
    }
}
