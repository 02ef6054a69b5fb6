package org.gemello.log.internal;

import java.nio.file.Path;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the log can write; says so in alarms. Safe for use by many threads. */
final class Outage {
    static final String SEGMENT_FAILED = "log.segment-failed";
    static final String NOT_WRITING = "log.not-writing";
    /** A disk that has failed once is watched with suspicion for this long. */
    private static final long SUSPICION = 3_600_000_000_000L;
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private final Path directory;
    private final PlatformAlarms alarms;
    private final LogClock clock;
    private volatile String text = "";
    private volatile long lastFailure;
    private volatile boolean suspicious;

    Outage(Path directory, PlatformAlarms alarms, LogClock clock) {
        this.directory = directory;
        this.alarms = alarms;
        this.clock = clock;
        // an alarm from before a restart has its hour too
        lastFailure = clock.steady();
        suspicious = alarms.active().stream().anyMatch(alarm -> alarm.name().equals(SEGMENT_FAILED));
    }

    /**
     * Notes that a write or force has failed.
     *
     * @param again true where the rewriting has failed too, so that the log does not write for now
     */
    void failed(Throwable cause, boolean again) {
        if (!DiskProblem.isFull(cause)) {
            suspicious = true;
            lastFailure = clock.steady();
            alarms.raise(SEGMENT_FAILED, Severity.HIGH, "a write to the sample log in " + directory + " has failed (" + cause
                    + "); nothing acknowledged is lost, the rest is written to a new segment. Check the disk, it may be about to fail");
        }
        if (again) {
            text = DiskProblem.text("the sample log in " + directory + " cannot write and tries again every few seconds, sources wait", cause);
            alarms.raise(NOT_WRITING, Severity.CRITICAL, text);
        } else {
            LOG.error("a write to the sample log in {} has failed; its segment is closed, what is not acknowledged goes to a new one",
                    directory, cause);
        }
    }

    /** Notes that everything is on disk again. */
    void over() {
        text = "";
        alarms.clear(NOT_WRITING, "the sample log in " + directory + " writes again, nothing was lost");
    }

    /** To be called now and then: forgets a failure that is long ago. */
    void check() {
        if (suspicious && clock.steady() - lastFailure > SUSPICION) {
            suspicious = false;
            alarms.clear(SEGMENT_FAILED, "no failure for an hour");
        }
    }

    boolean isOn() {
        return !text.isEmpty();
    }

    /** Why nothing is written; empty while all is well. */
    String text() {
        return text;
    }
}
