package org.gemello.connector.mqtt.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gemello.api.Times;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;

/**
 * Reads the time that a source gives. Without a pattern: ISO 8601 text with a zone ({@code 2026-11-21T19:45:00.250Z},
 * {@code ...+01:00}), or a number since 1970-01-01T00:00:00Z: below 10<sup>10</sup> it is in seconds, with or without fraction,
 * from there on in milliseconds. (10<sup>10</sup> s is the year 2286; 10<sup>10</sup> ms is April 1970, when no such device was
 * running.) With a pattern of {@link DateTimeFormatter}: text of that form, in the given zone where it names none itself.
 */
final class SourceTime {
    static final SourceTime STANDARD = new SourceTime(null, "");
    private static final double FIRST_MILLIS = 1e10;
    /** 2262, where nanoseconds no longer fit into 64 bits. */
    private static final double LAST_SECONDS = 9.2e9;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,20})?");
    private final DateTimeFormatter formatter;
    private final String pattern;

    private SourceTime(DateTimeFormatter formatter, String pattern) {
        this.formatter = formatter;
        this.pattern = pattern;
    }

    /** @throws ConfigurationException where the pattern or the zone is wrong, or they do not make a point in time */
    static SourceTime of(Settings settings) {
        Optional<String> pattern = settings.find("timeFormat");
        Optional<ZoneId> zone = settings.find("timeZone").map(name -> zone(settings, name));
        if (pattern.isEmpty()) {
            if (zone.isPresent()) {
                throw new ConfigurationException(settings.place("timeZone"), "'timeZone' needs a 'timeFormat'");
            }
            return STANDARD;
        }
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern.get(), Locale.ENGLISH);
            formatter = zone.isPresent() ? formatter.withZone(zone.get()) : formatter;
            Instant.from(formatter.parse(formatter.format(OffsetDateTime.of(2026, 11, 21, 19, 45, 30, 0, ZoneOffset.UTC))));
            return new SourceTime(formatter, pattern.get());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ConfigurationException(settings.place("timeFormat"), "'timeFormat' is '" + pattern.get() + "', which does not give a"
                    + " date, a time and a zone; write one such as 'dd.MM.yyyy HH:mm:ss', and a 'timeZone' such as Europe/Vienna where it"
                    + " has none");
        }
    }

    private static ZoneId zone(Settings settings, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new ConfigurationException(settings.place("timeZone"), "'timeZone' is '" + name + "'; write one such as UTC or Europe/Vienna");
        }
    }

    /** Nanoseconds since the epoch. */
    long of(String text) throws Refusal {
        try {
            if (formatter != null) {
                return Times.nanos(Instant.from(formatter.parse(text)));
            }
            return NUMBER.matcher(text).matches() ? of(Double.parseDouble(text)) : Times.nanos(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException | ArithmeticException e) {
            throw new Refusal("is not a time: write " + (formatter == null ? "ISO 8601 with a zone, such as 2026-11-21T19:45:00.250Z"
                    : "it as '" + pattern + "'"));
        }
    }

    /** Nanoseconds since the epoch. */
    long of(double number) throws Refusal {
        if (formatter != null) {
            throw new Refusal("is a number; 'timeFormat' wants text of the form '" + pattern + "'");
        }
        double seconds = number < FIRST_MILLIS ? number : number / 1e3;
        if (!(seconds >= 0 && seconds <= LAST_SECONDS)) {
            throw new Refusal("is not a time in s or ms since 1970: " + number);
        }
        if (number >= FIRST_MILLIS && number == Math.rint(number)) {
            return Times.nanos(Instant.ofEpochMilli((long) number));
        }
        // decimal, so that 1700000000.25 is .25 and not .249999999
        return BigDecimal.valueOf(seconds).movePointRight(9).longValue();
    }
}
