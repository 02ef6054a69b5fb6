package org.gemello.energy.plant;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Command-line options of the form {@code --name value}. */
final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where an option is not known or has no value; the message is for the person who typed it */
    Options(String[] args, Set<String> known, Set<String> flags) {
        for (int i = 0; i < args.length; i++) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (flags.contains(name)) {
                values.put(name, "true");
            } else if (!known.contains(name)) {
                throw new IllegalArgumentException("'" + args[i] + "' is not an option; see --help");
            } else if (i + 1 == args.length) {
                throw new IllegalArgumentException("--" + name + " needs a value");
            } else {
                values.put(name, args[++i]);
            }
        }
    }

    static boolean asksForHelp(String[] args) {
        return Arrays.asList(args).contains("--help");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String fallback) {
        return values.getOrDefault(name, fallback);
    }

    int whole(String name, int fallback, int low, int high) {
        return (int) number(name, fallback, low, high, true);
    }

    double number(String name, double fallback, double low, double high) {
        return number(name, fallback, low, high, false);
    }

    private double number(String name, double fallback, double low, double high, boolean whole) {
        String text = values.get(name);
        if (text == null) {
            return fallback;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= low && value <= high && (!whole || value == Math.rint(value))) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is '" + text + "', not a number", e);
        }
        throw new IllegalArgumentException("--" + name + " is " + text + ", it must be " + (whole ? "a whole number " : "") + "from " + low
                + " to " + high);
    }
}
