package org.gemello.pack.energy.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gemello.api.command.Command;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.WindTurbineInput;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;

/** Commands that write a set point. */
final class CommandAspect implements Aspect {
    static final String SET_POWER_LIMIT = "set-power-limit";
    static final String SET_PITCH = "set-pitch";

    private static final double MOST_POWER = 20_000;
    private static final double STEP = 0.5;
    /** Rated power is a round number only nearly. */
    private static final double SLACK = 1e-3;
    private final double ratedPower;

    CommandAspect(TurbineDesign design) {
        ratedPower = design.ratedPower() / 1000;
    }

    /**
     * For turbines of any size; what one of them may be told is in {@link #limitPower}. A quarter of the pitch range may be moved at once.
     */
    static List<CommandSpec> commands(Texts texts) {
        return List.of(command(texts, SET_POWER_LIMIT, "limit", "kW", MOST_POWER, STEP * MOST_POWER, "WTUR.SetW"),
                command(texts, SET_PITCH, "angle", "deg", 20, 5, "WROT.SetPtAng"));
    }

    private static CommandSpec command(Texts texts, String name, String parameter, String unit, double high, double step, String point) {
        String key = WindTurbineModel.TYPE + '.' + name;
        ParameterSpec spec = new ParameterSpec(parameter, texts.get(key + '.' + parameter), unit, 0, high, step, point);
        return new CommandSpec(name, texts.get(key), List.of(spec), Duration.ofSeconds(1));
    }

    @Override
    public boolean onCommand(WindTurbineState state, Command command, Effects out) {
        switch (command.name()) {
            case SET_POWER_LIMIT -> limitPower(state, command.argument("limit"), out);
            case SET_PITCH -> out.write("WROT.SetPtAng", command.argument("angle"));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Not above rated power, and half of it is as much as one command may move at once. */
    private void limitPower(WindTurbineState state, double limit, Effects out) {
        double present = Math.min(state.input(WindTurbineInput.POWER_LIMIT).valueOr(ratedPower), ratedPower);
        double most = ratedPower * (1 + SLACK);
        if (limit > most) {
            out.reject(String.format(Locale.ROOT, "limit is %.0f kW, this turbine gives %.0f kW at most", limit, ratedPower));
        } else if (Math.abs(limit - present) > STEP * most) {
            out.reject(String.format(Locale.ROOT, "limit would move from %.0f to %.0f kW at once, %.0f kW are allowed", present, limit,
                    STEP * ratedPower));
        } else {
            out.write("WTUR.SetW", limit);
        }
    }
}
