package org.gemello.energy.thermal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/**
 * Cumulated sum of what a residual is above an allowance (E. Page, Biometrika 41, 1954; ISO 7870-4): small deviations that last are found
 * before large ones would be. Not thread-safe.
 */
final class Cusum implements StatePart {
    private double sum;
    private boolean active;

    /**
     * @param allowance residual that means nothing
     * @param decision  sum, in units of the residual times s, at which it is raised; the sum goes no further than twice this
     * @return true where it has just been raised or cleared
     */
    boolean update(double residual, double allowance, double decision, double seconds) {
        sum = Math.min(Math.max(sum + (residual - allowance) * seconds, 0), 2 * decision);
        boolean before = active;
        active = active ? sum > 0 : sum >= decision;
        return active != before;
    }

    boolean isActive() {
        return active;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(sum);
        out.writeBoolean(active);
    }

    @Override
    public void read(DataInput in) throws IOException {
        sum = in.readDouble();
        active = in.readBoolean();
    }
}
