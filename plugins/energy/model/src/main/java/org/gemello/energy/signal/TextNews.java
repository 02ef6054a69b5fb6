package org.gemello.energy.signal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whether a text that is told again and again has changed: it is worth telling then, and not more often than once in a while. */
public final class TextNews implements StatePart {
    private static final long NEVER = Long.MIN_VALUE;
    private int told;
    private long time = NEVER;

    /**
     * @param now   in ns since the epoch
     * @param least time in s between two tellings
     * @return true where the text is to be told now; it then counts as told
     */
    public boolean isNews(String text, long now, double least) {
        if (time != NEVER && (text.hashCode() == told || (now - time) * 1e-9 < least)) {
            return false;
        }
        told = text.hashCode();
        time = now;
        return true;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(told);
        out.writeLong(time);
    }

    @Override
    public void read(DataInput in) throws IOException {
        told = in.readInt();
        time = in.readLong();
    }
}
