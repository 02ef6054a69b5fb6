package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A JSON pointer (RFC 6901), such as {@code /wind/speed} or {@code /values/0}; the empty one is the whole document.
 *
 * @param text  as written
 * @param steps member names or array indices, unescaped
 */
record Pointer(String text, List<String> steps) {
    Pointer {
        steps = List.copyOf(steps);
    }

    /** @throws IllegalArgumentException where the text is not a JSON pointer */
    static Pointer parse(String text) {
        if (text.isEmpty()) {
            return new Pointer(text, List.of());
        }
        if (text.charAt(0) != '/') {
            throw new IllegalArgumentException("'" + text + "' is not a JSON pointer: it must begin with '/', such as '/wind/speed'");
        }
        List<String> steps = new ArrayList<>();
        for (String step : text.substring(1).split("/", -1)) {
            steps.add(unescape(text, step));
        }
        return new Pointer(text, steps);
    }

    private static String unescape(String text, String step) {
        if (step.matches(".*~(?![01]).*")) {
            throw new IllegalArgumentException("'" + text + "' is not a JSON pointer: '~' is written '~0' and '/' within a name '~1'");
        }
        return step.replace("~1", "/").replace("~0", "~");
    }
}
