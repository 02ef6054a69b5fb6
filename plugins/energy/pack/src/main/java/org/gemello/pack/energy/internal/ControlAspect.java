package org.gemello.pack.energy.internal;

import java.time.Duration;
import java.util.List;
import org.gemello.api.command.Command;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;

/** Set points by which a turbine's controller is adapted to what the turbine is: each within a range, in steps, not too often. */
final class ControlAspect implements Aspect {
    static final String PITCH_CORRECTION = "set-pitch-correction";
    static final String TORQUE_GAIN = "set-torque-gain";
    static final String YAW_OFFSET = "set-yaw-offset";
    static final String SPEED_LIMIT = "set-speed-limit";
    static final String BLADE_HEATING = "set-blade-heating";
    /** A blade that stands further off is for people to look at. */
    static final double MOST_CORRECTION = 5;
    private static final Duration PITCH_INTERVAL = Duration.ofSeconds(10);
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    static void points(Points points) {
        points.setpoint("WROT.SetPtCor1", "deg", -MOST_CORRECTION, MOST_CORRECTION)
                .setpoint("WROT.SetPtCor2", "deg", -MOST_CORRECTION, MOST_CORRECTION)
                .setpoint("WROT.SetPtCor3", "deg", -MOST_CORRECTION, MOST_CORRECTION)
                .setpoint("WGEN.SetTrqGain", "%", 80, 110)
                .setpoint("WYAW.SetOff", "deg", -30, 30)
                .setpoint("WROT.SetSpd", "%", 75, 100)
                .setpoint("WROT.SetHeat", "%", 0, 100)
                .measured("WROT.BlRtMom1", "kN.m", -50_000, 50_000)
                .measured("WROT.BlRtMom2", "kN.m", -50_000, 50_000)
                .measured("WROT.BlRtMom3", "kN.m", -50_000, 50_000)
                .measured("WTRM.GbxOilTmp", "Cel", -50, 150)
                .measured("WMET.EnvHum", "%", 0, 100);
    }

    static List<CommandSpec> commands(Texts texts) {
        return List.of(
                command(texts, PITCH_CORRECTION, PITCH_INTERVAL,
                        parameter(texts, PITCH_CORRECTION, "blade1", "deg", -MOST_CORRECTION, MOST_CORRECTION, 5, "WROT.SetPtCor1"),
                        parameter(texts, PITCH_CORRECTION, "blade2", "deg", -MOST_CORRECTION, MOST_CORRECTION, 5, "WROT.SetPtCor2"),
                        parameter(texts, PITCH_CORRECTION, "blade3", "deg", -MOST_CORRECTION, MOST_CORRECTION, 5, "WROT.SetPtCor3")),
                command(texts, TORQUE_GAIN, INTERVAL, parameter(texts, TORQUE_GAIN, "gain", "%", 80, 110, 10, "WGEN.SetTrqGain")),
                command(texts, YAW_OFFSET, INTERVAL, parameter(texts, YAW_OFFSET, "offset", "deg", -30, 30, 25, "WYAW.SetOff")),
                command(texts, SPEED_LIMIT, INTERVAL, parameter(texts, SPEED_LIMIT, "limit", "%", 75, 100, 25, "WROT.SetSpd")),
                command(texts, BLADE_HEATING, INTERVAL, parameter(texts, BLADE_HEATING, "power", "%", 0, 100, 100, "WROT.SetHeat")));
    }

    private static CommandSpec command(Texts texts, String name, Duration interval, ParameterSpec... parameters) {
        return new CommandSpec(name, texts.get(WindTurbineModel.TYPE + '.' + name), List.of(parameters), interval);
    }

    private static ParameterSpec parameter(Texts texts, String command, String name, String unit, double low, double high, double step,
                                           String point) {
        return new ParameterSpec(name, texts.get(WindTurbineModel.TYPE + '.' + command + '.' + name), unit, low, high, step, point);
    }

    @Override
    public boolean onCommand(WindTurbineState state, Command command, Effects out) {
        switch (command.name()) {
            case PITCH_CORRECTION -> {
                out.write("WROT.SetPtCor1", command.argument("blade1"));
                out.write("WROT.SetPtCor2", command.argument("blade2"));
                out.write("WROT.SetPtCor3", command.argument("blade3"));
            }
            case TORQUE_GAIN -> out.write("WGEN.SetTrqGain", command.argument("gain"));
            case YAW_OFFSET -> out.write("WYAW.SetOff", command.argument("offset"));
            case SPEED_LIMIT -> out.write("WROT.SetSpd", command.argument("limit"));
            case BLADE_HEATING -> out.write("WROT.SetHeat", command.argument("power"));
            default -> {
                return false;
            }
        }
        return true;
    }
}
