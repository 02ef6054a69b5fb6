package org.gemello.historian.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gemello.api.Times;

/**
 * The times that a file covers, as at most three spans. One span would do for clocks that are right; a device whose clock stands
 * in 1970, or late samples of last week, would stretch it over all that lies between, and every question would open every file.
 *
 * @param list sorted, apart from each other
 */
record TimeSpans(List<Span> list) {
    private static final int MOST = 3;

    /** From {@code first} to {@code last}, both included, nanoseconds since the epoch. */
    record Span(long first, long last) {
        @Override
        public String toString() {
            return first + "_" + last;
        }
    }

    /** Gathers times, then gives the spans. */
    static final class Builder {
        private final List<Span> spans = new ArrayList<>();

        void add(long first, long last) {
            spans.add(new Span(first, Math.max(first, last)));
        }

        /** Adds a series, cut in two where it pauses longest. */
        void add(long[] sorted) {
            int cut = 0;
            for (int i = 1; i < sorted.length; i++) {
                if (cut == 0 || Long.compareUnsigned(sorted[i] - sorted[i - 1], sorted[cut] - sorted[cut - 1]) > 0) {
                    cut = i;
                }
            }
            if (cut > 0) {
                add(sorted[0], sorted[cut - 1]);
            }
            add(sorted[cut], sorted[sorted.length - 1]);
        }

        /** The spans; of nothing the present moment, so that such a file grows old like any other. */
        TimeSpans build() {
            if (spans.isEmpty()) {
                long now = Times.now();
                add(now, now);
            }
            List<Span> joined = new ArrayList<>();
            for (Span span : spans.stream().sorted(Comparator.comparingLong(Span::first)).toList()) {
                int end = joined.size() - 1;
                if (end >= 0 && span.first() <= joined.get(end).last()) {
                    joined.set(end, new Span(joined.get(end).first(), Math.max(joined.get(end).last(), span.last())));
                } else {
                    joined.add(span);
                }
            }
            return new TimeSpans(nearestJoined(joined));
        }

        /** Keeps the widest distances between spans and joins over all others. */
        private static List<Span> nearestJoined(List<Span> spans) {
            List<Integer> cuts = IntStream.range(1, spans.size()).boxed()
                    .sorted((a, b) -> Long.compareUnsigned(distance(spans, b), distance(spans, a))).limit(MOST - 1).sorted().toList();
            List<Span> kept = new ArrayList<>();
            int start = 0;
            for (int cut : cuts) {
                kept.add(new Span(spans.get(start).first(), spans.get(cut - 1).last()));
                start = cut;
            }
            kept.add(new Span(spans.get(start).first(), spans.get(spans.size() - 1).last()));
            return kept;
        }

        private static long distance(List<Span> spans, int i) {
            return spans.get(i).first() - spans.get(i - 1).last();
        }
    }

    /** True where a span has a time in {@code [start, end)}. */
    boolean overlap(long start, long end) {
        return list.stream().anyMatch(span -> span.first() < end && span.last() >= start);
    }

    /** The next time from {@code time} on that a span has, {@link Long#MAX_VALUE} where none has. */
    long next(long time) {
        return list.stream().filter(span -> span.last() >= time).mapToLong(span -> Math.max(time, span.first())).min()
                .orElse(Long.MAX_VALUE);
    }

    long first() {
        return list.get(0).first();
    }

    long last() {
        return list.get(list.size() - 1).last();
    }

    @Override
    public String toString() {
        return list.stream().map(Span::toString).collect(Collectors.joining("_"));
    }
}
