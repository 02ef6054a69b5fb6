package org.gemello.gpack.internal.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A clause of a header of a bundle's manifest (OSGi Core 8, 3.2.4): names, then attributes and directives.
 *
 * @param names      packages or namespaces
 * @param attributes values by key; directives with their colon, such as {@code filter:}
 */
public record Header(List<String> names, Map<String, String> attributes) {

    /** All clauses; none where the header is absent. */
    public static List<Header> parse(String text) {
        List<Header> clauses = new ArrayList<>();
        for (String clause : split(text == null ? "" : text, ',')) {
            List<String> names = new ArrayList<>();
            Map<String, String> attributes = new HashMap<>();
            for (String part : split(clause, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part.strip());
                } else {
                    attributes.put(part.substring(0, equals).strip(), unquoted(part.substring(equals + 1).strip()));
                }
            }
            clauses.add(new Header(List.copyOf(names), Map.copyOf(attributes)));
        }
        return clauses;
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == at && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        parts.removeIf(String::isBlank);
        return parts;
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }
}
