package org.gemello.api.trace;

import java.time.Instant;

/**
 * One step of a trace.
 *
 * @param stage  which part of the loop
 * @param detail what happened, for people
 * @param time   when
 */
public record TraceStep(Stage stage, String detail, Instant time) {
}
