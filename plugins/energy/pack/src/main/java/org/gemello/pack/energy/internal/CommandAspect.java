package org.gemello.pack.energy.internal;

import java.time.Duration;
import java.util.List;
import org.gemello.api.command.Command;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;

/** Commands that write a set point. */
final class CommandAspect implements Aspect {
    static final String SET_POWER_LIMIT = "set-power-limit";
    static final String SET_PITCH = "set-pitch";

    /** Half of rated power, or a quarter of the pitch range, is as much as one command may move at once. */
    static List<CommandSpec> commands(Texts texts) {
        return List.of(command(texts, SET_POWER_LIMIT, "limit", "kW", 5000, 2500, "WTUR.SetW"),
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
            case SET_POWER_LIMIT -> out.write("WTUR.SetW", command.argument("limit"));
            case SET_PITCH -> out.write("WROT.SetPtAng", command.argument("angle"));
            default -> {
                return false;
            }
        }
        return true;
    }
}
