package org.gemello.api.history;

import java.time.Instant;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;

/**
 * A note that somebody wrote on a stretch of time.
 *
 * @param id     chosen by the writer of the note; the same id again replaces the note, an empty text removes it
 * @param twin   whose note
 * @param point  a point of that twin, null for the twin as a whole
 * @param from   begin of the stretch
 * @param to     its end, not before {@code from}
 * @param text   what is said; plain text
 * @param author who says so
 * @param time   when it was written
 */
public record Annotation(String id, TwinId twin, PointId point, Instant from, Instant to, String text, String author, Instant time) {
}
