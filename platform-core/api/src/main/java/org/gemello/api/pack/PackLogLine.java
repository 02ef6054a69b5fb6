package org.gemello.api.pack;

import java.time.Instant;
import java.util.Optional;
import org.gemello.api.TwinId;

/**
 * One line that a pack has logged.
 *
 * @param id      names the line; a later line has a greater one, also after a restart of the platform
 * @param time    when it was logged
 * @param level   how grave it is
 * @param version of the pack, which has logged it
 * @param logger  as the pack names it, such as a class; for what a worker process prints, {@code output}
 * @param message at most 4,000 characters
 * @param trace   text, frames and causes of what was thrown, shortened; empty where nothing was
 * @param twin    whose behaviour was at work; empty where that is not known, such as in a worker process
 */
public record PackLogLine(long id, Instant time, Level level, String version, String logger, String message, String trace,
                          Optional<TwinId> twin) {

    /** How grave a line is, the gravest first. */
    public enum Level {
        ERROR, WARN, INFO, DEBUG, TRACE
    }
}
