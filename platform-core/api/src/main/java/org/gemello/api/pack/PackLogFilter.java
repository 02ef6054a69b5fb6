package org.gemello.api.pack;

import java.time.Instant;
import java.util.Locale;

/**
 * Which lines of a pack's log are wanted.
 *
 * @param least   lines as grave as this, or graver
 * @param since   lines from this time on
 * @param text    what message, logger, trace or twin has in it, in capital or small letters; empty for any
 * @param version of this version of the pack; empty for any
 */
public record PackLogFilter(PackLogLine.Level least, Instant since, String text, String version) {
    /** Every line. */
    public static final PackLogFilter ALL = new PackLogFilter(PackLogLine.Level.TRACE, Instant.MIN, "", "");

    public boolean matches(PackLogLine line) {
        return line.level().compareTo(least) <= 0 && !line.time().isBefore(since)
                && (version.isEmpty() || version.equals(line.version())) && (text.isEmpty() || hasText(line));
    }

    private boolean hasText(PackLogLine line) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return has(line.message(), wanted) || has(line.logger(), wanted) || has(line.trace(), wanted)
                || line.twin().filter(twin -> has(twin.value(), wanted)).isPresent();
    }

    private static boolean has(String part, String wanted) {
        return part.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
