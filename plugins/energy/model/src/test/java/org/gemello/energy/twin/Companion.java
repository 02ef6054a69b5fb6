package org.gemello.energy.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.Quality;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;

/** A simulated turbine with its twin beside it, in turbulent wind, ten samples a second. */
final class Companion {
    private static final double STEP = 0.1;
    final WindTurbineState state = new WindTurbineState();
    final List<Estimate> estimates = new ArrayList<>();
    final List<AlarmChange> alarms = new ArrayList<>();
    private final WindTurbineTwin twin;
    private final Turbine turbine;
    private final double density;
    private long now = 1_800_000_000_000_000_000L;

    /** @param density of the air that the turbine stands in, in kg/m3; nobody tells it to the twin */
    Companion(TurbineDesign design, double wind, double density) {
        this.twin = new WindTurbineTwin(design, TwinSettings.DEFAULT);
        this.turbine = new Turbine(design, wind, density);
        this.density = density;
    }

    Turbine turbine() {
        return turbine;
    }

    long now() {
        return now;
    }

    Drift drift() {
        return state.drift();
    }

    /** Tells the twin a value of its own. */
    void tell(WindTurbineInput input, double value) {
        twin.observe(state, input, value, Quality.GOOD, now).ifPresent(this::keep);
    }

    private void keep(Estimate estimate) {
        estimates.add(estimate);
        alarms.addAll(estimate.alarms());
    }

    void run(double meanWind, int seed, double minutes) {
        run(meanWind, seed, minutes, companion -> { });
    }

    /** @param before each step */
    void run(double meanWind, int seed, double minutes, Consumer<Companion> before) {
        WindSeries wind = new WindSeries(Turbulence.classB(meanWind), seed);
        for (int i = 0; i < minutes * 60 / STEP; i++) {
            before.accept(this);
            double speed = wind.at(i * STEP);
            turbine.advance(speed, density, STEP);
            tell(WindTurbineInput.PITCH, Math.toDegrees(turbine.pitch()));
            tell(WindTurbineInput.ROTOR_SPEED, turbine.rotorSpeed() * 30 / Math.PI);
            tell(WindTurbineInput.THRUST, turbine.thrust() / 1000);
            tell(WindTurbineInput.STATUS, turbine.status().code());
            tell(WindTurbineInput.POWER, turbine.power() / 1000);
            tell(WindTurbineInput.WIND, speed);
            now += (long) (STEP * 1e9);
        }
    }
}
