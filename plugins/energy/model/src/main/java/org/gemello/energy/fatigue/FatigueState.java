package org.gemello.energy.fatigue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.gemello.energy.signal.StatePart;

/** What the fatigue of a turbine's components rests on. Mutable, for one thread; some 20 kB, written in less. */
public final class FatigueState implements StatePart {
    static final long NEVER = Long.MIN_VALUE;
    private final ComponentLife[] lives = new ComponentLife[Component.values().length];
    private final WindClimate climate = new WindClimate();
    final TowerMode tower = new TowerMode();
    /** When each component's load was measured last; times in ns since the epoch. */
    final long[] measured = new long[lives.length];
    double azimuth;
    long time = NEVER;
    double blockSeconds;
    double blockWind;
    long told = NEVER;

    public FatigueState() {
        for (int i = 0; i < lives.length; i++) {
            lives[i] = new ComponentLife();
        }
        Arrays.fill(measured, NEVER);
    }

    public ComponentLife life(Component component) {
        return lives[component.ordinal()];
    }

    public WindClimate climate() {
        return climate;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(lives.length);
        for (int i = 0; i < lives.length; i++) {
            lives[i].write(out);
            out.writeLong(measured[i]);
        }
        climate.write(out);
        tower.write(out);
        out.writeDouble(azimuth);
        out.writeLong(time);
        out.writeDouble(blockSeconds);
        out.writeDouble(blockWind);
        out.writeLong(told);
    }

    @Override
    public void read(DataInput in) throws IOException {
        int known = in.readUnsignedByte();
        if (known > lives.length) {
            throw new IOException("lives of " + known + " components, this version has " + lives.length);
        }
        for (int i = 0; i < known; i++) {
            lives[i].read(in);
            measured[i] = in.readLong();
        }
        climate.read(in);
        tower.read(in);
        azimuth = in.readDouble();
        time = in.readLong();
        blockSeconds = in.readDouble();
        blockWind = in.readDouble();
        told = in.readLong();
    }
}
