package org.gemello.energy.gas;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.api.twin.Severity;
import org.gemello.energy.live.AlarmWatch;
import org.gemello.energy.live.Mean;
import org.gemello.energy.live.Notice;
import org.gemello.energy.live.WindowMeans;
import org.gemello.energy.signal.StatePart;

/** What the twin of a gas turbine remembers: the present window, its health of late, and what it has told. */
public final class GasTurbineTwinState implements StatePart {
    final WindowMeans window = new WindowMeans(GasTurbineTwin.INPUTS.size());
    final Mean health = new Mean(4);
    final AlarmWatch fouling = new AlarmWatch(GasTurbineTwin.FOULING, Severity.LOW);
    final AlarmWatch erosion = new AlarmWatch(GasTurbineTwin.EROSION, Severity.MEDIUM);
    final Notice sensor = new Notice(GasTurbineTwin.SENSOR, Severity.LOW);
    boolean washProposed;

    @Override
    public void write(DataOutput out) throws IOException {
        window.write(out);
        health.write(out);
        fouling.write(out);
        erosion.write(out);
        sensor.write(out);
        out.writeBoolean(washProposed);
    }

    @Override
    public void read(DataInput in) throws IOException {
        window.read(in);
        health.read(in);
        fouling.read(in);
        erosion.read(in);
        sensor.read(in);
        washProposed = in.readBoolean();
    }
}
