package org.gemello.api.twin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A command that a kind of twin understands.
 *
 * @param name        such as {@code set-power-limit}
 * @param title       for people
 * @param parameters  what it takes
 * @param minInterval shortest time between two of them to one twin; zero for no limit
 */
public record CommandSpec(String name, String title, List<ParameterSpec> parameters, Duration minInterval) {
    public CommandSpec {
        parameters = List.copyOf(parameters);
    }

    public Optional<ParameterSpec> parameter(String wanted) {
        return parameters.stream().filter(p -> p.name().equals(wanted)).findFirst();
    }
}
