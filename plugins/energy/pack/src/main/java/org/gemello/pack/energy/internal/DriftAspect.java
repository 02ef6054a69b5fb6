package org.gemello.pack.energy.internal;

import java.time.Instant;
import java.util.Map;
import java.util.StringJoiner;
import org.gemello.api.Quality;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.Drift;
import org.gemello.energy.twin.Drift.Candidate;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.Parameter;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;

/** Which parameter has drifted, by how much, with its interval, and since when. */
final class DriftAspect implements Aspect {
    private static final String TABLE = "WTUR.Drift";
    private static final Map<Parameter, String> POINTS = Map.of(Parameter.POWER_LOSS, "WTUR.EstLoss", Parameter.YAW_ERROR, "WTUR.EstYaw",
            Parameter.PITCH_OFFSET, "WROT.EstPtAng", Parameter.AIR_DENSITY, "WTUR.EstAirDens", Parameter.FRICTION, "WTRM.EstFric");
    private final TurbineDesign design;

    DriftAspect(TurbineDesign design) {
        this.design = design;
    }

    static void points(Points points) {
        points.derived(TABLE, "1");
        for (Parameter parameter : Parameter.values()) {
            points.derived(POINTS.get(parameter), unit(parameter)).derived(POINTS.get(parameter) + "Int", unit(parameter));
        }
    }

    private static String unit(Parameter parameter) {
        return switch (parameter) {
            case POWER_LOSS, AIR_DENSITY -> "%";
            case YAW_ERROR, PITCH_OFFSET -> "deg";
            case FRICTION -> "kN.m";
        };
    }

    /** A value of several that could be it is uncertain. */
    @Override
    public void onEstimate(WindTurbineState state, Estimate estimate, Effects out) {
        if (estimate.drift().isEmpty()) {
            return;
        }
        Drift drift = estimate.drift().get();
        Quality quality = !drift.isFound() || drift.isCertain() ? estimate.quality() : Quality.UNCERTAIN.worst(estimate.quality());
        for (Parameter parameter : Parameter.values()) {
            Candidate candidate = drift.candidate(parameter).orElse(new Candidate(parameter, 0, 0, estimate.time()));
            out.derive(POINTS.get(parameter), parameter.shown(candidate.value(), design), quality, estimate.time());
            out.derive(POINTS.get(parameter) + "Int", parameter.shown(candidate.interval(), design), quality, estimate.time());
        }
    }
}
