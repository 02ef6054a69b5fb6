package org.gemello.energy.steam;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.api.twin.Severity;
import org.gemello.energy.live.AlarmWatch;
import org.gemello.energy.live.Mean;
import org.gemello.energy.live.Notice;
import org.gemello.energy.live.WindowMeans;
import org.gemello.energy.signal.StatePart;

/** What the twin of a steam plant remembers: the present window, its condition of late, and what it has told. */
public final class SteamPlantTwinState implements StatePart {
    final WindowMeans window = new WindowMeans(SteamPlantTwin.INPUTS.size());
    /** Condenser pressure, efficiency of both sections, leak, efficiency of the boiler. */
    final Mean condition = new Mean(5);
    final AlarmWatch heatRate = new AlarmWatch(SteamPlantTwin.HEAT_RATE, Severity.MEDIUM);
    final Notice sensor = new Notice(SteamPlantTwin.SENSOR, Severity.LOW);

    @Override
    public void write(DataOutput out) throws IOException {
        window.write(out);
        condition.write(out);
        heatRate.write(out);
        sensor.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        window.read(in);
        condition.read(in);
        heatRate.read(in);
        sensor.read(in);
    }
}
