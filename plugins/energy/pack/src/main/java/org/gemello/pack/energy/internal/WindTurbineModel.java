package org.gemello.pack.energy.internal;

import java.time.Duration;
import java.util.List;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.TwinModel;

/** Points and commands of a wind turbine, named after the logical nodes of IEC 61400-25-2. */
final class WindTurbineModel {
    static final String TYPE = "wind-turbine";
    static final String SET_POWER_LIMIT = "set-power-limit";
    static final String SET_PITCH = "set-pitch";
    private static final int SCHEMA = 2;
    private static final double HIGHEST_COUNT = 4_294_967_295.0;

    private WindTurbineModel() {
    }

    static TwinModel create(Texts texts) {
        Points points = new Points(texts, TYPE)
                .measured("WTUR.State", "1", 0, 2)
                .measured("WTUR.W", "kW", -200, 6000)
                .derived("WTUR.ExpW", "kW")
                .derived("WTUR.ResW", "kW")
                .derived("WTUR.ResPct", "%")
                .derived("WTUR.ResInt", "kW")
                .derived("WTUR.EstLoss", "%")
                .derived("WTUR.EstYaw", "deg")
                .derived("WROT.EstPtAng", "deg")
                .derived("WTUR.EstAirDens", "%")
                .derived("WROT.ExpRotSpd", "/min")
                .derived("WROT.ExpPtAng", "deg")
                .derived("WROT.ExpThrust", "kN")
                .setpoint("WTUR.SetW", "kW", 0, 5000)
                .measured("WNAC.WdSpd", "m/s", 0, 75)
                .measured("WNAC.WdDir", "deg", 0, 360)
                .measured("WNAC.NacDir", "deg", 0, 360)
                .measured("WROT.RotSpd", "/min", 0, 20)
                .measured("WROT.PtAngVal", "deg", -5, 95)
                .setpoint("WROT.SetPtAng", "deg", 0, 20)
                .derived("WROT.Tsr", "1")
                .derived("WROT.Cp", "1")
                .measured("WGEN.W", "kW", -200, 6000)
                .measured("WGEN.Spd", "/min", 0, 2000)
                .measured("WGEN.GnTmp", "Cel", -40, 180)
                .measured("WMET.EnvTmp", "Cel", -50, 60)
                .measured("WMET.EnvPres", "hPa", 500, 1100)
                .measured("WTUR.Beat", "1", 0, HIGHEST_COUNT)
                .derived("WTUR.BeatCount", "1")
                .derived("WTUR.BeatMissed", "1")
                .derived("WTUR.BeatRepeated", "1")
                .derived("WTUR.BeatRestarts", "1");
        // half of rated power, or a quarter of the pitch range, is as much as one command may move at once
        List<CommandSpec> commands = List.of(
                command(texts, SET_POWER_LIMIT, "limit", "kW", 5000, 2500, "WTUR.SetW"),
                command(texts, SET_PITCH, "angle", "deg", 20, 5, "WROT.SetPtAng"));
        return new TwinModel(SCHEMA, texts.get(TYPE), points.all(), commands);
    }

    private static CommandSpec command(Texts texts, String name, String parameter, String unit, double high, double step, String point) {
        String key = TYPE + '.' + name;
        ParameterSpec spec = new ParameterSpec(parameter, texts.get(key + '.' + parameter), unit, 0, high, step, point);
        return new CommandSpec(name, texts.get(key), List.of(spec), Duration.ofSeconds(1));
    }
}
