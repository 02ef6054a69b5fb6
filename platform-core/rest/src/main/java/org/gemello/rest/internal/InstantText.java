package org.gemello.rest.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times as {@link Instant#toString} writes them (ISO 8601), without the general formatter: an answer has two for each sample, and they would cost
 * more than the rest of it.
 */
final class InstantText extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    InstantText() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeString(text(value));
    }

    static String text(Instant instant) {
        if (instant.getEpochSecond() < FIRST || instant.getEpochSecond() > LAST) {
            return instant.toString(); // with a sign, and more digits
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(30);
        digits(text, time.getYear(), 1_000).append('-');
        digits(text, time.getMonthValue(), 10).append('-');
        digits(text, time.getDayOfMonth(), 10).append('T');
        digits(text, time.getHour(), 10).append(':');
        digits(text, time.getMinute(), 10).append(':');
        digits(text, time.getSecond(), 10);
        return fraction(text, instant.getNano()).append('Z').toString();
    }

    /** Nothing, milliseconds, microseconds or nanoseconds. */
    private static StringBuilder fraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return text;
        } else if (nanos % 1_000_000 == 0) {
            return digits(text.append('.'), nanos / 1_000_000, 100);
        }
        return nanos % 1_000 == 0 ? digits(text.append('.'), nanos / 1_000, 100_000) : digits(text.append('.'), nanos, 100_000_000);
    }

    /** @param place value of the first digit */
    private static StringBuilder digits(StringBuilder text, int number, int place) {
        for (int value = place; value > 0; value /= 10) {
            text.append((char) ('0' + number / value % 10));
        }
        return text;
    }
}
