package org.gemello.testkit.runtime;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.gemello.api.command.Command;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.TwinModel;

/** What the platform refuses before a behaviour sees it. Users and their roles are not part of a test. */
final class CommandRules {
    private final Map<String, Instant> lastIssued = new HashMap<>();

    /** @param present the last value of a point, NaN where there is none */
    Optional<String> objection(Command command, TwinModel model, ToDoubleFunction<String> present) {
        CommandSpec spec = model.command(command.name()).orElse(null);
        if (spec == null) {
            return Optional.of("no command '" + command.name() + "'; known are " + model.commands().stream().map(CommandSpec::name)
                    .toList());
        }
        for (String given : command.arguments().keySet()) {
            if (spec.parameter(given).isEmpty()) {
                return Optional.of("'" + spec.name() + "' has no parameter '" + given + "'");
            }
        }
        Instant last = lastIssued.get(spec.name());
        if (last != null && command.issued().isBefore(last.plus(spec.minInterval()))) {
            return Optional.of("the last '" + spec.name() + "' is less than " + spec.minInterval() + " ago");
        }
        Optional<String> objection = spec.parameters().stream()
                .flatMap(parameter -> objection(parameter, command.arguments().get(parameter.name()), present).stream()).findFirst();
        if (objection.isEmpty()) {
            lastIssued.put(spec.name(), command.issued());
        }
        return objection;
    }

    private static Optional<String> objection(ParameterSpec parameter, Double value, ToDoubleFunction<String> present) {
        if (value == null) {
            return Optional.of("parameter '" + parameter.name() + "' is missing");
        }
        if (!(value >= parameter.low() && value <= parameter.high())) { // so written that NaN is refused
            return Optional.of(parameter.name() + " = " + value + " is outside " + parameter.low() + " to " + parameter.high() + ' '
                    + parameter.unit());
        }
        if (parameter.maxStep() == Double.POSITIVE_INFINITY || parameter.point().isEmpty()) {
            return Optional.empty();
        }
        double step = Math.abs(value - present.applyAsDouble(parameter.point()));
        return step <= parameter.maxStep() ? Optional.empty() : Optional.of("the step of " + parameter.point() + " by " + step
                + " is larger than " + parameter.maxStep() + ' ' + parameter.unit() + ", or its present value is not known");
    }
}
