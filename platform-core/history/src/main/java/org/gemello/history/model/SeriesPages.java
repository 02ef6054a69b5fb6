package org.gemello.history.model;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.history.History;

/** Reads one series page by page, so that several can be merged in bounded memory. */
final class SeriesPages implements Iterator<Sample> {
    private static final int PAGE = 5_000;

    /** Ends a scan when the page is full. */
    private static final class PageFullException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PageFullException() {
            super("page full", null, false, false);
        }
    }

    private final History history;
    private final PointId point;
    private final Instant to;
    private final ArrayDeque<Sample> page = new ArrayDeque<>();
    private Instant from;
    /** Samples at the time {@code from} that have been given already. */
    private int given;
    private boolean ended;

    SeriesPages(History history, PointId point, Instant from, Instant to) {
        this.history = history;
        this.point = point;
        this.from = from;
        this.to = to;
        fill();
    }

    private void fill() {
        int[] skip = {given};
        try {
            history.scan(point, from, to, sample -> {
                if (skip[0] > 0 && sample.sourceTime().equals(from)) {
                    skip[0]--;
                    return;
                }
                page.add(sample);
                if (page.size() >= PAGE) {
                    throw new PageFullException();
                }
            });
            ended = true;
        } catch (PageFullException e) {
            Instant last = page.getLast().sourceTime();
            int same = (int) page.stream().filter(sample -> sample.sourceTime().equals(last)).count();
            given = last.equals(from) ? given + same : same;
            from = last;
        }
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !ended) {
            fill();
        }
        return !page.isEmpty();
    }

    Sample peek() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more samples of " + point);
        }
        return page.peek();
    }

    @Override
    public Sample next() {
        peek();
        return page.poll();
    }
}
