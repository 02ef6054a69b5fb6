package org.gemello.api;

import java.time.Instant;

/**
 * A hole in the samples of a point, as a fact: what is missing is said, never passed over.
 *
 * @param definition the point that misses samples
 * @param from       last time that is known to be covered
 * @param to         first time that is covered again, after {@code from}
 * @param reason     cause in words, such as {@code connection plant lost: Bad_ConnectionClosed}
 */
public record Gap(PointDefinition definition, Instant from, Instant to, String reason) {
}
