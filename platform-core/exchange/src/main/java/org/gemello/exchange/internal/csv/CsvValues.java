package org.gemello.exchange.internal.csv;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.gemello.api.Times;
import org.gemello.api.ValueKind;
import org.gemello.exchange.internal.table.ColumnType;

/** Fields of a CSV file as text and back, to the last bit; only the payload of a NaN is lost. */
final class CsvValues {
    /** Always nine digits, so that times sort as text. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);

    private CsvValues() {
    }

    static ValueKind kind(Object value) {
        return value == null ? ValueKind.NONE : value instanceof Double ? ValueKind.DOUBLE : value instanceof Long ? ValueKind.LONG
                : value instanceof Boolean ? ValueKind.BOOLEAN : ValueKind.TEXT;
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    static String status(int code) {
        return String.format("0x%08X", code);
    }

    /** @throws IllegalArgumentException where the text is not of the type; the message says what it should be */
    static Object parse(ColumnType type, String text) {
        return switch (type) {
            case TEXT -> text;
            case TIME -> parseTime(text);
            case LONG -> parseLong(text);
            case DOUBLE -> parseDouble(text);
            case STATUS -> parseStatus(text);
            case VALUE -> throw new IllegalArgumentException("a value needs its kind");
        };
    }

    static Object parseValue(String kind, String text) {
        return switch (parseKind(kind)) {
            case NONE -> null;
            case DOUBLE -> parseDouble(text);
            case LONG -> parseLong(text);
            case BOOLEAN -> parseBoolean(text);
            case TEXT -> text;
        };
    }

    private static ValueKind parseKind(String text) {
        try {
            return ValueKind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("kind '" + text + "' is none of none, double, long, boolean, text", e);
        }
    }

    private static Instant parseTime(String text) {
        try {
            Instant time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
            Times.nanos(time);
            return time;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time such as 2026-01-02T03:04:05.000000000Z", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("time " + text + " is not between the years 1678 and 2262", e);
        }
    }

    static Long parseLong(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number of 64 bits", e);
        }
    }

    static Double parseDouble(String text) {
        String number = text.strip();
        // Java would also take 1d and 0x1p3
        if (!number.isEmpty() && "dDfFxX".indexOf(number.charAt(number.length() - 1)) < 0 && number.indexOf('x') < 0) {
            try {
                return Double.valueOf(number);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + text + "' is not a number", e);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a number");
    }

    static Boolean parseBoolean(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    private static Integer parseStatus(String text) {
        try {
            return text.startsWith("0x") || text.startsWith("0X") ? Integer.parseUnsignedInt(text.substring(2), 16)
                    : Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a status code such as 0x80310000", e);
        }
    }
}
