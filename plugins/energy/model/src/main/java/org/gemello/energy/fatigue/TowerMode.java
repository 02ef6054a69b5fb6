package org.gemello.energy.fatigue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/**
 * The first fore-aft mode of a tower as an oscillator q" + 2 d w q' + w^2 q = w^2 force: q is the force that the bent tower carries. The
 * force is constant over a step; the solution is exact, so that any step does. For one thread.
 */
final class TowerMode implements StatePart {
    private double carried = Double.NaN;
    private double rate;

    /** Goes on by {@code step} s under a force in N, and returns the force that the tower carries, in N. */
    double advance(double force, double frequency, double damping, double step) {
        if (Double.isNaN(carried)) {
            carried = force;
            return carried;
        }
        double natural = 2 * Math.PI * frequency;
        double decay = damping * natural;
        double damped = natural * Math.sqrt(1 - damping * damping);
        double away = carried - force;
        double cos = Math.cos(damped * step);
        double sin = Math.sin(damped * step);
        double fade = Math.exp(-decay * step);
        double swing = (rate + decay * away) / damped;
        carried = force + fade * (away * cos + swing * sin);
        rate = fade * (rate * cos - (natural * natural * away + decay * rate) / damped * sin);
        return carried;
    }

    /** Begins anew at rest under the next force. */
    void interrupt() {
        carried = Double.NaN;
        rate = 0;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(carried);
        out.writeDouble(rate);
    }

    @Override
    public void read(DataInput in) throws IOException {
        carried = in.readDouble();
        rate = in.readDouble();
    }
}
