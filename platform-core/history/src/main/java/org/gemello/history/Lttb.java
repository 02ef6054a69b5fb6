package org.gemello.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Largest triangle, three buckets (Steinarsson, Downsampling Time Series for Visual Representation, 2013, 4.2). The rows are thinned out to
 * lowest and highest of many more buckets before (MinMaxLTTB, Van der Donckt et al., 2023), so memory is bounded; up to
 * {@value #PRESELECTION} rows for each one of the answer nothing is thinned out before. Takes rows in any order.
 */
final class Lttb implements Downsampler {
    private static final int PRESELECTION = 16;
    private static final int MOST_PRESELECTED = 1 << 20;
    private final MinMax preselected;
    private final int maxPoints;

    Lttb(Interval interval, int maxPoints) {
        this.maxPoints = maxPoints;
        this.preselected = new MinMax(interval, preselection(maxPoints));
    }

    /** With a preselection from sums that end at multiples of {@code grain} since the epoch. */
    Lttb(Interval interval, int maxPoints, long grain) {
        this.maxPoints = maxPoints;
        this.preselected = new MinMax(interval, preselection(maxPoints), grain);
    }

    /** How many rows are chosen from. */
    static int preselection(int maxPoints) {
        return Math.max(maxPoints, (int) Math.min((long) maxPoints * PRESELECTION, MOST_PRESELECTED));
    }

    @Override
    public void accept(Summary summary) {
        preselected.accept(summary);
    }

    @Override
    public void accept(Row row) {
        preselected.accept(row);
    }

    @Override
    public long total() {
        return preselected.total();
    }

    @Override
    public boolean isDownsampled() {
        return total() > maxPoints;
    }

    @Override
    public List<Row> rows() {
        List<Row> all = preselected.rows();
        if (all.size() <= maxPoints) {
            return all;
        }
        List<Row> kept = new ArrayList<>(maxPoints);
        Row before = all.get(0);
        kept.add(before);
        int buckets = maxPoints - 2;
        for (int i = 0; i < buckets; i++) {
            List<Row> next = i == buckets - 1 ? all.subList(all.size() - 1, all.size()) : bucket(all, i + 1, buckets);
            before = largest(before, bucket(all, i, buckets), next);
            kept.add(before);
        }
        kept.add(all.get(all.size() - 1));
        return kept;
    }

    /** One of equally many rows between the first and the last. */
    private static List<Row> bucket(List<Row> all, int number, int buckets) {
        long inner = all.size() - 2L;
        return all.subList(1 + (int) (inner * number / buckets), 1 + (int) (inner * (number + 1) / buckets));
    }

    /** The row that spans the largest triangle with the one kept before and the middle of the next bucket. */
    private static Row largest(Row before, List<Row> bucket, List<Row> next) {
        double time = next.stream().mapToDouble(row -> (double) row.time() - before.time()).average().orElseThrow();
        double value = next.stream().mapToDouble(Lttb::height).average().orElseThrow();
        Row best = bucket.get(0);
        double largest = -1;
        for (Row row : bucket) {
            double area = Math.abs(time * (height(row) - height(before))
                    - ((double) row.time() - before.time()) * (value - height(before)));
            if (area > largest) {
                largest = area;
                best = row;
            }
        }
        return best;
    }

    /** What is no number lies on the axis. */
    private static double height(Row row) {
        return row.isUsableNumber() ? row.number() : 0;
    }
}
