package org.gemello.energy.signal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** An alarm on a low value, with two thresholds and two delays. Times in ns since the epoch. */
public final class Hysteresis implements StatePart {
    private static final long NOT = Long.MIN_VALUE;
    private boolean active;
    private long pendingSince = NOT;

    /**
     * When the alarm comes and goes.
     *
     * @param raiseBelow raised when the value has stayed below this
     * @param raiseAfter for so many seconds
     * @param clearAbove cleared when it has stayed above this
     * @param clearAfter for so many seconds
     */
    public record Limits(double raiseBelow, double raiseAfter, double clearAbove, double clearAfter) {
        public Limits {
            if (!(clearAbove >= raiseBelow) || !(raiseAfter >= 0) || !(clearAfter >= 0)) {
                throw new IllegalArgumentException("an alarm needs clearAbove (" + clearAbove + ") at or above raiseBelow (" + raiseBelow
                        + ") and delays (" + raiseAfter + " s, " + clearAfter + " s) of 0 or more");
            }
        }
    }

    /** @return true where the alarm has just been raised or cleared */
    public boolean update(double value, long now, Limits limits) {
        boolean wantsChange = active ? value > limits.clearAbove : value < limits.raiseBelow;
        if (!wantsChange) {
            pendingSince = NOT;
            return false;
        }
        pendingSince = pendingSince == NOT ? now : pendingSince;
        double delay = active ? limits.clearAfter : limits.raiseAfter;
        if ((now - pendingSince) * 1e-9 < delay) {
            return false;
        }
        active = !active;
        pendingSince = NOT;
        return true;
    }

    /** Starts the delays anew: there was nothing to judge by. */
    public void interrupt() {
        pendingSince = NOT;
    }

    public boolean isActive() {
        return active;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(active);
        out.writeLong(pendingSince);
    }

    @Override
    public void read(DataInput in) throws IOException {
        active = in.readBoolean();
        pendingSince = in.readLong();
    }
}
