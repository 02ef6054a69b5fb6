package org.gemello.worker.internal.parent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.gemello.worker.WorkerLimits;

/** Counts crashes and says what they lead to. */
final class Crashes {
    private final WorkerLimits limits;
    private final Deque<Long> recent = new ArrayDeque<>();
    private int all;

    Crashes(WorkerLimits limits) {
        this.limits = limits;
    }

    /** @param now nanoseconds of a clock that never jumps */
    void count(long now) {
        all++;
        recent.addLast(now);
        while (now - recent.peekFirst() > limits.within().toNanos()) {
            recent.removeFirst();
        }
    }

    int all() {
        return all;
    }

    boolean areTooMany() {
        return recent.size() >= limits.crashes();
    }

    /** How long to wait before the next start. */
    Duration pause() {
        Duration pause = limits.firstPause();
        for (int crash = 1; crash < recent.size() && pause.compareTo(limits.longestPause()) < 0; crash++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(limits.longestPause()) < 0 ? pause : limits.longestPause();
    }
}
