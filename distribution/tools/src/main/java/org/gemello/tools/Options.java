package org.gemello.tools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@code --name value} pairs of a command line. */
public final class Options {
    private final Map<String, String> values = new HashMap<>();

    /** @throws IllegalArgumentException for a name that is not known or has no value */
    public Options(String[] args, String... known) {
        List<String> names = List.of(known);
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || !names.contains(args[i].substring(2)) || i + 1 == args.length) {
                throw new IllegalArgumentException("'" + args[i] + "' is not understood; options are --NAME VALUE with NAME one of " + new TreeSet<>(names));
            }
            values.put(args[i].substring(2), args[i + 1]);
        }
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    public String text(String name, String fallback) {
        return values.getOrDefault(name, fallback);
    }

    public int number(String name, int fallback) {
        return values.containsKey(name) ? Integer.parseInt(values.get(name)) : fallback;
    }
}
