package org.gemello.energy.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Documents that come and go as text: JSON, written small and read with limits. */
public final class Json {
    private static final int LONGEST = 64_000;

    private Json() {
    }

    /** Maps, lists, texts, numbers, booleans and null as JSON; a number that is none is null. */
    public static String of(Object value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    private static void append(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                quote(entry.getKey().toString(), out);
                out.append(':');
                append(entry.getValue(), out);
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object each : list) {
                out.append(separator);
                append(each, out);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Double number) {
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
            out.append(!Double.isFinite(number) ? "null" : whole ? Long.toString(number.longValue()) : number.toString());
        } else if (value instanceof String text) {
            quote(text, out);
        } else {
            out.append(value);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** A number with so many decimals: tables are kept each time they change, and need no more than people read. */
    public static Double rounded(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return null;
        }
        double scale = Math.pow(10, decimals);
        return Math.rint(value * scale) / scale + 0.0;
    }

    /**
     * The object that a text holds.
     *
     * @throws IllegalArgumentException where it is too long, cannot be read or is something else; the message says where
     */
    public static Map<String, Object> object(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
        }
        Object read;
        try {
            read = new Load(LoadSettings.builder().setMaxAliasesForCollections(0).setAllowDuplicateKeys(false).build()).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
        if (!(read instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("it is no JSON object");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
    }

    /** A number of an object. */
    public static double number(Map<?, ?> object, String key) {
        if (object.get(key) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("'" + key + "' is " + object.get(key) + ", a number is needed");
    }

    /** A text of an object. */
    public static String text(Map<?, ?> object, String key) {
        if (object.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("'" + key + "' is " + object.get(key) + ", a text is needed");
    }

    /** A list of an object. */
    public static List<?> list(Map<?, ?> object, String key) {
        if (object.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("'" + key + "' is " + object.get(key) + ", a list is needed");
    }
}
