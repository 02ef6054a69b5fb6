package org.gemello.rest.internal.mapping;

import java.time.Duration;
import java.util.Map;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.rest.internal.contract.CommandJson;
import org.gemello.rest.internal.contract.CommandRequestJson;
import org.gemello.rest.internal.contract.CommandStateJson;
import org.gemello.rest.internal.contract.CommandStepJson;
import org.gemello.rest.internal.problem.InvalidRequestException;

/** Commands, from the contract's form to the platform's and back. */
public final class CommandMapping {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private CommandMapping() {
    }

    /** @throws InvalidRequestException where a number is not finite, or the time to live outside its range */
    public static CommandRequest request(TwinId twin, CommandRequestJson asked, TraceId trace) {
        Map<String, Double> arguments = asked.getArguments() == null ? Map.of() : asked.getArguments();
        arguments.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new InvalidRequestException("arguments." + name, "is too large for a number of 64 bits");
            }
        });
        Duration timeToLive = Duration.parse(asked.getTimeToLive());
        if (timeToLive.compareTo(SHORTEST) < 0 || timeToLive.compareTo(LONGEST) > 0) {
            throw new InvalidRequestException("timeToLive", "is " + timeToLive + ", it must be from " + SHORTEST + " to " + LONGEST);
        }
        return new CommandRequest(twin, asked.getName(), arguments, timeToLive, trace);
    }

    /** @param approval time that a command waits for it */
    public static CommandJson of(CommandView view, Duration approval) {
        Command command = view.command();
        return new CommandJson().id(command.id()).twin(command.twin().value()).name(command.name()).arguments(command.arguments())
                .caller(command.caller()).issued(command.issued()).expires(command.expires()).state(of(view.state()))
                .approveBy(view.state() == CommandState.WAITING ? command.issued().plus(approval) : null)
                .reason(Texts.orAbsent(view.reason())).traceId(view.trace().toString())
                .history(view.history().stream().map(CommandMapping::of).toList());
    }

    private static CommandStepJson of(CommandView.Step step) {
        return new CommandStepJson().state(of(step.state())).reason(Texts.orAbsent(step.reason())).time(step.time());
    }

    public static CommandStateJson of(CommandState state) {
        return CommandStateJson.fromValue(state.name());
    }
}
