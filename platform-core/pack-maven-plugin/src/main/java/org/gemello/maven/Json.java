package org.gemello.maven;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Maps, lists, texts and whole numbers as JSON (RFC 8259). */
final class Json {
    private Json() {
    }

    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(entry -> text(String.valueOf(entry.getKey())) + ": " + write(entry.getValue()))
                    .collect(Collectors.joining(",\n", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(Json::write).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Integer ? value.toString() : text(String.valueOf(value));
    }

    private static String text(String text) {
        return text.codePoints().mapToObj(c -> c == '"' || c == '\\' ? "\\" + (char) c : c < ' ' ? String.format("\\u%04x", c)
                : Character.toString(c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
