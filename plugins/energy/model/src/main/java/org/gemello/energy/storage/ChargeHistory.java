package org.gemello.energy.storage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gemello.energy.signal.StatePart;

/** Turns of the state of charge, of which cycles are counted; ripple below a hundredth is none. At most a few hundred turns are kept. */
final class ChargeHistory implements StatePart {
    private static final double RIPPLE = 0.01;
    private static final int MOST = 256;
    private final List<Double> turns = new ArrayList<>();

    void add(double charge) {
        int n = turns.size();
        if (n == 0) {
            turns.add(charge);
        } else if (n == 1) {
            if (Math.abs(charge - turns.get(0)) > RIPPLE) {
                turns.add(charge);
            }
        } else {
            double direction = turns.get(n - 1) - turns.get(n - 2);
            double change = charge - turns.get(n - 1);
            if (change * direction > 0) {
                turns.set(n - 1, charge);
            } else if (Math.abs(change) > RIPPLE) {
                turns.add(charge);
            }
        }
    }

    boolean isFull() {
        return turns.size() >= MOST;
    }

    /** Cycles so far; the last turn begins the next history. */
    List<ChargeCycles.Cycle> take() {
        List<ChargeCycles.Cycle> cycles = ChargeCycles.of(turns.stream().mapToDouble(Double::doubleValue).toArray());
        if (turns.size() > 1) {
            turns.subList(0, turns.size() - 1).clear();
        }
        return cycles;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(turns.size());
        for (double turn : turns) {
            out.writeDouble(turn);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        int n = in.readInt();
        if (n < 0 || n > MOST) {
            throw new IOException("a history of " + n + " turns");
        }
        turns.clear();
        for (int i = 0; i < n; i++) {
            turns.add(in.readDouble());
        }
    }
}
