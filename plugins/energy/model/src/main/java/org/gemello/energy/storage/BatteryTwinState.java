package org.gemello.energy.storage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.api.twin.Severity;
import org.gemello.energy.fatigue.Rainflow;
import org.gemello.energy.live.AlarmWatch;
import org.gemello.energy.live.Notice;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.signal.StatePart;

/** What the twin of a battery remembers: what was measured last, charge and health, its use of late, the signal to plan against. */
public final class BatteryTwinState implements StatePart {
    static final long NEVER = Long.MIN_VALUE;
    final BatteryMemory memory = new BatteryMemory(0.5);
    final Ageing ageing = new Ageing();
    /** Swings of the charge by up to a hundredth are none. */
    final Rainflow cycles = new Rainflow(0.01);
    final Signal voltage = new Signal();
    final Signal current = new Signal();
    final Signal temperature = new Signal();
    final Notice sensor = new Notice(BatteryTwin.SENSOR, Severity.MEDIUM);
    final Notice planning = new Notice(BatteryTwin.PLAN, Severity.LOW);
    final AlarmWatch worn = new AlarmWatch(BatteryTwin.WORN, Severity.MEDIUM);
    final AlarmWatch resistance = new AlarmWatch(BatteryTwin.RESISTANCE, Severity.LOW);
    long updated = NEVER;
    long reported = NEVER;
    long aged = NEVER;
    long planned = NEVER;
    boolean fresh;
    boolean proposed;
    int failed;
    String signal = "";
    String event = "";

    @Override
    public void write(DataOutput out) throws IOException {
        memory.write(out);
        ageing.write(out);
        cycles.write(out);
        voltage.write(out);
        current.write(out);
        temperature.write(out);
        sensor.write(out);
        planning.write(out);
        worn.write(out);
        resistance.write(out);
        out.writeLong(updated);
        out.writeLong(reported);
        out.writeLong(aged);
        out.writeLong(planned);
        out.writeBoolean(fresh);
        out.writeBoolean(proposed);
        out.writeInt(failed);
        out.writeUTF(signal);
        out.writeUTF(event);
    }

    @Override
    public void read(DataInput in) throws IOException {
        memory.read(in);
        ageing.read(in);
        cycles.read(in);
        voltage.read(in);
        current.read(in);
        temperature.read(in);
        sensor.read(in);
        planning.read(in);
        worn.read(in);
        resistance.read(in);
        updated = in.readLong();
        reported = in.readLong();
        aged = in.readLong();
        planned = in.readLong();
        fresh = in.readBoolean();
        proposed = in.readBoolean();
        failed = in.readInt();
        signal = in.readUTF();
        event = in.readUTF();
    }
}
