package org.gemello.binding;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.binding.internal.NearestWord;

/**
 * Keys and values of one mapping of a configuration file, each with its place. Nested mappings are flattened with dots:
 * {@code security: {policy: none}} is read as {@code security.policy}. Every wrong value gives a {@link ConfigurationException}
 * that names the place.
 */
public final class Settings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?)\\s*(ms|s|min|h|d)");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,20}");
    private static final double LONGEST_MILLIS = Duration.ofDays(36_500).toMillis();
    private final Place place;
    private final Map<String, Value> values;

    /** A value as written, with its place. */
    public record Value(String text, Place place) {
    }

    public Settings(Place place, Map<String, Value> values) {
        this.place = place;
        this.values = new LinkedHashMap<>(values);
    }

    /** Settings that come from no file, for tests and defaults. */
    public static Settings of(Map<String, String> texts) {
        Place nowhere = new Place("(given)", 1, 1);
        Map<String, Value> values = new LinkedHashMap<>();
        texts.forEach((key, text) -> values.put(key, new Value(text, nowhere)));
        return new Settings(nowhere, values);
    }

    /** Where the mapping begins. */
    public Place place() {
        return place;
    }

    /** Where a key's value stands; the mapping's own place where the key is absent. */
    public Place place(String key) {
        Value value = values.get(key);
        return value == null ? place : value.place();
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(Value::text);
    }

    public String text(String key) {
        return find(key).orElseThrow(() -> new ConfigurationException(place, "'" + key + "' is missing"));
    }

    public String text(String key, String fallback) {
        return find(key).orElse(fallback);
    }

    /** One of the given words. */
    public String choice(String key, String fallback, String... allowed) {
        String text = text(key, fallback);
        if (!List.of(allowed).contains(text)) {
            throw new ConfigurationException(place(key), "'" + key + "' is '" + text + "', it must be one of " + Arrays.toString(allowed));
        }
        return text;
    }

    /** A whole number within bounds, both included. */
    public int integer(String key, int fallback, int low, int high) {
        String text = find(key).orElse(null);
        if (text == null) {
            return fallback;
        }
        if (!WHOLE.matcher(text.trim()).matches()) {
            throw new ConfigurationException(place(key), "'" + key + "' is '" + text + "', not a whole number");
        }
        BigInteger value = new BigInteger(text.trim());
        if (value.compareTo(BigInteger.valueOf(low)) < 0 || value.compareTo(BigInteger.valueOf(high)) > 0) {
            throw new ConfigurationException(place(key), "'" + key + "' is " + text + ", it must be from " + low + " to " + high);
        }
        return value.intValue();
    }

    /** A time span such as {@code 100 ms}, {@code 2 s}, {@code 5 min}, {@code 1 h}, {@code 30 d}; at most 36500 d. */
    public Duration duration(String key, Duration fallback) {
        String text = find(key).orElse(null);
        if (text == null) {
            return fallback;
        }
        Matcher matcher = DURATION.matcher(text.trim());
        if (!matcher.matches()) {
            throw new ConfigurationException(place(key), "'" + key + "' is '" + text
                    + "', write a number and ms, s, min, h or d, such as '100 ms'");
        }
        double millis = Double.parseDouble(matcher.group(1)) * switch (matcher.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
        if (millis > LONGEST_MILLIS) {
            throw new ConfigurationException(place(key), "'" + key + "' is '" + text + "', it must be at most 36500 d");
        }
        return Duration.ofNanos(Math.round(millis * 1e6));
    }

    public boolean flag(String key, boolean fallback) {
        return Boolean.parseBoolean(choice(key, Boolean.toString(fallback), "true", "false"));
    }

    /** Refuses every key that is not one of these, so that a misspelt key is not passed over; all of them at once. */
    public void allowOnly(String... known) {
        List<String> allowed = List.of(known);
        List<String> problems = new ArrayList<>();
        values.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                problems.add(value.place() + ": '" + key + "' is not known here" + NearestWord.hint(key, allowed));
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** The values without their places: equal where two settings say the same. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }

    /** Every key with its value, in the order of the file. */
    public void forEach(BiConsumer<String, Value> action) {
        values.forEach(action);
    }
}
