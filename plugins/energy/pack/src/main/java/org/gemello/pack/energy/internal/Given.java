package org.gemello.pack.energy.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.spi.TwinContext;

/** What the integrator wrote for a twin, value by value; what is asked for is known, the rest is an error. */
final class Given {
    private final TwinContext context;
    private final Set<String> known = new TreeSet<>();

    Given(TwinContext context) {
        this.context = context;
    }

    /** @throws IllegalArgumentException where it is no number of that range */
    double number(String key, double fallback, double low, double high) {
        known.add(key);
        double value = context.number(key, fallback);
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException("configuration '" + key + "' is " + value + ", it must be from " + low + " to " + high);
        }
        return value;
    }

    String text(String key, String fallback) {
        known.add(key);
        return context.configuration().getOrDefault(key, fallback).strip();
    }

    /** Numbers separated by commas. */
    double[] numbers(String key, String fallback) {
        String text = text(key, fallback);
        try {
            return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("configuration '" + key + "' is '" + text + "', numbers separated by commas are needed", e);
        }
    }

    /** @throws IllegalArgumentException where a key was never asked for, so that a misspelt one is not passed over */
    void done() {
        Configurations.allowOnly(context, known);
    }
}
