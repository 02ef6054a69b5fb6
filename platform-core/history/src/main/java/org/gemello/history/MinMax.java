package org.gemello.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Cuts the interval into equal buckets, each of which gives its lowest and its highest number of good or uncertain quality; where it has
 * none, its first and its last row. Takes rows in any order.
 */
final class MinMax implements Downsampler {
    private final long from;
    private final long bucketNanos;
    private final int maxPoints;
    private List<Row> rows = new ArrayList<>();
    private Bucket[] buckets;
    private long total;

    /** What is kept of the rows of one bucket. Of equal numbers the earliest is kept, so the order of arrival does not matter. */
    private static final class Bucket {
        private Row low;
        private Row high;
        private Row first;
        private Row last;

        void add(Row row) {
            if (row.isUsableNumber()) {
                low = low == null || isBefore(row.compareNumber(low), row, low) ? row : low;
                high = high == null || isBefore(high.compareNumber(row), row, high) ? row : high;
            } else {
                first = first == null || Row.ORDER.compare(row, first) < 0 ? row : first;
                last = last == null || Row.ORDER.compare(row, last) > 0 ? row : last;
            }
        }

        private static boolean isBefore(int comparison, Row row, Row kept) {
            return comparison < 0 || comparison == 0 && Row.ORDER.compare(row, kept) < 0;
        }

        Stream<Row> rows() {
            return low != null ? Stream.of(low, high).distinct() : Stream.of(first, last).distinct();
        }
    }

    MinMax(Interval interval, int maxPoints) {
        this.from = interval.from();
        this.maxPoints = maxPoints;
        // unsigned: the interval may be longer than a signed long holds
        this.bucketNanos = Long.divideUnsigned(interval.to() - from - 1, maxPoints / 2) + 1;
    }

    /** With buckets that begin and end at multiples of {@code grain} since the epoch, where sums end too. */
    MinMax(Interval interval, int maxPoints, long grain) {
        this.from = interval.from() - Math.floorMod(interval.from(), grain);
        this.maxPoints = maxPoints;
        long width = (interval.to() - from - 1) / (maxPoints / 2) + 1;
        this.bucketNanos = (width - 1) / grain * grain + grain;
        thinOut();
    }

    @Override
    public void accept(Row row) {
        total++;
        if (rows == null) {
            drop(row);
            return;
        }
        rows.add(row);
        if (rows.size() > maxPoints) {
            thinOut();
        }
    }

    @Override
    public void accept(Summary summary) {
        total += summary.count();
        drop(summary.lowest() == null ? summary.first() : summary.lowest());
        drop(summary.highest() == null ? summary.last() : summary.highest());
    }

    private void thinOut() {
        buckets = new Bucket[maxPoints / 2];
        rows.forEach(this::drop);
        rows = null;
    }

    private void drop(Row row) {
        int index = (int) Long.divideUnsigned(row.time() - from, bucketNanos);
        if (buckets[index] == null) {
            buckets[index] = new Bucket();
        }
        buckets[index].add(row);
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public boolean isDownsampled() {
        return rows == null;
    }

    @Override
    public List<Row> rows() {
        Stream<Row> kept = rows != null ? rows.stream() : Stream.of(buckets).filter(Objects::nonNull).flatMap(Bucket::rows);
        return kept.sorted(Row.ORDER).toList();
    }
}
