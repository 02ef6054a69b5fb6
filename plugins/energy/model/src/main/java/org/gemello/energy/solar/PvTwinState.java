package org.gemello.energy.solar;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.api.twin.Severity;
import org.gemello.energy.live.AlarmWatch;
import org.gemello.energy.live.Mean;
import org.gemello.energy.live.Notice;
import org.gemello.energy.live.WindowMeans;
import org.gemello.energy.signal.StatePart;

/** What the twin of a photovoltaic plant remembers: window and day, the cleanest day, what it delivers of late, the weather forecast. */
public final class PvTwinState implements StatePart {
    static final long NEVER = Long.MIN_VALUE;
    final WindowMeans window = new WindowMeans(PvTwin.WEATHER.size() + PvTwin.STRINGS);
    final PvDay day = new PvDay(PvTwin.STRINGS);
    final DeliveredShare share = new DeliveredShare();
    final Mean clearness = new Mean(1);
    final Notice sensor = new Notice(PvTwin.SENSOR, Severity.LOW);
    final Notice strings = new Notice(PvTwin.STRING_FAULT, Severity.MEDIUM);
    final Notice soiling = new Notice(PvTwin.SOILING, Severity.LOW);
    final Notice forecasting = new Notice(PvTwin.FORECAST, Severity.LOW);
    final AlarmWatch loss = new AlarmWatch(PvTwin.UNDERPERFORMANCE, Severity.MEDIUM);
    double clean = Double.NaN;
    double energy;
    long date = NEVER;
    long forecast = NEVER;
    boolean proposed;
    String weather = "";

    @Override
    public void write(DataOutput out) throws IOException {
        window.write(out);
        day.write(out);
        share.write(out);
        clearness.write(out);
        sensor.write(out);
        strings.write(out);
        soiling.write(out);
        forecasting.write(out);
        loss.write(out);
        out.writeDouble(clean);
        out.writeDouble(energy);
        out.writeLong(date);
        out.writeLong(forecast);
        out.writeBoolean(proposed);
        out.writeUTF(weather);
    }

    @Override
    public void read(DataInput in) throws IOException {
        window.read(in);
        day.read(in);
        share.read(in);
        clearness.read(in);
        sensor.read(in);
        strings.read(in);
        soiling.read(in);
        forecasting.read(in);
        loss.read(in);
        clean = in.readDouble();
        energy = in.readDouble();
        date = in.readLong();
        forecast = in.readLong();
        proposed = in.readBoolean();
        weather = in.readUTF();
    }
}
