package org.gemello.energy.rul;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.gemello.api.Quality;
import org.gemello.api.twin.Severity;
import org.gemello.energy.live.AlarmWatch;
import org.gemello.energy.live.Notice;
import org.gemello.energy.signal.StatePart;

/** What the twin of a turbofan remembers: the row that is coming, the last thirty cycles, and what it has told. */
public final class TurbofanTwinState implements StatePart {
    static final long NEVER = Long.MIN_VALUE;
    private static final int SENSORS = TurbofanTwin.SENSORS.size();
    final double[] row = new double[SENSORS];
    Quality quality = Quality.GOOD;
    final Deque<double[]> last = new ArrayDeque<>();
    final Notice sensor = new Notice(TurbofanTwin.SENSOR, Severity.LOW);
    final AlarmWatch overhaul = new AlarmWatch(TurbofanTwin.OVERHAUL, Severity.HIGH);
    int cycle;
    int coming;
    long time = NEVER;
    boolean proposed;

    public TurbofanTwinState() {
        Arrays.fill(row, Double.NaN);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        write(row, out);
        out.writeInt(quality.code());
        out.writeByte(last.size());
        for (double[] cycles : last) {
            write(cycles, out);
        }
        sensor.write(out);
        overhaul.write(out);
        out.writeInt(cycle);
        out.writeInt(coming);
        out.writeLong(time);
        out.writeBoolean(proposed);
    }

    private static void write(double[] values, DataOutput out) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        read(row, in);
        quality = new Quality(in.readInt());
        int count = in.readUnsignedByte();
        last.clear();
        for (int k = 0; k < count; k++) {
            double[] cycles = new double[SENSORS];
            read(cycles, in);
            last.add(cycles);
        }
        sensor.read(in);
        overhaul.read(in);
        cycle = in.readInt();
        coming = in.readInt();
        time = in.readLong();
        proposed = in.readBoolean();
    }

    private static void read(double[] values, DataInput in) throws IOException {
        for (int k = 0; k < values.length; k++) {
            values[k] = in.readDouble();
        }
    }
}
