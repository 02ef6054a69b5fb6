package org.gemello.security.internal;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.security.AuditEvent;

/**
 * An event as one line of JSON. Each line carries the SHA-256 of the line before it (without its line feed), so a line that is
 * changed, removed or put in breaks the chain.
 */
final class AuditLine {
    /** What the first line of all names as the one before it. */
    static final String BEGINNING = "0".repeat(64);
    /** Of one field; a login name is whatever somebody sends. */
    private static final int LONGEST_FIELD = 4096;
    private static final Pattern SEQUENCE = Pattern.compile("\\{\"sequence\":(\\d{1,18}),");

    private AuditLine() {
    }

    static String format(long sequence, Instant time, AuditEvent event, String previous) {
        StringBuilder line = new StringBuilder(256).append("{\"sequence\":").append(sequence);
        field(line, "time", time.toString());
        field(line, "caller", event.caller());
        field(line, "action", event.action());
        field(line, "object", event.object());
        field(line, "outcome", event.outcome().name());
        field(line, "reason", event.reason());
        field(line, "trace", event.trace().isPresent() ? event.trace().toString() : "");
        field(line, "previous", previous);
        return line.append('}').toString();
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append(",\"").append(name).append("\":\"");
        for (int i = 0; i < Math.min(value.length(), LONGEST_FIELD); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                // also what a terminal or a line-wise reader would take for more than text
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }

    /** @throws IllegalArgumentException where the line is none of ours */
    static long sequence(String line) {
        Matcher matcher = SEQUENCE.matcher(line);
        if (!matcher.lookingAt() || !line.endsWith("}")) {
            throw new IllegalArgumentException("not a line of the audit log: " + line.substring(0, Math.min(line.length(), 80)));
        }
        return Long.parseLong(matcher.group(1));
    }
}
