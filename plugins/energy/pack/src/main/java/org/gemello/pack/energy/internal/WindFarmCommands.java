package org.gemello.pack.energy.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.gemello.api.command.Command;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.spi.Effects;

/** The set point of the grid operator. It takes effect when it is read back, so that it may also come from the operator's own line. */
final class WindFarmCommands {
    static final String DEMAND = "FARM.SetW";
    static final String SET = "set-grid-limit";
    static final String RELEASE = "release-grid-limit";
    /** For farms of any size; what one of them may be told is in {@link #answer}. */
    static final double MOST = 4_000_000;
    private static final double SLACK = 1e-3;

    private WindFarmCommands() {
    }

    static List<CommandSpec> all(Texts texts) {
        String key = WindFarmType.TYPE + '.';
        ParameterSpec limit = new ParameterSpec("limit", texts.get(key + SET + ".limit"), "kW", 0, MOST, Double.POSITIVE_INFINITY, DEMAND);
        Duration interval = Duration.ofSeconds(1);
        return List.of(new CommandSpec(SET, texts.get(key + SET), List.of(limit), interval),
                new CommandSpec(RELEASE, texts.get(key + RELEASE), List.of(), interval));
    }

    /** @param rated power of the farm in kW */
    static void answer(Command command, double rated, Effects out) {
        switch (command.name()) {
            case RELEASE -> out.write(DEMAND, rated);
            case SET -> {
                double limit = command.argument("limit");
                if (limit > rated * (1 + SLACK)) {
                    out.reject(String.format(Locale.ROOT, "limit is %.0f kW, this farm gives %.0f kW at most", limit, rated));
                } else {
                    out.write(DEMAND, limit);
                }
            }
            default -> out.reject("a farm does not know the command " + command.name());
        }
    }
}
