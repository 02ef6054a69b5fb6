package org.gemello.worker;

import java.time.Duration;

/**
 * How much a worker may take, and how often it may fail.
 *
 * @param heapMegabytes memory for the pack's objects; the process takes some 50 MB more
 * @param lanes         calls that may be under way at once, at least 1
 * @param frameBytes    largest request and answer, such as one batch with its effects, or one state
 * @param call          longest time for one call; then the process is killed
 * @param start         longest time from the start of the process to its first answer
 * @param crashes       as many within {@code within} and the worker is quarantined
 * @param within        see {@code crashes}
 * @param firstPause    time between the first crash and the restart; it doubles with each further crash
 * @param longestPause  at most
 */
public record WorkerLimits(int heapMegabytes, int lanes, int frameBytes, Duration call, Duration start, int crashes, Duration within,
                           Duration firstPause, Duration longestPause) {
    /** 128 MB, one lane for each processor but not over four, frames of 16 MB, 5 s a call, 5 crashes in 10 min. */
    public static final WorkerLimits USUAL = new WorkerLimits(128, Math.min(4, Runtime.getRuntime().availableProcessors()), 1 << 24,
            Duration.ofSeconds(5), Duration.ofSeconds(30), 5, Duration.ofMinutes(10), Duration.ofSeconds(1), Duration.ofMinutes(1));

    /** @throws IllegalArgumentException where a limit is not positive */
    public WorkerLimits {
        if (heapMegabytes < 8 || lanes < 1 || frameBytes < 1 << 16 || crashes < 1) {
            throw new IllegalArgumentException("a worker needs at least 8 MB, one lane, frames of 65536 bytes and one crash");
        }
    }

    public WorkerLimits withHeap(int megabytes) {
        return new WorkerLimits(megabytes, lanes, frameBytes, call, start, crashes, within, firstPause, longestPause);
    }

    public WorkerLimits withLanes(int count) {
        return new WorkerLimits(heapMegabytes, count, frameBytes, call, start, crashes, within, firstPause, longestPause);
    }

    public WorkerLimits withCall(Duration longest) {
        return new WorkerLimits(heapMegabytes, lanes, frameBytes, longest, start, crashes, within, firstPause, longestPause);
    }

    /** Quarantine after so many crashes within that time. */
    public WorkerLimits withCrashes(int most, Duration time) {
        return new WorkerLimits(heapMegabytes, lanes, frameBytes, call, start, most, time, firstPause, longestPause);
    }

    public WorkerLimits withPauses(Duration first, Duration longest) {
        return new WorkerLimits(heapMegabytes, lanes, frameBytes, call, start, crashes, within, first, longest);
    }
}
