package org.gemello.api.command;

import java.time.Instant;
import java.util.Map;
import org.gemello.api.TwinId;

/**
 * Something that a twin is asked to do.
 *
 * @param id        unique
 * @param twin      who is asked
 * @param name      command name of its model
 * @param arguments values by parameter name, in the parameters' units
 * @param caller    user name of who asks
 * @param issued    when it was let in
 * @param expires   past this it is not written any more
 */
public record Command(String id, TwinId twin, String name, Map<String, Double> arguments, String caller, Instant issued, Instant expires) {
    public Command {
        arguments = Map.copyOf(arguments);
    }

    /** @throws IllegalArgumentException where the command does not carry it */
    public double argument(String parameter) {
        Double value = arguments.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException("command " + name + " has no argument '" + parameter + "'");
        }
        return value;
    }
}
