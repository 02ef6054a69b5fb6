package org.gemello.energy.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gemello.api.proposal.Gain;

/**
 * What a twin proposes.
 *
 * @param key         what kind of proposal it is; a new one of a kind takes the place of the old one
 * @param explanation why, with numbers and units
 * @param constraints what was respected, in words
 * @param command     of the twin itself; empty for what people have to do
 * @param arguments   of the command
 * @param time        ns since the epoch
 */
public record Advice(String key, String title, String explanation, Gain gain, List<String> constraints, String command,
        Map<String, Double> arguments, long time, Duration validFor) {
    public Advice {
        constraints = List.copyOf(constraints);
        arguments = Map.copyOf(arguments);
    }
}
