package org.gemello.shell.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Values, times and sizes in the words of the shell. */
final class Texts {
    /** What stands where there is nothing to show. */
    static final String NONE = "-";
    private static final MathContext SHOWN_DIGITS = new MathContext(7);
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e9;

    private Texts() {
    }

    /** A sample's value; numbers with at most 7 significant digits. */
    static String value(Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return number(number);
        }
        return value == null ? NONE : value.toString();
    }

    /** A number with at most 7 significant digits. */
    static String number(double number) {
        double magnitude = Math.abs(number);
        if (magnitude != 0 && (magnitude < LEAST_PLAIN || magnitude >= MOST_PLAIN)) {
            return String.format(Locale.ROOT, "%.6e", number);
        }
        return new BigDecimal(number).round(SHOWN_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** UTC, to the millisecond. */
    static String time(Instant time) {
        return time == null ? NONE : time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** How long ago, in one unit; with a minus sign where the source's clock is ahead of ours. */
    static String age(Instant time, Instant now) {
        if (time == null) {
            return NONE;
        }
        Duration age = Duration.between(time, now);
        String sign = age.isNegative() ? "-" : "";
        return sign + span(age.abs());
    }

    /** A time span in one unit, cut to what is over. */
    static String span(Duration span) {
        if (span.toSeconds() < 10) {
            return String.format(Locale.ROOT, "%.1f s", Math.floor(span.toMillis() / 100.0) / 10);
        } else if (span.toMinutes() < 2) {
            return span.toSeconds() + " s";
        } else if (span.toHours() < 2) {
            return span.toMinutes() + " min";
        }
        return span.toDays() < 2 ? span.toHours() + " h" : span.toDays() + " d";
    }

    /** Bytes, with the larger unit (IEC 80000-13) in brackets. */
    static String bytes(long bytes) {
        String[] units = {"KiB", "MiB", "GiB", "TiB"};
        double size = bytes;
        String unit = "";
        for (int i = 0; size >= 1024 && i < units.length; i++) {
            size /= 1024;
            unit = units[i];
        }
        return unit.isEmpty() ? bytes + " B" : String.format(Locale.ROOT, "%d B (%.1f %s)", bytes, size, unit);
    }
}
