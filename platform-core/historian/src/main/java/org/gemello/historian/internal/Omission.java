package org.gemello.historian.internal;

import java.util.HashMap;
import java.util.Map;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.twin.Severity;

/**
 * Leaves out the samples of dispensable points while the disk is nearly full. Each point gets a gap for the time, the samples are counted,
 * and an alarm says so. For one thread, but {@link #report}.
 */
final class Omission {
    static final String REASON = "disk nearly full: points of history class low are not kept";
    private static final String ALARM = "history.low-class-omitted";
    private final Surroundings around;
    /** Latest time left out, of points that have not had a sample kept since. */
    private final Map<PointId, Long> since = new HashMap<>();
    private volatile long omitted;
    private long reported;

    Omission(Surroundings around) {
        this.around = around;
    }

    /** True while nothing is left out and no gap is open: then rows need not be looked at. */
    boolean isIdle() {
        return since.isEmpty() && !around.isTight().getAsBoolean();
    }

    boolean applies(PointTable points, int handle) {
        return around.isTight().getAsBoolean() && around.isLow().test(points.id(handle));
    }

    /** A sample was left out; returns the time from which its gap goes on, which is its own for the first. */
    long omit(PointId point, long time) {
        omitted++;
        Long before = since.put(point, time);
        return before == null ? time : Math.min(before, time);
    }

    /** A sample is kept; returns the time from which the gap before it goes on, null where there is none. */
    Long kept(PointId point) {
        return since.isEmpty() ? null : since.remove(point);
    }

    /** Tells the operator; by any thread, from time to time. */
    synchronized void report() {
        long now = omitted;
        if (now > reported) {
            reported = now;
            around.alarms().raise(ALARM, Severity.MEDIUM, now + " samples of points of history class low were not kept, because the "
                    + "disk is nearly full; free space or shorten gemello.history.retention.age");
        }
        if (now > 0 && !around.isTight().getAsBoolean()) {
            around.alarms().clear(ALARM, "the disk has room again; " + now + " samples were not kept");
        }
    }
}
