package org.gemello.energy.farm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.energy.farm.FarmAdvice.Setting;
import org.gemello.energy.optimise.RatioMeter;
import org.gemello.energy.signal.StatePart;

/** What became of one kind of advice to a farm. Times in ns since the epoch. Mutable, for one thread. */
public final class FarmPlan implements StatePart {
    private static final int MOST = 10_000;
    private static final long DAY = 86_400_000_000_000L;
    private static final long HOUR = DAY / 24;
    /** Measured by expected power before something was done, and after it. */
    final RatioMeter before = new RatioMeter();
    final RatioMeter after = new RatioMeter();
    /** What the last advice asked of each turbine. */
    final Map<String, Double> asked = new TreeMap<>();
    long searched = Long.MIN_VALUE;
    /** Directions in rad of winds: for which the last advice was, for which that was whose effect is measured, and of {@link #before}. */
    double direction;
    double measured;
    double heading;
    /** How far in kW the farm's power was from its goal before anything was done. */
    double missed;
    private boolean open;
    private boolean underway;
    private boolean inForce;
    private long quietUntil = Long.MIN_VALUE;
    private long applied;

    /** Remembers what is proposed. */
    void ask(FarmAdvice advice, double towards) {
        asked.clear();
        for (Setting setting : advice.settings()) {
            asked.put(setting.turbine(), setting.value());
        }
        direction = towards;
        open = true;
    }

    void close() {
        open = false;
    }

    /** True while a proposal is open. */
    boolean isOpen() {
        return open;
    }

    /** True where a proposal is being carried out, or nobody wants to hear one. */
    boolean isSilent(long now) {
        return underway || now < quietUntil;
    }

    /** True from the time on when all commands of a proposal were confirmed. */
    boolean isInForce() {
        return inForce;
    }

    void end() {
        inForce = false;
    }

    /** Seconds since the commands were confirmed while the effect is measured, otherwise negative. */
    double measuringFor(long now) {
        return applied == 0 ? -1 : Math.max(now - applied, 0) * 1e-9;
    }

    void stopMeasuring() {
        applied = 0;
        after.clear();
        before.clear();
    }

    public void accepted() {
        open = false;
        underway = true;
    }

    public void applied(long now) {
        underway = false;
        inForce = true;
        applied = now;
        measured = direction;
        after.clear();
    }

    /** Not said again for an hour. */
    public void failed(long now) {
        underway = false;
        quietUntil = now + HOUR;
    }

    /** Not said again for a day. */
    public void declined(long now) {
        open = false;
        quietUntil = now + DAY;
    }

    /** Something new is asked for: what was declined before does not count. */
    void listen() {
        quietUntil = Long.MIN_VALUE;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        before.write(out);
        after.write(out);
        out.writeInt(asked.size());
        for (Map.Entry<String, Double> each : asked.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeDouble(each.getValue());
        }
        for (double each : List.of(direction, measured, heading, missed)) {
            out.writeDouble(each);
        }
        for (boolean each : new boolean[] {open, underway, inForce}) {
            out.writeBoolean(each);
        }
        out.writeLong(searched);
        out.writeLong(quietUntil);
        out.writeLong(applied);
    }

    @Override
    public void read(DataInput in) throws IOException {
        before.read(in);
        after.read(in);
        int size = in.readInt();
        if (size < 0 || size > MOST) {
            throw new IOException("a farm's plan for " + size + " turbines");
        }
        asked.clear();
        for (int i = 0; i < size; i++) {
            asked.put(in.readUTF(), in.readDouble());
        }
        direction = in.readDouble();
        measured = in.readDouble();
        heading = in.readDouble();
        missed = in.readDouble();
        open = in.readBoolean();
        underway = in.readBoolean();
        inForce = in.readBoolean();
        searched = in.readLong();
        quietUntil = in.readLong();
        applied = in.readLong();
    }
}
