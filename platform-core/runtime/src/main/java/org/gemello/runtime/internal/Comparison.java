package org.gemello.runtime.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.gemello.api.SampleBatch;

/** Counts where what a candidate derives differs from what the serving version put into the log. Written by one thread, read by any. */
final class Comparison {
    private static final int EXAMPLES = 8;
    /** Relative difference that a different order of floating-point operations may give. */
    private static final double ROUNDING = 1e-9;
    private final AtomicLong compared = new AtomicLong();
    private final AtomicLong different = new AtomicLong();
    private final List<String> examples = new ArrayList<>();

    /** What both versions derived for one cause, both in the candidate's names and units; several values of a point are compared in order. */
    void compare(long cause, SampleBatch serving, SampleBatch candidate) {
        Map<Integer, Deque<Integer>> rows = new HashMap<>();
        for (int row = 0; row < candidate.size(); row++) {
            rows.computeIfAbsent(candidate.handle(row), handle -> new ArrayDeque<>()).add(row);
        }
        for (int row = 0; row < serving.size(); row++) {
            Integer other = rows.getOrDefault(serving.handle(row), new ArrayDeque<>()).poll();
            compared.incrementAndGet();
            if (other == null || !same(serving, row, candidate, other)) {
                different.incrementAndGet();
                example(serving, row, cause, other == null ? "nothing" : candidate.value(other) + " (" + candidate.quality(other) + ")");
            }
        }
    }

    private static boolean same(SampleBatch serving, int row, SampleBatch candidate, int other) {
        if (serving.qualityCode(row) != candidate.qualityCode(other)) {
            return false;
        }
        double a = serving.doubleValue(row);
        double b = candidate.doubleValue(other);
        if (Double.isNaN(a) || Double.isNaN(b) || Double.isInfinite(a) || Double.isInfinite(b)) {
            return Objects.equals(serving.value(row), candidate.value(other));
        }
        return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
    }

    private void example(SampleBatch serving, int row, long cause, String candidate) {
        synchronized (examples) {
            if (examples.size() < EXAMPLES) {
                examples.add(serving.point(row) + " from offset " + cause + ": " + serving.value(row) + " (" + serving.quality(row)
                        + ") is served, the candidate gives " + candidate);
            }
        }
    }

    long compared() {
        return compared.get();
    }

    long different() {
        return different.get();
    }

    List<String> examples() {
        synchronized (examples) {
            return List.copyOf(examples);
        }
    }
}
