package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/**
 * Counts the numbers of a controller's life counter, so that a lost or doubled sample shows. The counter goes up by one per cycle,
 * has 32 bits, wraps from 4294967295 to 0, and starts small after a restart of the controller. What is missing around a restart
 * cannot be known and is not counted.
 */
public final class BeatMonitor implements StatePart {
    private static final long MODULUS = 1L << 32;
    /** How near to the end of its range the counter must have been for a small number to be a wrap. */
    private static final long WRAP_WINDOW = 1_000_000;
    private static final long NONE = -1;
    private long last = NONE;
    private long received;
    private long missed;
    private long repeated;
    private long restarts;
    private long time = Long.MIN_VALUE;

    /**
     * @param beat the counter as received; only its lower 32 bits count
     * @param now  source time in ns since the epoch
     */
    public void beat(long beat, long now) {
        long number = beat & (MODULUS - 1);
        received++;
        time = Math.max(time, now);
        if (last == NONE || number > last) {
            missed += last == NONE ? 0 : number - last - 1;
            last = number;
        } else if (last - number > MODULUS - WRAP_WINDOW) {
            missed += number + MODULUS - last - 1;
            last = number;
        } else if (number < last / 2) {
            restarts++;
            last = number;
        } else {
            repeated++;
        }
    }

    /** Beats received, repeated ones included. */
    public long received() {
        return received;
    }

    /** Numbers left out of the sequence. */
    public long missed() {
        return missed;
    }

    /** Numbers that had come before, or came behind their successors. */
    public long repeated() {
        return repeated;
    }

    /** How often the counter fell to less than half of what it was. */
    public long restarts() {
        return restarts;
    }

    /** Source time of the newest beat, in ns since the epoch. */
    public long time() {
        return time;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(last);
        out.writeLong(received);
        out.writeLong(missed);
        out.writeLong(repeated);
        out.writeLong(restarts);
        out.writeLong(time);
    }

    @Override
    public void read(DataInput in) throws IOException {
        last = in.readLong();
        received = in.readLong();
        missed = in.readLong();
        repeated = in.readLong();
        restarts = in.readLong();
        time = in.readLong();
    }
}
