package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gemello.api.Gap;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;

/** A node or a device: what is bound to it, what its present birth has announced, and since when something is missing. */
final class Origin {
    /** What a node published this long before a loss may have been under way. */
    private static final long UNDER_WAY = TimeUnit.SECONDS.toNanos(5);
    private final String name;
    private final Bound bound = new Bound();
    private MetricTable table;
    private long bornAt;
    private boolean silent;
    private long lastTime;
    private long missedFrom;
    private String missedWhy = "";
    private String missing = "";

    /** @param name {@code group/node} or {@code group/node/device} */
    Origin(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Bound bound() {
        return bound;
    }

    boolean isBorn() {
        return table != null;
    }

    /** What its birth has announced, null before a birth. */
    MetricTable table() {
        return table;
    }

    /**
     * Its birth was read.
     *
     * @param time   when it was sent, nanoseconds since the epoch
     * @param absent bound metrics that it does not have, empty where it has all
     * @return true where others are absent than the last time
     */
    boolean born(MetricTable announced, long time, String absent) {
        boolean news = !absent.equals(missing);
        table = announced;
        bornAt = time;
        missing = absent;
        silent = false;
        return news;
    }

    /** When its last birth was sent, nanoseconds since the epoch. */
    long bornAt() {
        return bornAt;
    }

    /** What its birth has announced does not count any more. */
    void unborn() {
        table = null;
    }

    /** A message of it was taken in. @param time when it was sent, nanoseconds since the epoch */
    void heard(long time) {
        lastTime = Math.max(lastTime, time);
    }

    /** From now on something of it is missing, until its next birth. @param known time up to which all is known to have come */
    void misses(long known, String why) {
        long from = Math.max(lastTime, known - UNDER_WAY);
        if (missedFrom == 0 || from < missedFrom) {
            missedFrom = from;
            missedWhy = why;
        }
    }

    /** Something that was missing is here again, as a gap for each point. */
    void writeGaps(long to, Late late) {
        if (missedFrom != 0 && missedFrom < to) {
            bound.all().forEach(metric -> late.add(new Gap(metric.point(), Times.instant(missedFrom), Times.instant(to), missedWhy)));
        }
        missedFrom = 0;
    }

    /** Others say, or it is already in the log, that it is silent. */
    void silenced() {
        silent = true;
    }

    /** Gives each of its points no value, Bad_NoCommunication, once until the next birth. */
    void silence(long time, long received, SampleBatchBuilder into) {
        if (!silent) {
            silent = true;
            List<BoundMetric> metrics = bound.all();
            metrics.forEach(metric -> into.addNone(metric.handle(), Quality.BAD_NO_COMMUNICATION.code(), time, received));
        }
    }
}
