package org.gemello.rest.internal.metric;

import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** How long something took, as a histogram. */
final class Durations {
    private static final double[] BOUNDS = {0.001, 0.005, 0.025, 0.1, 0.25, 1, 2.5, 10};
    private final LongAdder[] buckets = IntStream.rangeClosed(0, BOUNDS.length).mapToObj(i -> new LongAdder()).toArray(LongAdder[]::new);
    private final DoubleAdder sum = new DoubleAdder();

    void add(double seconds) {
        int bucket = 0;
        while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        sum.add(seconds);
    }

    /** @param labels of this series */
    void write(Exposition out, String... labels) {
        String[] bounded = Arrays.copyOf(labels, labels.length + 2);
        bounded[labels.length] = "le";
        long count = 0;
        for (int i = 0; i <= BOUNDS.length; i++) {
            count += buckets[i].sum();
            bounded[labels.length + 1] = i < BOUNDS.length ? Exposition.number(BOUNDS[i]) : "+Inf";
            out.suffixed("_bucket", count, bounded);
        }
        out.suffixed("_sum", sum.sum(), labels).suffixed("_count", count, labels);
    }
}
