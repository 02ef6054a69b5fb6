package org.gemello.energy.performance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.gemello.energy.signal.StatePart;

/** Time and energy of the day, the month and in all, and of the day and month before. Mutable. */
public final class Account implements StatePart {
    private static final long UNKNOWN = Long.MIN_VALUE;
    private final Map<Period, Ledger> current = new EnumMap<>(Period.class);
    private final Map<Period, Ledger> before = new EnumMap<>(Period.class);
    private final Map<Period, Long> numbers = new EnumMap<>(Period.class);

    public Account() {
        for (Period period : Period.values()) {
            current.put(period, new Ledger());
            before.put(period, new Ledger());
            numbers.put(period, UNKNOWN);
        }
    }

    /** Of the period that lasts. */
    public Ledger current(Period period) {
        return current.get(period);
    }

    /** Of the period before it, as far as it was seen. */
    public Ledger before(Period period) {
        return before.get(period);
    }

    /**
     * Books the time between two moments (ns since the epoch), divided where a day ends between them.
     *
     * @param offset of the site's clock against UTC in s
     */
    void book(long from, long to, int offset, Category category, double power, double potential) {
        long start = from;
        for (long midnight = Period.midnight(to, offset); start < midnight; ) {
            long end = Math.min(Period.midnight(start, offset) + 86_400_000_000_000L, midnight);
            add(start, end, offset, category, power, potential);
            start = end;
        }
        add(start, to, offset, category, power, potential);
    }

    private void add(long from, long to, int offset, Category category, double power, double potential) {
        for (Period period : Period.values()) {
            long number = period.of(from, offset);
            if (numbers.get(period) != number) {
                before.get(period).copy(numbers.get(period) == number - 1 ? current.get(period) : new Ledger());
                current.put(period, new Ledger());
                numbers.put(period, number);
            }
            current.get(period).add(category, (to - from) * 1e-9, power, potential);
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (Period period : Period.values()) {
            current.get(period).write(out);
            before.get(period).write(out);
            out.writeLong(numbers.get(period));
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (Period period : Period.values()) {
            current.get(period).read(in);
            before.get(period).read(in);
            numbers.put(period, in.readLong());
        }
    }
}
