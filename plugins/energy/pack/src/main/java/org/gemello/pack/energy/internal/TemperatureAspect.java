package org.gemello.pack.energy.internal;

import static org.gemello.pack.energy.internal.Telling.derive;

import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.twin.Severity;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.thermal.Place;
import org.gemello.energy.thermal.ThermalReport;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.WindTurbineCondition;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.Effects;

/** Temperatures of the drive train as they should be, and an early warning where they are not. */
final class TemperatureAspect implements Aspect {
    private final WindTurbineCondition condition;

    TemperatureAspect(WindTurbineCondition condition) {
        this.condition = condition;
    }

    /** Winding and oil are points of the turbine that others look at, too. */
    static void points(Points points) {
        for (Place place : Place.values()) {
            if (place != Place.WINDING && place != Place.GEARBOX_OIL) {
                points.measured(place.measured(), "Cel", -50, 150);
            }
            points.derived(place.expected(), "Cel").derived(place.residual(), "K");
        }
        points.derived("WTRM.FricHeat", "kW").derived("WTRM.CoolLoss", "%");
    }

    @Override
    public void onSample(WindTurbineState state, SampleBatch batch, int row, Effects out) {
        Place.of(batch.point(row).name()).ifPresent(place ->
                condition.temperature(state, place, batch.doubleValue(row), batch.quality(row), batch.sourceTime(row)));
    }

    @Override
    public void onEstimate(WindTurbineState state, Estimate estimate, Effects out) {
        condition.temperatures(state, estimate.time()).ifPresent(report -> tell(state, report, estimate.time(), out));
    }

    private void tell(WindTurbineState state, ThermalReport report, long time, Effects out) {
        Quality quality = condition.expectationQuality(state);
        for (Place place : Place.values()) {
            derive(place.expected(), report.expected()[place.ordinal()], quality, time, out);
            derive(place.residual(), report.residual()[place.ordinal()], condition.quality(state, place), time, out);
        }
        if (!Double.isNaN(report.residual()[Place.GEARBOX_OIL.ordinal()])) {
            Quality oil = condition.quality(state, Place.GEARBOX_OIL);
            derive("WTRM.FricHeat", report.friction() / 1000, oil, time, out);
            derive("WTRM.CoolLoss", 100 * report.fouling(), oil, time, out);
        }
        for (AlarmChange alarm : report.alarms()) {
            Telling.alarm(alarm, Severity.MEDIUM, time, out);
        }
    }
}
