package org.gemello.api.command;

import java.time.Duration;
import java.util.Map;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;

/**
 * What somebody wants of a twin.
 *
 * @param twin       who is asked
 * @param name       command name of its model
 * @param arguments  values by parameter name
 * @param timeToLive past this it is not written any more; 100 ms to 10 min
 * @param trace      trace to continue, {@link TraceId#NONE} for a new one
 */
public record CommandRequest(TwinId twin, String name, Map<String, Double> arguments, Duration timeToLive, TraceId trace) {
    public CommandRequest {
        arguments = Map.copyOf(arguments);
    }
}
