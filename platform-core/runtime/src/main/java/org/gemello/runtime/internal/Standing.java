package org.gemello.runtime.internal;

import java.time.Duration;
import org.gemello.api.twin.TwinStatus;

/** Whether a twin is at work, why not, and since when. Changed by who changes the twin, read by any. */
final class Standing {
    /** A swap that takes longer than this shows its last values as uncertain. */
    private static final Duration GRACE = Duration.ofMillis(250);
    private volatile TwinStatus status = TwinStatus.PARKED;
    private volatile String reason = "its pack is not installed";
    private volatile long outSince = System.nanoTime();

    /** It follows the log as it grows. */
    void running() {
        status = TwinStatus.RUNNING;
    }

    /** It reads what the log has gathered; what it shows has been out of date for longer already. */
    void catchingUp() {
        status = TwinStatus.CATCHING_UP;
        reason = "";
    }

    /** It fell behind just now. */
    void behind() {
        outSince = System.nanoTime();
        catchingUp();
    }

    void parked(String why) {
        outSince = System.nanoTime();
        reason = why == null ? "unknown" : why;
        status = TwinStatus.PARKED;
    }

    TwinStatus status() {
        return status;
    }

    /** Why it is parked, empty where it is not. */
    String reason() {
        return reason;
    }

    /** True where good values are no longer current. */
    boolean isStale() {
        return status != TwinStatus.RUNNING && System.nanoTime() - outSince > GRACE.toNanos();
    }
}
