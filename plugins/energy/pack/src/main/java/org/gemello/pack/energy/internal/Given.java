package org.gemello.pack.energy.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gemello.api.TwinId;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.ConfigurationType;
import org.gemello.spi.TwinContext;

/**
 * What the integrator wrote for a twin, value by value. A type says here with each value what it lets through: what it declares is what it asks for
 * where nothing is written.
 */
final class Given {
    private static final double ANY = Double.POSITIVE_INFINITY;
    private final Map<String, String> values;
    private final Map<String, List<TwinId>> parts;
    private final Consumer<ConfigurationKey> declared;
    private final Function<String, Map<String, String>> titles;

    private Given(Map<String, String> values, Map<String, List<TwinId>> parts, Consumer<ConfigurationKey> declared,
                  Function<String, Map<String, String>> titles) {
        this.values = values;
        this.parts = parts;
        this.declared = declared;
        this.titles = titles;
    }

    /**
     * What a reading makes of a twin's configuration.
     *
     * @throws IllegalArgumentException where something is none that the type has declared, or makes no sense; the message names the twin, once
     */
    static <T> T read(TwinContext context, ConfigurationSpec declared, Function<Given, T> reading) {
        Map<String, String> objections = declared.objections(context.configuration(), context.parts());
        String twin = "twin " + context.twin() + ": ";
        if (!objections.isEmpty()) {
            List<String> all = new ArrayList<>();
            objections.forEach((key, objection) -> all.add("configuration '" + key + "' " + objection));
            throw new IllegalArgumentException(twin + String.join("; ", all));
        }
        try {
            return reading.apply(new Given(context.configuration(), context.parts(), key -> { }, key -> Map.of()));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(twin) ? e : new IllegalArgumentException(twin + message, e);
        }
    }

    /** What a reading asks for; the titles stand in the texts under {@code <type>.configuration.<key>}. */
    static ConfigurationSpec declared(String type, Consumer<Given> reading) {
        Map<String, Texts> languages = Map.of("en", Texts.in("en"), "ko", Texts.in("ko"));
        List<ConfigurationKey> keys = new ArrayList<>();
        reading.accept(new Given(Map.of(), Map.of(), keys::add, key -> {
            Map<String, String> all = new LinkedHashMap<>();
            languages.forEach((language, texts) -> all.put(language, texts.get(type + ".configuration." + key)));
            return all;
        }));
        return new ConfigurationSpec(keys);
    }

    double number(String key, String unit, double fallback, double low, double high) {
        declare(key, ConfigurationType.NUMBER, unit, low, high, ConfigurationKey.written(fallback), false);
        return value(key).map(Double::parseDouble).orElse(fallback);
    }

    int integer(String key, String unit, int fallback, int low, int high) {
        declare(key, ConfigurationType.INTEGER, unit, low, high, ConfigurationKey.written(fallback), false);
        return value(key).map(Double::parseDouble).orElse((double) fallback).intValue();
    }

    /** A number whose usual value follows from others, or is none. */
    double dependent(String key, String unit, double usual, double low, double high) {
        declare(key, ConfigurationType.NUMBER, unit, low, high, "", false);
        return value(key).map(Double::parseDouble).orElse(usual);
    }

    /** A number that must be there; where a type declares what it reads it is the middle of its range. */
    double required(String key, String unit, double low, double high) {
        declare(key, ConfigurationType.NUMBER, unit, low, high, "", true);
        return value(key).map(Double::parseDouble).orElse((low + high) / 2);
    }

    /** Numbers separated by commas. */
    double[] numbers(String key, String unit, String fallback) {
        declare(key, ConfigurationType.NUMBERS, unit, -ANY, ANY, fallback, false);
        return numbers(value(key).orElse(fallback));
    }

    /** Numbers separated by commas for each part of a role, under its id. */
    Map<TwinId, double[]> ofEach(String role, String what, String unit) {
        declared.accept(new ConfigurationKey(what, ConfigurationType.NUMBERS, titles.apply(what), unit, -ANY, ANY, List.of(), "", true, role));
        Map<TwinId, double[]> each = new LinkedHashMap<>();
        parts.getOrDefault(role, List.of()).forEach(part -> each.put(part, numbers(values.get(part.value()))));
        return each;
    }

    /** One line; empty where it is absent. */
    String text(String key) {
        declare(key, ConfigurationType.TEXT, "1", -ANY, ANY, "", false);
        return value(key).orElse("");
    }

    /** A text of many lines, as it is written. */
    String document(String key, String fallback) {
        declare(key, ConfigurationType.DOCUMENT, "1", -ANY, ANY, fallback, false);
        return values.getOrDefault(key, fallback);
    }

    /** One of several words, the first where it is absent. */
    String choice(String key, String... words) {
        declared.accept(new ConfigurationKey(key, ConfigurationType.CHOICE, titles.apply(key), "1", -ANY, ANY, List.of(words), words[0], false, ""));
        return value(key).orElse(words[0]);
    }

    /** True where the integrator wrote something. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    private void declare(String key, ConfigurationType type, String unit, double low, double high, String fallback, boolean required) {
        declared.accept(new ConfigurationKey(key, type, titles.apply(key), unit, low, high, List.of(), fallback, required, ""));
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
