package org.gemello.api.command;

import java.time.Instant;
import java.util.List;
import org.gemello.api.TraceId;

/**
 * A command with what became of it.
 *
 * @param command the request
 * @param trace   its trace
 * @param state   present state
 * @param reason  why, in words
 * @param history all states in order, each with its time and reason
 */
public record CommandView(Command command, TraceId trace, CommandState state, String reason, List<Step> history) {
    public CommandView {
        history = List.copyOf(history);
    }

    /** One state that the command came to. */
    public record Step(CommandState state, String reason, Instant time) {
    }
}
