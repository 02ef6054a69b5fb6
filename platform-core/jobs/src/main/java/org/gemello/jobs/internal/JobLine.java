package org.gemello.jobs.internal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;

/** A job as one line of text: fields between tabs; tab, line feed, carriage return and backslash are escaped. */
final class JobLine {
    private static final int FIELDS = 10;
    /** Of one field: an exception's message may be as long as a file. */
    private static final int LONGEST = 4096;

    private JobLine() {
    }

    static String format(JobView job) {
        List<String> fields = List.of(job.id(), job.kind(), job.title(), job.caller(), job.state().name(), Double.toString(job.progress()),
                job.message(), job.result(), job.started().toString(), job.ended() == null ? "" : job.ended().toString());
        return String.join("\t", fields.stream().map(JobLine::escape).toList());
    }

    /** Empty where the line is none of ours. */
    static Optional<JobView> parse(String line) {
        String[] raw = line.split("\t", -1);
        if (raw.length != FIELDS) {
            return Optional.empty();
        }
        List<String> f = new ArrayList<>();
        for (String field : raw) {
            f.add(unescape(field));
        }
        try {
            return Optional.of(new JobView(f.get(0), f.get(1), f.get(2), f.get(3), State.valueOf(f.get(4)), Double.parseDouble(f.get(5)),
                    f.get(6), f.get(7), Instant.parse(f.get(8)), f.get(9).isEmpty() ? null : Instant.parse(f.get(9))));
        } catch (IllegalArgumentException | DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    private static String escape(String field) {
        String text = field.length() > LONGEST ? field.substring(0, LONGEST) + "…" : field;
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String field) {
        StringBuilder text = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 1 < field.length()) {
                char escaped = field.charAt(++i);
                text.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
