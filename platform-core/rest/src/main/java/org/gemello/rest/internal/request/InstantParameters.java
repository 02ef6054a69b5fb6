package org.gemello.rest.internal.request;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times in queries. */
public final class InstantParameters extends ParsedParameters<Instant> {
    public InstantParameters() {
        super(Instant.class);
    }

    @Override
    Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time such as 2026-03-01T12:00:00Z (write + as %2B)", e);
        }
    }
}
