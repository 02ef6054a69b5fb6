package org.gemello.security.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.api.TraceId;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.AuditRecord;

/** Reads what {@link AuditLine} has written; anything else is none of ours. */
final class AuditLineReader {
    private static final Pattern FIELD = Pattern.compile("\\G,\"([a-z]+)\":\"((?:[^\"\\\\]|\\\\[\"\\\\]|\\\\u[0-9a-f]{4})*+)\"");
    private static final List<String> FIELDS = List.of("time", "caller", "action", "object", "outcome", "reason", "trace", "previous");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-f]{4})|[\"\\\\])");

    private AuditLineReader() {
    }

    /**
     * A line with the hash that it names for the line before it.
     *
     * @param previous SHA-256 in lower-case hexadecimal
     */
    record Linked(AuditRecord record, String previous) {
    }

    /** @throws IllegalArgumentException where the line is none of ours */
    static Linked read(String line) {
        long sequence = AuditLine.sequence(line);
        Matcher field = FIELD.matcher(line);
        List<String> values = new ArrayList<>();
        int at = line.indexOf(',');
        while (values.size() < FIELDS.size() && field.find(at) && field.group(1).equals(FIELDS.get(values.size()))) {
            values.add(unescape(field.group(2)));
            at = field.end();
        }
        if (values.size() < FIELDS.size() || at != line.length() - 1) {
            throw new IllegalArgumentException("not a line of the audit log, from character " + at + " on");
        }
        AuditEvent event = new AuditEvent(values.get(1), values.get(2), values.get(3), Outcome.valueOf(values.get(4)), values.get(5),
                values.get(6).isEmpty() ? TraceId.NONE : TraceId.parse(values.get(6)));
        return new Linked(new AuditRecord(sequence, Instant.parse(values.get(0)), event), values.get(7));
    }

    private static String unescape(String text) {
        return text.indexOf('\\') < 0 ? text : ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(
                escape.group(2) == null ? escape.group(1) : String.valueOf((char) Integer.parseInt(escape.group(2), 16))));
    }
}
