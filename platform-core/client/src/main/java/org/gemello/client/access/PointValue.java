package org.gemello.client.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A value of a point: a number, true or false, or a text. Written by hand, for the generator's reading of such a choice takes the text
 * in a number's place.
 *
 * @param value a {@link Number}, a {@link Boolean} or a {@link String}
 */
public record PointValue(@JsonValue Object value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PointValue {
        if (!(value instanceof Number) && !(value instanceof Boolean) && !(value instanceof String)) {
            throw new IllegalArgumentException("a value is a number, true or false, or a text, not " + value);
        }
    }

    /** The value as a number; true is 1. NaN where it is a text. */
    public double number() {
        return value instanceof Number number ? number.doubleValue() : value instanceof Boolean flag ? flag ? 1 : 0 : Double.NaN;
    }

    /** As a parameter of a query; the generated classes ask for it. */
    public String toUrlQueryString(String prefix) {
        return Objects.requireNonNullElse(prefix, "value") + '=' + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
