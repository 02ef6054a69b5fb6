package org.gemello.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: after so many failures in a row something is locked for a second, then two, four, up to the longest pause. What has failed
 * while it was locked does not count.
 */
final class LockOut {
    /** Failures older than this are forgotten. */
    static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 30;
    private final Clock clock;
    private final int free;
    private final Duration longest;
    private final int most;
    /** The one that failed longest ago first. */
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private record Failures(int count, Instant last, Instant until) {
    }

    /**
     * @param free    failures in a row before the first pause
     * @param longest pause
     * @param most    that are remembered; then whoever failed longest ago is forgotten, and whoever is locked last of all
     */
    LockOut(Clock clock, int free, Duration longest, int most) {
        this.clock = clock;
        this.free = free;
        this.longest = longest;
        this.most = most;
    }

    synchronized boolean isLocked(String name) {
        Failures known = failures.get(name);
        return known != null && clock.instant().isBefore(known.until());
    }

    /** @return number of failures in a row */
    synchronized int failed(String name) {
        Instant now = clock.instant();
        Failures known = failures.remove(name);
        int count = known == null || known.last().plus(MEMORY).isBefore(now) ? 1 : known.count() + 1;
        if (failures.size() >= most) {
            forgetOne(now);
        }
        failures.put(name, new Failures(count, now, now.plus(pause(count))));
        return count;
    }

    private Duration pause(int count) {
        Duration pause = count < free ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - free, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    private void forgetOne(Instant now) {
        Iterator<Failures> oldest = failures.values().iterator();
        while (oldest.hasNext()) {
            if (!now.isBefore(oldest.next().until())) {
                oldest.remove();
                return;
            }
        }
        failures.remove(failures.keySet().iterator().next());
    }

    synchronized void succeeded(String name) {
        failures.remove(name);
    }

    synchronized int size() {
        return failures.size();
    }
}
