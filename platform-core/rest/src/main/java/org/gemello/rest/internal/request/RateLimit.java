package org.gemello.rest.internal.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Lets each user send so many requests a second, and after a quiet time so many at once: a token bucket for each. One runaway script
 * then costs its own user, not the others.
 */
public final class RateLimit {
    private static final int MOST_USERS = 10_000;
    private static final double NANOS = 1e9;
    private final double perSecond;
    private final double burst;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_USERS;
        }
    };

    private static final class Bucket {
        private double tokens;
        private long filled;
    }

    /**
     * @param perSecond requests in the long run, at least 1
     * @param burst     requests at once, at least 1
     * @param nanoTime  as {@link System#nanoTime}
     */
    public RateLimit(int perSecond, int burst, LongSupplier nanoTime) {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a user may send " + perSecond + " requests a second and " + burst
                    + " at once: both must be at least 1");
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
    }

    /** @return 0 where the request may pass, else after how many seconds the next one may */
    synchronized int take(String user) {
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(user, name -> full(now));
        bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.filled) / NANOS * perSecond);
        bucket.filled = now;
        if (bucket.tokens < 1) {
            return (int) Math.ceil((1 - bucket.tokens) / perSecond);
        }
        bucket.tokens--;
        return 0;
    }

    private Bucket full(long now) {
        Bucket bucket = new Bucket();
        bucket.tokens = burst;
        bucket.filled = now;
        return bucket;
    }
}
