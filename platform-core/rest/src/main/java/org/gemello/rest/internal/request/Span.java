package org.gemello.rest.internal.request;

import java.time.Duration;
import java.time.Instant;
import org.gemello.rest.internal.problem.InvalidRequestException;

/**
 * A stretch of time that was asked for.
 *
 * @param from its begin, included
 * @param to   its end, after {@code from}, not included
 */
public record Span(Instant from, Instant to) {
    private static final Duration DEFAULT = Duration.ofHours(1);

    /**
     * @param from null for an hour before {@code to}
     * @param to   null for now
     * @throws InvalidRequestException where they are in the wrong order
     */
    public static Span of(Instant from, Instant to) {
        Instant end = to == null ? Instant.now() : to;
        Instant begin = from == null ? end.minus(DEFAULT) : from;
        if (!begin.isBefore(end)) {
            throw new InvalidRequestException("from", begin + " is not before 'to', " + end);
        }
        return new Span(begin, end);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
