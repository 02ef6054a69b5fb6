package org.gemello.energy.optimise;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/** What the adviser of a turbine remembers. For one thread. */
public final class OptimiseState implements StatePart {
    private static final int NONE = -1;
    final WindHistogram wind = new WindHistogram();
    /** Blocks after which what was measured counts as that of a sound turbine: a fault is found sooner. */
    private static final int AGE = 24;
    /** Measured by expected power while nothing had drifted, with a drift that nothing was done about, and after it was. */
    final RatioMeter sound = new RatioMeter();
    private final RatioMeter fresh = new RatioMeter();
    private final RatioMeter aging = new RatioMeter();
    final RatioMeter before = new RatioMeter();
    final RatioMeter after = new RatioMeter();
    /** Wear of the gearbox by that of the power curve, before and after. */
    final RatioMeter wearBefore = new RatioMeter();
    final RatioMeter wearAfter = new RatioMeter();
    private final long[] quietUntil = new long[AdviceKind.values().length];
    private int awaited = NONE;
    private int proposed;
    long applied;
    private long drifted;

    /** The wind of late. */
    public WindHistogram wind() {
        return wind;
    }

    /** A second in which nothing is known to have drifted. What a drift precedes shortly belongs to neither. */
    void addSound(double power, double expected) {
        before.clear();
        fresh.add(power, expected);
        if (fresh.blocks() >= AGE) {
            sound.add(aging);
            aging.clear();
            aging.add(fresh);
            fresh.clear();
        }
    }

    void addDrifted(double power, double expected) {
        fresh.clear();
        aging.clear();
        before.add(power, expected);
    }

    /** The advice whose effect is being measured, null for none. */
    public AdviceKind awaited() {
        return awaited == NONE ? null : AdviceKind.values()[awaited];
    }

    /** Its commands are confirmed at this time (ns since the epoch): from now on its effect is measured. */
    public void await(AdviceKind kind, long now) {
        awaited = kind.ordinal();
        applied = now;
        after.clear();
        wearAfter.clear();
    }

    void awaitNothing() {
        awaited = NONE;
    }

    /** True while a proposal of this kind is open. */
    public boolean isProposed(AdviceKind kind) {
        return (proposed & 1 << kind.ordinal()) != 0;
    }

    public void setProposed(AdviceKind kind, boolean open) {
        proposed = open ? proposed | 1 << kind.ordinal() : proposed & ~(1 << kind.ordinal());
    }

    /** Says nothing of this kind before a time (ns since the epoch). */
    public void quiet(AdviceKind kind, long until) {
        quietUntil[kind.ordinal()] = until;
    }

    public boolean isQuiet(AdviceKind kind, long now) {
        return now < quietUntil[kind.ordinal()];
    }

    /** To be told what was found in every window; time in ns since the epoch. */
    public void found(boolean drift, long now) {
        drifted = !drift ? 0 : drifted == 0 ? now : drifted;
    }

    /** True where something has drifted for so many seconds. */
    public boolean hasDriftedFor(double seconds, long now) {
        return drifted != 0 && now - drifted >= seconds * 1e9;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        wind.write(out);
        sound.write(out);
        fresh.write(out);
        aging.write(out);
        before.write(out);
        after.write(out);
        wearBefore.write(out);
        wearAfter.write(out);
        for (long each : quietUntil) {
            out.writeLong(each);
        }
        out.writeInt(awaited);
        out.writeInt(proposed);
        out.writeLong(applied);
        out.writeLong(drifted);
    }

    @Override
    public void read(DataInput in) throws IOException {
        wind.read(in);
        sound.read(in);
        fresh.read(in);
        aging.read(in);
        before.read(in);
        after.read(in);
        wearBefore.read(in);
        wearAfter.read(in);
        for (int i = 0; i < quietUntil.length; i++) {
            quietUntil[i] = in.readLong();
        }
        awaited = in.readInt();
        if (awaited < NONE || awaited >= AdviceKind.values().length) {
            throw new IOException("no advice has the number " + awaited);
        }
        proposed = in.readInt();
        applied = in.readLong();
        drifted = in.readLong();
    }
}
