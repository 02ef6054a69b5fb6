package org.gemello.routes.internal;

import java.util.OptionalLong;
import org.gemello.api.Times;
import org.gemello.api.log.SampleLog;

/**
 * Since when a connection has not been followed, so that its connector can tell the gap. The end of the last run comes from the
 * log; what stops later in this process is kept in system properties, which outlive this bundle but not the process.
 */
final class Silences {
    private static final String PREFIX = "gemello.silent.";
    private final SampleLog log;

    Silences(SampleLog log) {
        this.log = log;
    }

    /** Nanoseconds since the epoch; empty where the connection was never followed. */
    OptionalLong since(String connection) {
        OptionalLong stopped = sinceStop(connection);
        if (stopped.isPresent()) {
            return stopped;
        }
        return log.endOfLastRun().map(end -> OptionalLong.of(Times.nanos(end))).orElse(OptionalLong.empty());
    }

    /** As {@link #since} for a connection that is new on the site: what was before this process is not its past. */
    OptionalLong sinceStop(String connection) {
        Long stopped = Long.getLong(PREFIX + connection);
        return stopped == null ? OptionalLong.empty() : OptionalLong.of(stopped);
    }

    /** The connection is not followed from now on. */
    void begin(String connection) {
        System.setProperty(PREFIX + connection, Long.toString(Times.now()));
    }
}
