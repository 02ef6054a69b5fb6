package org.gemello.pack.energy.internal;

import static org.gemello.pack.energy.internal.Telling.derive;

import org.gemello.api.Quality;
import org.gemello.energy.twin.Drift;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.Parameter;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;

/** Which parameter has drifted, and by how much. */
final class DriftAspect implements Aspect {
    static void points(Points points) {
        points.derived("WTUR.EstLoss", "%")
                .derived("WTUR.EstYaw", "deg")
                .derived("WROT.EstPtAng", "deg")
                .derived("WTUR.EstAirDens", "%");
    }

    /** A value of several that could be it is uncertain. */
    @Override
    public void onEstimate(WindTurbineState state, Estimate estimate, Effects out) {
        Drift drift = estimate.drift();
        Quality quality = drift.candidates().isEmpty() || drift.isCertain() ? estimate.quality() : Quality.UNCERTAIN.worst(estimate.quality());
        derive("WTUR.EstLoss", 100 * drift.value(Parameter.POWER_LOSS), quality, estimate.time(), out);
        derive("WTUR.EstYaw", Math.toDegrees(drift.value(Parameter.YAW_ERROR)), quality, estimate.time(), out);
        derive("WROT.EstPtAng", Math.toDegrees(drift.value(Parameter.PITCH_OFFSET)), quality, estimate.time(), out);
        derive("WTUR.EstAirDens", 100 * drift.value(Parameter.AIR_DENSITY), quality, estimate.time(), out);
    }
}
