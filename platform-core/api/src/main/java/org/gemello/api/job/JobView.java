package org.gemello.api.job;

import java.time.Instant;

/**
 * A job as a reader sees it.
 *
 * @param id       identity
 * @param kind     such as {@code history-export}
 * @param title    for people
 * @param caller   who asked
 * @param state    where it stands
 * @param progress share done, 0 to 1
 * @param message  what it does now, or why it failed
 * @param result   what came out, empty until {@link State#DONE}
 * @param started  when it was asked for
 * @param ended    when it ended, null before
 */
public record JobView(String id, String kind, String title, String caller, State state, double progress, String message, String result,
                      Instant started, Instant ended) {

    /** Where a job stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isEnd() {
            return this != WAITING && this != RUNNING;
        }
    }
}
