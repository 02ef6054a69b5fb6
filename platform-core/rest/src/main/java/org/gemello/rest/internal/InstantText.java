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
    private static final char[] FORM = "0000-00-00T00:00:00.000000000Z".toCharArray();
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    InstantText() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        long second = value.getEpochSecond();
        if (second < FIRST || second > LAST) {
            generator.writeString(value.toString()); // with a sign, and more digits
            return;
        }
        char[] text = FORM.clone();
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        digits(text, 4, time.getYear());
        digits(text, 7, time.getMonthValue());
        digits(text, 10, time.getDayOfMonth());
        digits(text, 13, time.getHour());
        digits(text, 16, time.getMinute());
        digits(text, 19, time.getSecond());
        generator.writeString(text, 0, fraction(text, value.getNano()));
    }

    /** Writes nothing, milliseconds, microseconds or nanoseconds. @return how long the whole is */
    private static int fraction(char[] text, int nanos) {
        int end = 19;
        if (nanos != 0) {
            int places = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
            end += 1 + places;
            digits(text, end, places == 3 ? nanos / 1_000_000 : places == 6 ? nanos / 1_000 : nanos);
        }
        text[end] = 'Z';
        return end + 1;
    }

    /** @param end place after the last digit; the zeros before the first one are there already */
    private static void digits(char[] text, int end, int number) {
        int place = end;
        for (int left = number; left > 0; left /= 10) {
            text[--place] = (char) ('0' + left % 10);
        }
    }
}
