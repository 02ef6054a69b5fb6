package org.gemello.history;

/**
 * What is known of consecutive rows of a point without the rows: enough for every aggregate, and two summaries of which one follows the
 * other in time can be joined into the summary of both. Mean and squares are kept as by Welford and Chan, Golub, LeVeque (1979), so that
 * large values with small differences keep their deviation.
 */
public final class Summary {
    private long count;
    private long numbers;
    private double mean;
    private double squares;
    private Row lowest;
    private Row highest;
    private Row first;
    private Row last;
    private double weighted;
    private long weightedNanos;
    private final long[] nanos = new long[3];

    /**
     * Sums of a summary as a store keeps them.
     *
     * @param count         rows of any quality
     * @param numbers       usable numbers
     * @param mean          mean of the numbers
     * @param squares       sum of the squares of their distances from the mean
     * @param weighted      sum of number times nanoseconds that it held, from the first row to the last
     * @param weightedNanos nanoseconds in which a number held
     * @param good          nanoseconds of good quality
     * @param uncertain     nanoseconds of uncertain quality
     * @param bad           nanoseconds of bad quality
     */
    public record Sums(long count, long numbers, double mean, double squares, double weighted, long weightedNanos, long good,
                       long uncertain, long bad) {
    }

    /** A summary again from what a store has kept; {@code lowest} and {@code highest} are null where there is no usable number. */
    public static Summary of(Sums sums, Row first, Row last, Row lowest, Row highest) {
        Summary summary = new Summary();
        summary.count = sums.count;
        summary.numbers = sums.numbers;
        summary.mean = sums.mean;
        summary.squares = sums.squares;
        summary.weighted = sums.weighted;
        summary.weightedNanos = sums.weightedNanos;
        summary.nanos[0] = sums.good;
        summary.nanos[1] = sums.uncertain;
        summary.nanos[2] = sums.bad;
        summary.first = first;
        summary.last = last;
        summary.lowest = lowest;
        summary.highest = highest;
        return summary;
    }

    public Sums sums() {
        return new Sums(count, numbers, mean, squares, weighted, weightedNanos, nanos[0], nanos[1], nanos[2]);
    }

    /** Takes the next row; the one before held until now. */
    public void add(Row row) {
        if (last != null) {
            hold(last, row.time() - last.time());
        }
        count(row);
    }

    /** Takes a row, but no time. */
    void count(Row row) {
        count++;
        first = first == null ? row : first;
        last = row;
        if (row.isUsableNumber()) {
            numbers++;
            double value = row.number();
            double off = value - mean;
            mean += off / numbers;
            squares += off * (value - mean);
            lowest = lowest == null || row.compareNumber(lowest) < 0 ? row : lowest;
            highest = highest == null || row.compareNumber(highest) > 0 ? row : highest;
        }
    }

    /** A row held for so long; null where there was none, which is bad. */
    void hold(Row row, long time) {
        nanos[row == null ? 2 : row.severity()] += time;
        if (row != null && row.isUsableNumber()) {
            weighted += row.number() * time;
            weightedNanos += time;
        }
    }

    /** True where the other one's rows all come after these, so that both can be joined. */
    public boolean isBefore(Summary next) {
        return last == null || next.first == null || Row.ORDER.compare(last, next.first) < 0;
    }

    /** Takes what follows in time, see {@link #isBefore}; the last row held until its first. */
    public void join(Summary next) {
        if (next.count == 0) {
            return;
        }
        if (last != null) {
            hold(last, next.first.time() - last.time());
        }
        merge(next);
    }

    /** Takes rows and times of another, but not the time between. */
    void merge(Summary next) {
        if (next.numbers > 0) {
            long both = numbers + next.numbers;
            double off = next.mean - mean;
            squares += next.squares + off * off * ((double) numbers * next.numbers / both);
            mean += off * next.numbers / both;
            numbers = both;
            lowest = lowest == null || next.lowest.compareNumber(lowest) < 0 ? next.lowest : lowest;
            highest = highest == null || next.highest.compareNumber(highest) > 0 ? next.highest : highest;
        }
        count += next.count;
        first = first == null ? next.first : first;
        last = next.last == null ? last : next.last;
        weighted += next.weighted;
        weightedNanos += next.weightedNanos;
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] += next.nanos[i];
        }
    }

    /** Rows of any quality. */
    public long count() {
        return count;
    }

    /** Usable numbers, see {@link Row#isUsableNumber}. */
    public long numbers() {
        return numbers;
    }

    /** Mean of the numbers; NaN without any. */
    public double mean() {
        return numbers == 0 ? Double.NaN : mean;
    }

    /** Standard deviation of the population of numbers; NaN without any. */
    public double deviation() {
        return numbers == 0 ? Double.NaN : Math.sqrt(Math.max(0, squares) / numbers);
    }

    /** Mean over the time in which a number held; NaN where none did. */
    public double timeWeighted() {
        return weightedNanos == 0 ? Double.NaN : weighted / weightedNanos;
    }

    /** The earliest of the lowest usable numbers; null without any. */
    public Row lowest() {
        return lowest;
    }

    /** The earliest of the highest usable numbers; null without any. */
    public Row highest() {
        return highest;
    }

    /** First row of any quality; null without any. */
    public Row first() {
        return first;
    }

    public Row last() {
        return last;
    }

    /** Time of a severity (0 good, 1 uncertain, 2 bad) in nanoseconds. */
    public long nanos(int severity) {
        return nanos[severity];
    }
}
