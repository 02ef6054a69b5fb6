package org.gemello.connector;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.gemello.api.Times;

/**
 * Reads the time that a source gives: ISO 8601 text with a zone ({@code 2026-11-21T19:45:00.250Z}, {@code ...+01:00}), or a
 * number since 1970-01-01T00:00:00Z: below 10<sup>10</sup> it is in seconds, with or without fraction, from there on in
 * milliseconds. (10<sup>10</sup> s is the year 2286; 10<sup>10</sup> ms is April 1970, when no such device was running.)
 */
public final class SourceTime {
    private static final double FIRST_MILLIS = 1e10;
    /** 2262, where nanoseconds no longer fit into 64 bits. */
    private static final double LAST_SECONDS = 9.2e9;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,20}(\\.\\d{0,20})?([eE][-+]?\\d{1,3})?");

    private SourceTime() {
    }

    /**
     * Nanoseconds since the epoch.
     *
     * @throws IllegalArgumentException where it is no such time; the message begins with "is not"
     */
    public static long of(String text) {
        try {
            return Times.nanos(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("is not a time: write ISO 8601 with a zone, such as 2026-11-21T19:45:00.250Z", e);
        }
    }

    /** As for a text. */
    public static long of(double number) {
        double seconds = number < FIRST_MILLIS ? number : number / 1e3;
        if (!(seconds >= 0 && seconds <= LAST_SECONDS)) {
            throw new IllegalArgumentException("is not a time in s or ms since 1970: " + number);
        }
        if (number >= FIRST_MILLIS && number == Math.rint(number)) {
            return Times.nanos(Instant.ofEpochMilli((long) number));
        }
        // decimal, so that 1700000000.25 is .25 and not .249999999
        return BigDecimal.valueOf(seconds).movePointRight(9).longValue();
    }

    /** As for a number where the text is one, else as for a text. */
    public static long parse(String text) {
        return NUMBER.matcher(text).matches() ? of(Double.parseDouble(text)) : of(text);
    }
}
