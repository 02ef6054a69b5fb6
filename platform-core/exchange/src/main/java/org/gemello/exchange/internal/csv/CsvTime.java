package org.gemello.exchange.internal.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.Function;
import org.gemello.api.Times;

/** Reads times in the format that a mapping names. */
final class CsvTime {
    private final String format;
    private final Function<String, Instant> parser;

    /** @throws IllegalArgumentException where the format is none */
    CsvTime(String format, ZoneId zone) {
        this.format = format;
        this.parser = switch (format) {
            case "iso" -> text -> instant(DateTimeFormatter.ISO_DATE_TIME.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from), zone);
            case "epoch-s" -> text -> nanos(new BigDecimal(text).movePointRight(9));
            case "epoch-ms" -> text -> nanos(new BigDecimal(text).movePointRight(6));
            case "epoch-ns" -> text -> nanos(new BigDecimal(text));
            default -> {
                // strict, else the 31st of February would be the 28th; that needs the year without an era
                String strict = format.indexOf('G') < 0 ? format.replace('y', 'u') : format;
                DateTimeFormatter pattern = DateTimeFormatter.ofPattern(strict, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
                yield text -> instant(pattern.parseBest(text, ZonedDateTime::from, LocalDateTime::from), zone);
            }
        };
    }

    private static Instant instant(TemporalAccessor time, ZoneId zone) {
        return time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
    }

    private static Instant nanos(BigDecimal nanos) {
        return Times.instant(nanos.toBigInteger().longValueExact());
    }

    /** @throws IllegalArgumentException where the text is no such time */
    Instant parse(String text) {
        if (text.length() > 64) {
            throw new IllegalArgumentException("a time of " + text.length() + " characters");
        }
        try {
            Instant time = parser.apply(text.strip());
            Times.nanos(time);
            return time;
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time as '" + format + "' says, between the years 1678 and 2262", e);
        }
    }
}
