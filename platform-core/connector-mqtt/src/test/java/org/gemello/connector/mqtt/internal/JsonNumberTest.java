package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {
    private static final JsonFactory JSON = new JsonFactory();

    private static double read(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return JsonNumber.read(parser);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "-0.0", "12", "12.50", "0.1", "-0.000000000000001", "9007199254740993", "9007199254740992",
        "9999999999999999", "1e3", "-2.5E-7", "1795290300250", "123456789012345678901234567890", "1.7976931348623157e308", "1e999"})
    void readsWhatJavaReads(String text) throws IOException {
        assertThat(Double.doubleToRawLongBits(read(text))).isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Test
    void readsRandomDecimalsToTheLastBit() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String digits = Long.toString(Math.abs(random.nextLong()) % (long) Math.pow(10, 1 + random.nextInt(17)));
            int point = random.nextInt(digits.length() + 1);
            String text = (random.nextBoolean() ? "-" : "") + (point == 0 || point == digits.length() ? digits
                    : (digits.charAt(0) == '0' ? "0" : digits.substring(0, point)) + "." + digits.substring(point));
            assertThat(Double.doubleToRawLongBits(read(text))).as(text).isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        }
    }
}
