package org.gemello.tools.swap;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What a twin of counters remembers. Schema 2 adds the sum. */
final class CounterState {
    static final int COUNTERS = 100;
    final long[] last = new long[COUNTERS];
    long seen;
    long missed;
    long repeated;
    long sum;

    CounterState() {
        Arrays.fill(last, -1);
    }

    void write(DataOutput out, int schema) throws IOException {
        for (long value : last) {
            out.writeLong(value);
        }
        out.writeLong(seen);
        out.writeLong(missed);
        out.writeLong(repeated);
        if (schema >= 2) {
            out.writeLong(sum);
        }
    }

    static CounterState read(DataInput in, int schema) throws IOException {
        CounterState state = new CounterState();
        for (int i = 0; i < COUNTERS; i++) {
            state.last[i] = in.readLong();
        }
        state.seen = in.readLong();
        state.missed = in.readLong();
        state.repeated = in.readLong();
        state.sum = schema >= 2 ? in.readLong() : 0;
        return state;
    }

    void count(int counter, long value) {
        if (last[counter] >= 0) {
            missed += Math.max(0, value - last[counter] - 1);
            repeated += value <= last[counter] ? 1 : 0;
        }
        last[counter] = Math.max(last[counter], value);
        seen++;
        sum += value;
    }
}
