package org.gemello.pack.energy.internal;

import static org.gemello.pack.energy.internal.Telling.derive;

import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.api.twin.Severity;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.energy.twin.WindTurbineTwin;
import org.gemello.spi.Effects;

/** What the turbine should do in the wind it has, beside what it does; alarms where it does not. */
final class ExpectationAspect implements Aspect {
    private static final Map<String, Severity> SEVERITIES = Map.of(WindTurbineTwin.UNDERPERFORMANCE, Severity.MEDIUM,
            WindTurbineTwin.WIND_SENSOR, Severity.LOW, WindTurbineTwin.PARAMETER_DRIFT, Severity.LOW);

    static void points(Points points) {
        points.derived("WTUR.ExpW", "kW")
                .derived("WTUR.ResW", "kW")
                .derived("WTUR.ResPct", "%")
                .derived("WTUR.ResInt", "kW")
                .derived("WROT.ExpRotSpd", "/min")
                .derived("WROT.ExpPtAng", "deg")
                .derived("WROT.ExpThrust", "kN")
                .derived("WROT.Tsr", "1")
                .derived("WROT.Cp", "1");
    }

    @Override
    public void onEstimate(WindTurbineState state, Estimate estimate, Effects out) {
        long time = estimate.time();
        Quality quality = estimate.quality();
        derive("WTUR.ExpW", estimate.expected(), quality, time, out);
        derive("WTUR.ResW", estimate.residual(), quality, time, out);
        derive("WTUR.ResPct", estimate.percent(), quality, time, out);
        derive("WTUR.ResInt", estimate.interval(), quality, time, out);
        derive("WROT.Tsr", estimate.tipSpeedRatio(), estimate.rotorQuality(), time, out);
        derive("WROT.Cp", estimate.coefficient(), quality, time, out);
        derive("WROT.ExpRotSpd", estimate.sound().rotorSpeed(), quality, time, out);
        derive("WROT.ExpPtAng", estimate.sound().pitch(), quality, time, out);
        derive("WROT.ExpThrust", estimate.sound().thrust(), quality, time, out);
        for (AlarmChange change : estimate.alarms()) {
            Telling.alarm(change, SEVERITIES.get(change.alarm()), time, out);
        }
    }
}
