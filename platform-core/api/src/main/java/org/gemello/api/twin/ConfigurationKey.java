package org.gemello.api.twin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A key of the configuration of a kind of twin.
 *
 * @param name     such as {@code ratedPower}; where {@code role} is given, a word for what each of these keys holds, such as {@code place}
 * @param type     what is written as its value
 * @param titles   for people, by language ({@code en}, {@code ko}); in English at least
 * @param unit     UCUM code of its numbers; {@code 1} without unit
 * @param low      lowest number let through, {@link Double#NEGATIVE_INFINITY} for none
 * @param high     highest number let through, {@link Double#POSITIVE_INFINITY} for none
 * @param choices  the words of a CHOICE, else none
 * @param fallback what holds where the key is absent, as it would be written; empty where it follows from others, or nothing holds
 * @param required true where it must be there
 * @param role     the key is there for each part of this role, named after it; empty for a key of the twin itself
 */
public record ConfigurationKey(String name, ConfigurationType type, Map<String, String> titles, String unit, double low, double high,
                               List<String> choices, String fallback, boolean required, String role) {
    private static final int SHOWN = 40;
    private static final MathContext DIGITS = new MathContext(12);
    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e9;

    public ConfigurationKey {
        titles = Map.copyOf(titles);
        choices = List.copyOf(choices);
    }

    /** A finite number as people write it: {@code 17}, {@code 0.96}, {@code 8.10251E-10}; twelve digits at most. */
    public static String written(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        boolean plain = value == 0 || Math.abs(value) >= SMALLEST_PLAIN && Math.abs(value) < LARGEST_PLAIN;
        return plain ? rounded.toPlainString() : rounded.toString();
    }

    /** A number that need not be there, with a title in English; {@code fallback} is a finite one. */
    public static ConfigurationKey number(String name, String title, String unit, double fallback, double low, double high) {
        return new ConfigurationKey(name, ConfigurationType.NUMBER, Map.of("en", title), unit, low, high, List.of(), written(fallback),
                false, "");
    }

    /** What is wrong with a value, and the remedy; empty where nothing is. */
    public Optional<String> objection(String value) {
        boolean right = switch (type) {
            case NUMBER -> parse(value).filter(number -> number >= low && number <= high).isPresent();
            case INTEGER -> parse(value).filter(number -> number >= low && number <= high && number == Math.rint(number)).isPresent();
            case NUMBERS -> List.of(value.split(",", -1)).stream().allMatch(part -> parse(part)
                    .filter(number -> number >= low && number <= high).isPresent());
            case CHOICE -> choices.contains(value.strip());
            case TEXT -> value.lines().count() <= 1;
            case DOCUMENT -> true;
        };
        return right ? Optional.empty() : Optional.of("is '" + shortened(value) + "'; write " + wanted());
    }

    private String wanted() {
        return switch (type) {
            case NUMBER -> "a number" + range();
            case INTEGER -> "a whole number" + range();
            case NUMBERS -> "numbers separated by commas, each" + range();
            case CHOICE -> "one of " + String.join(", ", choices);
            case TEXT -> "one line";
            case DOCUMENT -> "a text";
        };
    }

    private String range() {
        String from = low == Double.NEGATIVE_INFINITY ? "" : " from " + written(low);
        String to = high == Double.POSITIVE_INFINITY ? "" : " to " + written(high);
        return from + to + (unit.equals("1") ? "" : " (" + unit + ")");
    }

    private static Optional<Double> parse(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }
}
