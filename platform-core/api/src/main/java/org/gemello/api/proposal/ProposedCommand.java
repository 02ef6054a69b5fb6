package org.gemello.api.proposal;

import java.util.Map;
import org.gemello.api.TwinId;

/**
 * A command that is given when a proposal is accepted.
 *
 * @param twin      who is asked: the proposing twin, one of its parts, or any other
 * @param command   command name of that twin's model
 * @param arguments values by parameter name, in the parameters' units
 */
public record ProposedCommand(TwinId twin, String command, Map<String, Double> arguments) {
    public ProposedCommand {
        arguments = Map.copyOf(arguments);
    }
}
