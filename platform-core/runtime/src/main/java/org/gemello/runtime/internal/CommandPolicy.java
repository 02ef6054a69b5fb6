package org.gemello.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.TwinModel;

/** Decides whether a command is let in. A pure function of what it is given; everything that is not allowed is refused. */
final class CommandPolicy {
    static final Duration SHORTEST_LIFE = Duration.ofMillis(100);
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private CommandPolicy() {
    }

    /**
     * @param present the present value of a point in the model's unit, NaN where it is not known
     * @param last    when the last command of that name to the same twin was let in, null for never
     * @return why the command is refused; empty when it may go
     */
    static Optional<String> objection(Caller caller, TwinModel model, String name, Map<String, Double> arguments, Duration timeToLive,
                                      ToDoubleFunction<String> present, Instant last, Instant now) {
        if (!caller.may(Role.OPERATOR)) {
            return Optional.of("user " + caller.name() + " lacks the role operator");
        }
        CommandSpec spec = model.command(name).orElse(null);
        if (spec == null) {
            return Optional.of("no command '" + name + "'; known are " + model.commands().stream().map(CommandSpec::name).toList());
        }
        if (timeToLive.compareTo(SHORTEST_LIFE) < 0 || timeToLive.compareTo(LONGEST_LIFE) > 0) {
            return Optional.of("time to live " + timeToLive + " is not within " + SHORTEST_LIFE + " to " + LONGEST_LIFE);
        }
        if (last != null && now.isBefore(last.plus(spec.minInterval()))) {
            return Optional.of("the last '" + name + "' is less than " + spec.minInterval() + " ago");
        }
        for (String given : arguments.keySet()) {
            if (spec.parameter(given).isEmpty()) {
                return Optional.of("'" + name + "' has no parameter '" + given + "'; known are "
                        + spec.parameters().stream().map(ParameterSpec::name).toList());
            }
        }
        return spec.parameters().stream().flatMap(p -> objection(p, arguments.get(p.name()), present).stream()).findFirst();
    }

    private static Optional<String> objection(ParameterSpec parameter, Double value, ToDoubleFunction<String> present) {
        if (value == null) {
            return Optional.of("parameter '" + parameter.name() + "' is missing");
        }
        if (!(value >= parameter.low() && value <= parameter.high())) { // so written that NaN is refused
            return Optional.of(parameter.name() + " = " + value + " " + parameter.unit() + " is outside " + parameter.low() + " to "
                    + parameter.high() + " " + parameter.unit());
        }
        if (parameter.maxStep() == Double.POSITIVE_INFINITY || parameter.point().isEmpty()) {
            return Optional.empty();
        }
        double now = present.applyAsDouble(parameter.point());
        if (Double.isNaN(now)) {
            return Optional.of("the present value of " + parameter.point() + " is not known, so the step to " + value + " cannot be judged");
        }
        if (Math.abs(value - now) > parameter.maxStep()) {
            return Optional.of("the step of " + parameter.point() + " from " + now + " to " + value + " " + parameter.unit()
                    + " is larger than " + parameter.maxStep() + " " + parameter.unit());
        }
        return Optional.empty();
    }
}
