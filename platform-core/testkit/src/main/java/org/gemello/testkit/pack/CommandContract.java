package org.gemello.testkit.pack;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gemello.api.command.Command;
import org.gemello.api.log.LogEntry;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;

/** What a type owes to commands. */
final class CommandContract<S> {
    private final TwinType<S> type;
    private final TwinModel model;
    private final TwinContext context;

    CommandContract(TwinType<S> type, TwinContext context) {
        this.type = type;
        this.model = type.model();
        this.context = context;
    }

    void check() {
        for (CommandSpec command : model.commands()) {
            command.parameters().forEach(parameter -> checkLimits(command, parameter));
            checkAnswer(command, ParameterSpec::low);
            checkAnswer(command, ParameterSpec::high);
        }
        // it was let in by another version of the pack, which knew it
        List<Effect> unknown = effects("no-such-command", Map.of());
        require(isRejected(unknown), "a command that the model does not have is not rejected but gives " + unknown);
    }

    /** The platform refuses what is outside; so a limit must be there. */
    private static void checkLimits(CommandSpec command, ParameterSpec parameter) {
        require(Double.isFinite(parameter.low()) && Double.isFinite(parameter.high()), "parameter " + parameter.name() + " of "
                + command.name()
                + " ranges from " + parameter.low() + " to " + parameter.high() + ": without limits nothing is refused as out of range");
    }

    private void checkAnswer(CommandSpec command, ToDoubleFunction<ParameterSpec> value) {
        Map<String, Double> arguments = new HashMap<>();
        command.parameters().forEach(parameter -> arguments.put(parameter.name(), value.applyAsDouble(parameter)));
        List<Effect> answer = effects(command.name(), arguments);
        String what = command.name() + " with " + arguments;
        require(isRejected(answer) || answer.stream().anyMatch(Effect.Written.class::isInstance), what
                + " is neither written nor rejected");
        for (Effect effect : answer) {
            if (effect instanceof Effect.Written written) {
                PointSpec point = model.point(written.point()).orElseThrow();
                require(written.value() >= point.low() && written.value() <= point.high(), what + " writes " + written.value() + " to "
                        + point.name() + ", which ranges from " + point.low() + " to " + point.high());
            }
        }
    }

    private List<Effect> effects(String name, Map<String, Double> arguments) {
        TwinBehavior<S> behavior = type.behavior(context);
        Command command = new Command("contract", context.twin(), name, arguments, "operator", Instant.EPOCH,
                Instant.EPOCH.plusSeconds(10));
        try {
            return new RecordingEffects(model).feed(behavior, behavior.initial(), new LogEntry.CommandIssued(command));
        } catch (RuntimeException e) {
            throw new AssertionError(name + " with " + arguments + " throws, which would park the twin; reject what cannot be done", e);
        }
    }

    private static boolean isRejected(List<Effect> effects) {
        return effects.stream().anyMatch(Effect.Rejected.class::isInstance);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
