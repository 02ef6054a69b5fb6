package org.gemello.history;

import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.history.Downsampling;

/** Collects rows and answers with at most so many: all of them where they fit. Memory is bounded by the answer, not by what is read. */
public interface Downsampler extends Consumer<Row> {

    /** One for the interval; {@code maxPoints} is at least 2. */
    static Downsampler of(Downsampling how, Interval interval, int maxPoints) {
        return how == Downsampling.LTTB ? new Lttb(interval, maxPoints) : new MinMax(interval, maxPoints);
    }

    /**
     * One that thins out in any case and takes summaries too, of buckets that begin and end at multiples of {@code grain}
     * nanoseconds since the epoch. Its own buckets end there as well, so lowest and highest of each are exact.
     */
    static Downsampler of(Downsampling how, Interval interval, int maxPoints, long grain) {
        return how == Downsampling.LTTB ? new Lttb(interval, maxPoints, grain) : new MinMax(interval, maxPoints, grain);
    }

    /** About how long a bucket will be, in nanoseconds: sums over longer times are of no use. */
    static long bucket(Downsampling how, Interval interval, int maxPoints) {
        int kept = how == Downsampling.LTTB ? Lttb.preselection(maxPoints) : maxPoints;
        return Long.divideUnsigned(interval.to() - interval.from(), kept / 2);
    }

    /** Takes rows of a bucket by their summary. */
    void accept(Summary summary);

    /** Rows that were given. */
    long total();

    boolean isDownsampled();

    /** The answer, sorted. */
    List<Row> rows();
}
