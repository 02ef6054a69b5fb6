package org.gemello.energy.vibration;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.energy.signal.StatePart;

/** Which parts of a bearing showed a fault in the last bursts. Mutable, for one thread; a few bytes. */
public final class VibrationState implements StatePart {
    private static final int BURSTS = 5;
    private static final int MASK = (1 << BURSTS) - 1;
    private static final int RAISE = 3;
    private static final int NONE = -1;
    private final byte[] history = new byte[BearingPart.values().length];
    private int active = NONE;
    private long told = Long.MIN_VALUE;

    void note(BearingPart part, boolean found) {
        history[part.ordinal()] = (byte) ((history[part.ordinal()] << 1 | (found ? 1 : 0)) & MASK);
    }

    /** In how many of the last five bursts the part showed a fault. */
    int count(BearingPart part) {
        return Integer.bitCount(history[part.ordinal()]);
    }

    /** The part whose fault is to be told: a new one after three bursts of five, the old one until none of five shows it. */
    BearingPart worst() {
        BearingPart worst = active == NONE ? null : BearingPart.values()[active];
        if (worst != null && count(worst) > 0) {
            return worst;
        }
        worst = null;
        for (BearingPart part : BearingPart.values()) {
            if (count(part) >= RAISE && (worst == null || count(part) > count(worst))) {
                worst = part;
            }
        }
        return worst;
    }

    /** @return true where this is news */
    boolean activate(BearingPart part) {
        int now = part == null ? NONE : part.ordinal();
        boolean news = now != active;
        active = now;
        return news;
    }

    /** True at most once in so many ns: the spectrum is to be told. Times in ns since the epoch. */
    public boolean tell(long now, long interval) {
        if (told != Long.MIN_VALUE && now - told < interval && now >= told) {
            return false;
        }
        told = now;
        return true;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(history.length);
        out.write(history);
        out.writeByte(active);
        out.writeLong(told);
    }

    @Override
    public void read(DataInput in) throws IOException {
        if (in.readUnsignedByte() != history.length) {
            throw new IOException("a bearing's state with other parts than this version knows");
        }
        in.readFully(history);
        active = in.readByte();
        told = in.readLong();
        if (active < NONE || active >= history.length) {
            throw new IOException("a bearing has no part " + active);
        }
    }
}
