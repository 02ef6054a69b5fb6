package org.gemello.connector.opcua.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.gemello.api.Gap;
import org.gemello.api.PointId;
import org.gemello.api.Sample;

/**
 * The account of a counter that goes up by one with each value: every count is there once, live or late, or it lies within a gap.
 */
final class Ledger {
    private final List<Sample> counted;
    private final List<Gap> gaps;
    private final List<String> problems = new ArrayList<>();
    private int missing;

    Ledger(Collector log, PointId counter) {
        counted = Stream.concat(log.samples(counter).stream(), log.backfill(counter).stream())
                .filter(sample -> Objects.nonNull(sample.value())).sorted((a, b) -> Long.compare(count(a), count(b))).toList();
        gaps = log.gaps(counter);
        check();
    }

    private static long count(Sample sample) {
        return (Long) sample.value();
    }

    private void check() {
        Map<Long, Instant> seen = new HashMap<>();
        for (int i = 0; i < counted.size(); i++) {
            Sample sample = counted.get(i);
            Instant before = seen.put(count(sample), sample.sourceTime());
            if (before != null) {
                problems.add("count " + count(sample) + " is there twice, of " + before + " and " + sample.sourceTime());
            } else if (i > 0 && count(sample) > count(counted.get(i - 1)) + 1) {
                absent(counted.get(i - 1), sample);
            }
        }
    }

    private void absent(Sample before, Sample after) {
        missing += (int) (count(after) - count(before) - 1);
        boolean covered = gaps.stream().anyMatch(gap -> !gap.from().isAfter(before.sourceTime()) && !gap.to().isBefore(after.sourceTime()));
        if (!covered) {
            problems.add("counts between " + count(before) + " (" + before.sourceTime() + ") and " + count(after) + " ("
                    + after.sourceTime() + ") are missing, and no gap says so: " + gaps);
        }
    }

    /** What is wrong, in words; empty where everything is accounted for. */
    List<String> problems() {
        return problems;
    }

    /** Counts that are in no sample. */
    int missing() {
        return missing;
    }

    /** Counts that are there. */
    int size() {
        return counted.size();
    }

    long last() {
        return counted.isEmpty() ? -1 : count(counted.get(counted.size() - 1));
    }
}
