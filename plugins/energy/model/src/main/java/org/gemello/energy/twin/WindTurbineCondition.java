package org.gemello.energy.twin;

import java.util.List;
import java.util.Optional;
import org.gemello.api.Quality;
import org.gemello.energy.condition.ConditionDesign;
import org.gemello.energy.fatigue.Component;
import org.gemello.energy.fatigue.ComponentReport;
import org.gemello.energy.fatigue.FatigueMonitor;
import org.gemello.energy.fatigue.Operation;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.thermal.Place;
import org.gemello.energy.thermal.ThermalMonitor;
import org.gemello.energy.thermal.ThermalReport;
import org.gemello.energy.turbine.NacelleWind;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.vibration.Burst;
import org.gemello.energy.vibration.SpectrumText;
import org.gemello.energy.vibration.VibrationMonitor;
import org.gemello.energy.vibration.VibrationReport;

/** Condition of a turbine from what its twin sees: loads and life, temperatures, vibration. For one thread. */
public final class WindTurbineCondition {
    private static final long MINUTE = 60_000_000_000L;
    /** A shaft's speed that is older than this says nothing of a burst. */
    private static final long FRESH = 10_000_000_000L;
    private final TurbineDesign design;
    private final ConditionDesign condition;
    private final ConditionSettings settings;
    private final NacelleWind nacelle;
    private final FatigueMonitor fatigue;
    private final Optional<ThermalMonitor> thermal;
    private final Optional<VibrationMonitor> vibration;

    /** @param nacelleInduction see {@link TwinSettings} */
    public WindTurbineCondition(TurbineDesign design, ConditionDesign condition, ConditionSettings settings, double nacelleInduction) {
        this.design = design;
        this.condition = condition;
        this.settings = settings;
        nacelle = new NacelleWind(design, nacelleInduction);
        fatigue = new FatigueMonitor(design, condition.loads(), settings.site());
        thermal = condition.thermal().map(ThermalMonitor::new);
        vibration = condition.vibration().map(VibrationMonitor::new);
    }

    /**
     * A wind has come; the state has it already. Loads go on to its time where wind, rotor speed and power are known and not bad.
     *
     * @return how each component stands, once a minute; else empty
     */
    public List<ComponentReport> wind(WindTurbineState state, long time) {
        Signal wind = state.input(WindTurbineInput.WIND);
        Signal speed = state.input(WindTurbineInput.ROTOR_SPEED);
        Signal power = state.input(WindTurbineInput.POWER);
        if (wind.quality().isBad() || speed.quality().isBad() || power.quality().isBad()) {
            return List.of();
        }
        double rotorSpeed = speed.value() * Math.PI / 30;
        double pitch = Math.toRadians(state.input(WindTurbineInput.PITCH).valueOr(0));
        double density = Air.of(state.input(WindTurbineInput.TEMPERATURE), state.input(WindTurbineInput.PRESSURE),
                state.input(WindTurbineInput.HUMIDITY)).density();
        return fatigue.advance(state.fatigue,
                new Operation(nacelle.free(wind.value(), rotorSpeed, pitch), rotorSpeed, pitch, power.value() * 1000, density), time);
    }

    /** A load in kN m that a sensor tells. */
    public void load(WindTurbineState state, Component component, double load, Quality quality, long time) {
        if (!quality.isBad()) {
            fatigue.measured(state.fatigue, component, load * 1000, time);
        }
    }

    /** A temperature in degrees Celsius. */
    public void temperature(WindTurbineState state, Place place, double value, Quality quality, long time) {
        state.thermal.measured(place).update(value, quality, time);
    }

    /** Temperatures up to this time, where power, speed and air are known and not bad. */
    public Optional<ThermalReport> temperatures(WindTurbineState state, long time) {
        Signal power = state.input(WindTurbineInput.POWER);
        Signal speed = state.input(WindTurbineInput.ROTOR_SPEED);
        Signal air = state.input(WindTurbineInput.TEMPERATURE);
        if (thermal.isEmpty() || power.quality().isBad() || speed.quality().isBad() || air.quality().isBad() || !air.isWithin(-60, 60)) {
            return Optional.empty();
        }
        return Optional.of(thermal.get().advance(state.thermal, power.value() * 1000 / design.driveTrain().generatorEfficiency(),
                speed.value() * Math.PI / 30 / design.ratedSpeed(), air.value(), time));
    }

    /** The worst quality of a place's temperature and what its expectation rests on. */
    public Quality quality(WindTurbineState state, Place place) {
        return expectationQuality(state).worst(state.thermal.measured(place).quality());
    }

    /** The worst quality of what expected temperatures rest on. */
    public Quality expectationQuality(WindTurbineState state) {
        return state.input(WindTurbineInput.POWER).quality().worst(state.input(WindTurbineInput.ROTOR_SPEED).quality())
                .worst(state.input(WindTurbineInput.TEMPERATURE).quality());
    }

    /** The worst quality of what loads rest on. */
    public Quality loadQuality(WindTurbineState state) {
        return state.input(WindTurbineInput.WIND).quality().worst(state.input(WindTurbineInput.POWER).quality())
                .worst(state.input(WindTurbineInput.ROTOR_SPEED).quality());
    }

    /**
     * A burst of the accelerometer at the gearbox's high-speed shaft.
     *
     * @param text see {@link Burst#parse}
     * @throws IllegalArgumentException where it is none; the message says why
     */
    public Optional<VibrationReport> burst(WindTurbineState state, String text, long time) {
        if (vibration.isEmpty()) {
            return Optional.empty();
        }
        Signal speed = state.input(WindTurbineInput.ROTOR_SPEED);
        boolean known = speed.isKnown() && !speed.quality().isBad() && Math.abs(time - speed.time()) < FRESH;
        double shaft = known ? speed.value() / 60 * design.driveTrain().gearRatio() : Double.NaN;
        return Optional.of(vibration.get().burst(state.vibration, Burst.parse(text, settings.vibrationRate()), shaft));
    }

    /** The spectra as a table, once a minute and where a fault was found or has gone. */
    public Optional<String> spectrum(WindTurbineState state, VibrationReport report, long time) {
        boolean due = state.vibration.tell(time, report.alarm().isPresent() ? 0 : MINUTE);
        return due ? condition.vibration().map(known -> SpectrumText.of(report, known.mesh())) : Optional.empty();
    }
}
