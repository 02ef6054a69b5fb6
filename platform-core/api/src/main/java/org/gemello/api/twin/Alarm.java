package org.gemello.api.twin;

import java.time.Instant;

/**
 * An alarm of a twin.
 *
 * @param name     name within the twin, such as {@code underperformance}
 * @param active   true until back to normal
 * @param severity how bad
 * @param message  what is wrong, with numbers and units
 * @param since    when it came to this state, source time
 */
public record Alarm(String name, boolean active, Severity severity, String message, Instant since) {
}
