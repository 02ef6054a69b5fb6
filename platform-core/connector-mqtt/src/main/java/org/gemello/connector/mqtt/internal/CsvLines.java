package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.List;

/** Divides a text into lines and fields (RFC 4180: a field in quotes may hold separators, line ends and doubled quotes). */
final class CsvLines {
    private final String text;
    private final char separator;
    private int at;

    CsvLines(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** All lines that are not empty. */
    List<List<String>> all() throws Refusal {
        List<List<String>> lines = new ArrayList<>();
        while (at < text.length()) {
            List<String> line = line();
            if (line.size() > 1 || !line.get(0).isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private List<String> line() throws Refusal {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : bare());
            if (at >= text.length()) {
                return fields;
            }
            char end = text.charAt(at++);
            if (end != separator) {
                if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                return fields;
            }
        }
    }

    private String bare() {
        int start = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).trim();
    }

    private String quoted() throws Refusal {
        StringBuilder field = new StringBuilder();
        int start = at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append(c);
                at++;
            } else if (at == text.length() || isEnd(text.charAt(at))) {
                return field.toString();
            } else {
                throw new Refusal("not CSV: text goes on behind the quoted field that begins at character " + (start + 1));
            }
        }
        throw new Refusal("not CSV: the quoted field that begins at character " + (start + 1) + " has no end");
    }

    private boolean isEnd(char c) {
        return c == separator || c == '\n' || c == '\r';
    }
}
