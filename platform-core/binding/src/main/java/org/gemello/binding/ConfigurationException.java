package org.gemello.binding;

import java.util.List;

/** The configuration is wrong. Each problem names file, line and column, what is wrong and the remedy. */
public class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    public ConfigurationException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public ConfigurationException(Place place, String problem) {
        this(List.of(place + ": " + problem));
    }

    public List<String> problems() {
        return problems;
    }
}
