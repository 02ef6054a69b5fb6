package org.gemello.tools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Times that something took, in milliseconds. Safe for use by many threads. */
final class Latency {
    private final List<Double> millis = new ArrayList<>();

    synchronized void add(double value) {
        millis.add(value);
    }

    synchronized void restart() {
        millis.clear();
    }

    synchronized int count() {
        return millis.size();
    }

    /** @param share such as 0.99; NaN where nothing was measured */
    synchronized double quantile(double share) {
        if (millis.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    @Override
    public String toString() {
        return String.format("%.0f / %.0f / %.0f ms", quantile(0.5), quantile(0.99), quantile(1));
    }
}
