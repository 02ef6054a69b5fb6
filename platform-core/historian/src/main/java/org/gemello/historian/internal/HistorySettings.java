package org.gemello.historian.internal;

import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits of the history.
 *
 * @param flushAge       rows wait in memory no longer than this
 * @param flushRows      a file is written when so many rows wait
 * @param flushBytes     a file is written when they take this much memory; twice as much is the most ever held
 * @param retentionAge   files whose latest sample is older are removed
 * @param retentionBytes the oldest files are removed while there are more bytes than this
 * @param rollupAge      files of sums whose latest bucket is older are removed
 * @param rollupBytes    the oldest files of sums are removed while there are more bytes than this
 * @param retryDelay     first wait after a write error; doubled each time, up to 60 of it
 */
public record HistorySettings(Duration flushAge, int flushRows, long flushBytes, Duration retentionAge, long retentionBytes,
                              Duration rollupAge, long rollupBytes, Duration retryDelay) {
    /** A flush every 60 s or 600,000 rows or 64 MB; samples of 90 days or 10 GB are kept, sums of 5 years or 10 GB. */
    public static final HistorySettings DEFAULT = new HistorySettings(Duration.ofSeconds(60), 600_000, 64L << 20, Duration.ofDays(90),
            10_000_000_000L, Duration.ofDays(1_825), 10_000_000_000L, Duration.ofSeconds(1));
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,6})\\s*([A-Za-z]+)");
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "min", 60L, "h", 3_600L, "d", 86_400L);
    private static final Map<String, Long> BYTES = Map.of("kB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L, "TB", 1_000_000_000_000L);

    /**
     * Defaults, changed by the properties {@code gemello.history.flush.age}, {@code gemello.history.retention.age} and
     * {@code gemello.history.rollup.age} (such as {@code 90 d}; s, min, h, d), {@code gemello.history.retention.bytes} and
     * {@code gemello.history.rollup.bytes} (such as {@code 10 GB}; kB, MB, GB, TB).
     *
     * @throws IllegalArgumentException for a value that cannot be read, naming the property
     */
    static HistorySettings from(UnaryOperator<String> property) {
        return new HistorySettings(Duration.ofSeconds(quantity(property, "gemello.history.flush.age", "60 s", SECONDS)),
                DEFAULT.flushRows, DEFAULT.flushBytes,
                Duration.ofSeconds(quantity(property, "gemello.history.retention.age", "90 d", SECONDS)),
                quantity(property, "gemello.history.retention.bytes", "10 GB", BYTES),
                Duration.ofSeconds(quantity(property, "gemello.history.rollup.age", "1825 d", SECONDS)),
                quantity(property, "gemello.history.rollup.bytes", "10 GB", BYTES), DEFAULT.retryDelay);
    }

    private static long quantity(UnaryOperator<String> property, String name, String fallback, Map<String, Long> units) {
        String given = property.apply(name);
        String text = given == null || given.isBlank() ? fallback : given.trim();
        Matcher parts = QUANTITY.matcher(text);
        if (!parts.matches() || !units.containsKey(parts.group(2))) {
            throw new IllegalArgumentException(name + " = '" + text + "' should be a number and one of the units "
                    + new TreeSet<>(units.keySet()) + ", such as " + fallback);
        }
        return Long.parseLong(parts.group(1)) * units.get(parts.group(2));
    }
}
