package org.gemello.pack.energy.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.TwinModel;

/** Points and commands of a wind turbine, named after the logical nodes of IEC 61400-25-2. Each theme adds its own. */
final class WindTurbineModel {
    static final String TYPE = "wind-turbine";
    private static final int SCHEMA = 3;

    private WindTurbineModel() {
    }

    static TwinModel create(Texts texts) {
        Points points = new Points(texts, TYPE)
                .measured("WTUR.State", "1", 0, 255)
                .measured("WTUR.W", "kW", -1000, 25_000)
                .setpoint("WTUR.SetW", "kW", 0, 20_000)
                .measured("WNAC.WdSpd", "m/s", 0, 75)
                .measured("WNAC.WdDir", "deg", 0, 360)
                .measured("WNAC.NacDir", "deg", 0, 360)
                .measured("WROT.RotSpd", "/min", 0, 40)
                .measured("WROT.PtAngVal", "deg", -5, 95)
                .measured("WROT.Thrust", "kN", -5000, 10_000)
                .setpoint("WROT.SetPtAng", "deg", 0, 20)
                .measured("WGEN.W", "kW", -1000, 25_000)
                .measured("WGEN.Spd", "/min", 0, 2500)
                .measured("WGEN.GnTmp", "Cel", -40, 180)
                .measured("WMET.EnvTmp", "Cel", -50, 60)
                .measured("WMET.EnvPres", "hPa", 500, 1100);
        ExpectationAspect.points(points);
        DriftAspect.points(points);
        PerformanceAspect.points(points);
        BeatAspect.points(points);
        ControlAspect.points(points);
        LifeAspect.points(points);
        TemperatureAspect.points(points);
        VibrationAspect.points(points);
        List<CommandSpec> commands = new ArrayList<>(CommandAspect.commands(texts));
        commands.addAll(ControlAspect.commands(texts));
        return new TwinModel(SCHEMA, texts.get(TYPE), points.all(), commands);
    }
}
