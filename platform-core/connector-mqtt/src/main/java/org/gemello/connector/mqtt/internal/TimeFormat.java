package org.gemello.connector.mqtt.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.gemello.api.Times;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;
import org.gemello.connector.SourceTime;

/**
 * How a source writes its times. Without a pattern as in {@link SourceTime}; with a pattern of {@link DateTimeFormatter} as text of that
 * form, in the given zone where it names none itself.
 */
final class TimeFormat {
    private final DateTimeFormatter formatter;
    private final String pattern;

    private TimeFormat(DateTimeFormatter formatter, String pattern) {
        this.formatter = formatter;
        this.pattern = pattern;
    }

    /** @throws ConfigurationException where the pattern or the zone is wrong, or they do not make a point in time */
    static TimeFormat of(Settings settings) {
        Optional<String> pattern = settings.find("timeFormat");
        Optional<ZoneId> zone = settings.find("timeZone").map(name -> zone(settings, name));
        if (pattern.isEmpty()) {
            if (zone.isPresent()) {
                throw new ConfigurationException(settings.place("timeZone"), "'timeZone' needs a 'timeFormat'");
            }
            return new TimeFormat(null, "");
        }
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern.get(), Locale.ENGLISH);
            formatter = zone.isPresent() ? formatter.withZone(zone.get()) : formatter;
            Instant.from(formatter.parse(formatter.format(OffsetDateTime.of(2026, 11, 21, 19, 45, 30, 0, ZoneOffset.UTC))));
            return new TimeFormat(formatter, pattern.get());
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

    /**
     * Nanoseconds since the epoch.
     *
     * @throws IllegalArgumentException where it is no such time; the message begins with "is"
     */
    long read(String text) {
        if (formatter == null) {
            return SourceTime.parse(text);
        }
        try {
            return Times.nanos(Instant.from(formatter.parse(text)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("is not a time: write it as '" + pattern + "'", e);
        }
    }

    /** As for a text. */
    long read(double number) {
        if (formatter == null) {
            return SourceTime.of(number);
        }
        throw new IllegalArgumentException("is a number; 'timeFormat' wants text of the form '" + pattern + "'");
    }
}
