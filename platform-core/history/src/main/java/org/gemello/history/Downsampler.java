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

    /** Rows that were given. */
    long total();

    boolean isDownsampled();

    /** The answer, sorted. */
    List<Row> rows();
}
