package org.gemello.log.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads options from properties, with messages that name the key and show a value that would do. */
public final class OptionReader {
    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,15})\\s*([A-Za-z]*)");
    private static final Map<String, Long> SIZES = Map.of("", 1L, "b", 1L, "kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30);
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Map<String, Long> PERCENT = Map.of("", 1L);
    private final Function<String, String> properties;

    public OptionReader(Function<String, String> properties) {
        this.properties = properties;
    }

    /** One of the words of an enumeration, in any case. */
    public <E extends Enum<E>> E choice(String key, Class<E> words, E fallback) {
        String text = properties.apply(key);
        if (text == null) {
            return fallback;
        }
        return Arrays.stream(words.getEnumConstants()).filter(word -> word.name().equalsIgnoreCase(text.trim())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("property " + key + " is '" + text + "', it must be one of "
                        + Arrays.toString(words.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    /** A size in bytes such as {@code 65536}, {@code 64 MB}; powers of 1024. */
    public long bytes(String key, long fallback) {
        return quantity(key, SIZES, fallback, "64 MB");
    }

    /** A time span such as {@code 20 ms} or {@code 7 d}. */
    public Duration duration(String key, Duration fallback) {
        return Duration.ofMillis(quantity(key, MILLIS, fallback.toMillis(), "20 ms"));
    }

    /** A whole number of per cent such as {@code 85}. */
    public int percent(String key, int fallback) {
        long percent = quantity(key, PERCENT, fallback, "85");
        if (percent > 100) {
            throw new IllegalArgumentException("property " + key + " is " + percent + ", it must be 0 to 100");
        }
        return (int) percent;
    }

    private long quantity(String key, Map<String, Long> units, long fallback, String example) {
        String text = properties.apply(key);
        if (text == null) {
            return fallback;
        }
        Matcher matcher = QUANTITY.matcher(text.trim());
        Long unit = matcher.matches() ? units.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("property " + key + " is '" + text + "', write it like '" + example + "'");
        }
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
    }
}
