package org.gemello.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: after {@value #FREE} failures in a row a name is locked for a second, then two, four, up to a minute.
 * The ceiling is low on purpose: whoever can reach the API can lock a name, and an operator must not be kept out for hours.
 */
final class LockOut {
    static final int FREE = 5;
    static final Duration LONGEST = Duration.ofMinutes(1);
    /** Failures older than this are forgotten. */
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_NAMES = 10_000;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    private record Failures(int count, Instant last) {
        Instant until() {
            int doublings = Math.min(count - FREE, 6);
            Duration pause = doublings < 0 ? Duration.ZERO : Duration.ofSeconds(1L << doublings);
            return last.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        }
    }

    LockOut(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isLocked(String name) {
        Failures known = failures.get(name);
        return known != null && clock.instant().isBefore(known.until());
    }

    /** @return number of failures in a row */
    synchronized int failed(String name) {
        Instant now = clock.instant();
        Failures known = failures.get(name);
        int before = known == null || known.last().plus(MEMORY).isBefore(now) ? 0 : known.count();
        failures.put(name, new Failures(before + 1, now));
        return before + 1;
    }

    synchronized void succeeded(String name) {
        failures.remove(name);
    }
}
