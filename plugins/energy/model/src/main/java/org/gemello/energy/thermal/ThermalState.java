package org.gemello.energy.thermal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.signal.StatePart;

/** What a drive train's temperatures are judged by. Mutable, for one thread; some 300 bytes. */
public final class ThermalState implements StatePart {
    static final long NEVER = Long.MIN_VALUE;
    private static final int PLACES = Place.values().length;
    private final Signal[] measured = new Signal[PLACES];
    private final HeatObserver[] observers = new HeatObserver[PLACES];
    private final Cusum[] sums = new Cusum[PLACES];
    /** Temperatures of a sound drive train in degrees Celsius, NaN before the beginning. */
    final double[] expected = new double[PLACES];
    long time = NEVER;
    /** When a warning was told last. */
    long told = NEVER;

    public ThermalState() {
        for (int i = 0; i < PLACES; i++) {
            measured[i] = new Signal();
            observers[i] = new HeatObserver();
            sums[i] = new Cusum();
        }
        Arrays.fill(expected, Double.NaN);
    }

    /** The last measured temperature, in degrees Celsius. */
    public Signal measured(Place place) {
        return measured[place.ordinal()];
    }

    HeatObserver observer(Place place) {
        return observers[place.ordinal()];
    }

    Cusum sum(Place place) {
        return sums[place.ordinal()];
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (int i = 0; i < PLACES; i++) {
            measured[i].write(out);
            observers[i].write(out);
            sums[i].write(out);
            out.writeDouble(expected[i]);
        }
        out.writeLong(time);
        out.writeLong(told);
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < PLACES; i++) {
            measured[i].read(in);
            observers[i].read(in);
            sums[i].read(in);
            expected[i] = in.readDouble();
        }
        time = in.readLong();
        told = in.readLong();
    }
}
