package org.gemello.pack.energy.internal;

import static org.gemello.pack.energy.internal.Telling.derive;

import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.api.twin.Severity;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.twin.Compared;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.Model;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.energy.twin.WindTurbineTwin;
import org.gemello.spi.Effects;

/** What the turbine should do in the wind it has, as designed and with what has drifted, beside what it does; alarms where it does not. */
final class ExpectationAspect implements Aspect {
    private static final Map<String, Severity> SEVERITIES = Map.of(WindTurbineTwin.UNDERPERFORMANCE, Severity.MEDIUM,
            WindTurbineTwin.WIND_SENSOR, Severity.LOW, WindTurbineTwin.SOURCE_TIME, Severity.LOW, WindTurbineTwin.PARAMETER_DRIFT,
            Severity.LOW);

    static void points(Points points) {
        points.derived("WTUR.ExpW", "kW")
                .derived("WTUR.ResW", "kW")
                .derived("WTUR.ResPct", "%")
                .derived("WTUR.ResInt", "kW")
                .derived("WTUR.AdpW", "kW")
                .derived("WTUR.AdpResW", "kW")
                .derived("WTUR.AdpResInt", "kW")
                .derived("WROT.ExpRotSpd", "/min")
                .derived("WROT.ResRotSpd", "/min")
                .derived("WROT.ResRotSpdInt", "/min")
                .derived("WROT.AdpRotSpd", "/min")
                .derived("WROT.ExpPtAng", "deg")
                .derived("WROT.ResPtAng", "deg")
                .derived("WROT.ResPtAngInt", "deg")
                .derived("WROT.AdpPtAng", "deg")
                .derived("WROT.ExpThrust", "kN")
                .derived("WROT.ResThrust", "kN")
                .derived("WROT.ResThrustInt", "kN")
                .derived("WROT.AdpThrust", "kN")
                .derived("WROT.Tsr", "1")
                .derived("WROT.Cp", "1");
    }

    @Override
    public void onEstimate(WindTurbineState state, Estimate estimate, Effects out) {
        long time = estimate.time();
        Quality quality = estimate.quality();
        Model designed = estimate.designed();
        Model adapted = estimate.adapted();
        derive("WTUR.ExpW", designed.power().expected(), quality, time, out);
        derive("WTUR.ResW", designed.power().residual(), quality, time, out);
        derive("WTUR.ResPct", estimate.percent(), quality, time, out);
        derive("WTUR.ResInt", designed.power().interval(), quality, time, out);
        derive("WTUR.AdpW", adapted.power().expected(), quality, time, out);
        derive("WTUR.AdpResW", adapted.power().residual(), quality, time, out);
        derive("WTUR.AdpResInt", adapted.power().interval(), quality, time, out);
        tell("RotSpd", designed.rotorSpeed(), adapted.rotorSpeed(), quality, estimate.rotorQuality(), time, out);
        tell("PtAng", designed.pitch(), adapted.pitch(), quality, estimate.pitchQuality(), time, out);
        tell("Thrust", designed.thrust(), adapted.thrust(), quality, estimate.thrustQuality(), time, out);
        derive("WROT.Tsr", estimate.tipSpeedRatio(), estimate.rotorQuality(), time, out);
        derive("WROT.Cp", estimate.coefficient(), quality, time, out);
        for (AlarmChange change : estimate.alarms()) {
            Telling.alarm(change, SEVERITIES.get(change.alarm()), time, out);
        }
    }

    private static void tell(String what, Compared designed, Compared adapted, Quality model, Quality measured, long time, Effects out) {
        derive("WROT.Exp" + what, designed.expected(), model, time, out);
        derive("WROT.Res" + what, designed.residual(), measured, time, out);
        derive("WROT.Res" + what + "Int", designed.interval(), measured, time, out);
        derive("WROT.Adp" + what, adapted.expected(), model, time, out);
    }
}
