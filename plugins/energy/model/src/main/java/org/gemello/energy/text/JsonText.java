package org.gemello.energy.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A JSON object that is written key by key, as tables in points of text need it. A number that is none is {@code null}. */
public final class JsonText {
    private final StringBuilder text = new StringBuilder("{");

    /** A number with at most so many decimals. */
    public JsonText with(String key, double value, int decimals) {
        key(key).append(number(value, decimals));
        return this;
    }

    public JsonText with(String key, boolean value) {
        key(key).append(value);
        return this;
    }

    public JsonText with(String key, String value) {
        quote(key(key), value);
        return this;
    }

    public JsonText with(String key, JsonText value) {
        key(key).append(value);
        return this;
    }

    /** An array of numbers. */
    public <T> JsonText numbers(String key, List<T> rows, ToDoubleFunction<T> value, int decimals) {
        StringBuilder array = key(key).append('[');
        for (int i = 0; i < rows.size(); i++) {
            array.append(i > 0 ? "," : "").append(number(value.applyAsDouble(rows.get(i)), decimals));
        }
        array.append(']');
        return this;
    }

    /** An array of texts. */
    public <T> JsonText texts(String key, List<T> rows, Function<T, String> value) {
        StringBuilder array = key(key).append('[');
        for (int i = 0; i < rows.size(); i++) {
            quote(array.append(i > 0 ? "," : ""), value.apply(rows.get(i)));
        }
        array.append(']');
        return this;
    }

    /** An array of objects. */
    public <T> JsonText objects(String key, List<T> rows, Function<T, JsonText> value) {
        StringBuilder array = key(key).append('[');
        for (int i = 0; i < rows.size(); i++) {
            array.append(i > 0 ? "," : "").append(value.apply(rows.get(i)));
        }
        array.append(']');
        return this;
    }

    private StringBuilder key(String key) {
        return quote(text.append(text.length() > 1 ? "," : ""), key).append(':');
    }

    private static String number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    private static StringBuilder quote(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"');
    }

    /** The document. */
    @Override
    public String toString() {
        return text + "}";
    }
}
