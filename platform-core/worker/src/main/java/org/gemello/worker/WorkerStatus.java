package org.gemello.worker;

import java.time.Instant;

/**
 * How a worker does.
 *
 * @param pack    id of its pack
 * @param version of its pack
 * @param state   see {@link State}
 * @param process number of the process, 0 while there is none
 * @param crashes since the worker was started for the first time
 * @param reason  why it last ended, empty where it never did
 * @param since   when it came to this state
 */
public record WorkerStatus(String pack, String version, State state, long process, int crashes, String reason, Instant since) {

    /** Where a worker stands. */
    public enum State {
        /** The process answers. States that it held before it was started again are gone: its twins start from their images. */
        RUNNING,
        /** The process has ended and is started again after a pause. Calls fail at once. */
        RESTARTING,
        /** It ended too often and is not started again. Calls fail at once. */
        QUARANTINED,
        /** Closed. */
        STOPPED
    }
}
