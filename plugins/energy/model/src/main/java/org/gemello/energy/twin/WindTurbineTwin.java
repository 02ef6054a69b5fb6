package org.gemello.energy.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gemello.api.Quality;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.signal.Signal;
import org.gemello.energy.turbine.NacelleWind;
import org.gemello.energy.turbine.OperatingPoint;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.turbine.TurbineStatus;
import org.gemello.energy.twin.Estimate.Conditions;

/**
 * Compares a wind turbine with its power curve. The wind is smoothed as the rotor's inertia smooths it, the curve is corrected for
 * the density of the air where temperature and pressure are known, and means of measured and expected power are compared. Evaluated
 * once per second of source time, so that the result does not depend on how samples were grouped on their way.
 */
public final class WindTurbineTwin {
    public static final String UNDERPERFORMANCE = "underperformance";
    public static final String WIND_SENSOR = WindSensor.ALARM;
    public static final String SOURCE_TIME = SourceClock.ALARM;
    public static final String PARAMETER_DRIFT = DriftWatch.ALARM;
    private static final long SECOND = 1_000_000_000L;
    /** Longer without a residual to judge by, and what the means and delays have gathered no longer counts. */
    private static final long INTERRUPTION = 10 * SECOND;
    /** Share of rated power below which a percentage says nothing. */
    private static final double LEAST_POWER = 0.05;
    private static final double DERATED = 0.995;
    private static final double PITCHED = 0.1;
    /** Time constant in s of the yaw error that vane and nacelle tell. */
    private static final double YAW_FILTER = 30;
    /** A larger yaw error in rad is no error of a turbine that runs. */
    private static final double MOST_YAW = Math.toRadians(60);
    private static final WindTurbineInput[] CORRECTIONS = {WindTurbineInput.PITCH_CORRECTION_1, WindTurbineInput.PITCH_CORRECTION_2,
        WindTurbineInput.PITCH_CORRECTION_3};
    private static final WindTurbineInput[] MOMENTS = {WindTurbineInput.ROOT_MOMENT_1, WindTurbineInput.ROOT_MOMENT_2,
        WindTurbineInput.ROOT_MOMENT_3};
    private final TurbineDesign design;
    private final Expectation expectation;
    private final TwinSettings settings;
    private final NacelleWind nacelle;
    private final WindSensor windSensor;

    public WindTurbineTwin(TurbineDesign design, TwinSettings settings) {
        this.design = design;
        this.expectation = new Expectation(design);
        this.settings = settings;
        this.nacelle = new NacelleWind(design, settings.nacelleInduction());
        this.windSensor = new WindSensor(settings.stuckAfter());
    }

    /**
     * Takes a sample.
     *
     * @param value in the input's unit, NaN where there is none
     * @param sourceTime in ns since the epoch
     * @return an estimate where one is due
     */
    public Optional<Estimate> observe(WindTurbineState state, WindTurbineInput input, double value, Quality quality, long sourceTime) {
        long time = state.clock.steady(sourceTime, state.evaluated);
        Signal signal = state.input(input);
        int severity = signal.quality().severity();
        signal.update(value, quality, time);
        boolean turned = severity != signal.quality().severity();
        if (input == WindTurbineInput.WIND && !signal.quality().isBad() && WindSensor.isPossible(value)) {
            state.wind.set(freeWind(state, value), time, settings.windFilter());
        } else if (input == WindTurbineInput.POWER && !signal.quality().isBad()) {
            state.power.set(value, time, settings.residualMean());
        }
        boolean decides = input == WindTurbineInput.WIND || input == WindTurbineInput.POWER;
        boolean due = Math.floorDiv(time, SECOND) > Math.floorDiv(state.evaluated, SECOND) || turned && time >= state.evaluated;
        // a new set point changes what is expected at once: who sent it sees that in the values derived from its read back
        boolean commanded = input == WindTurbineInput.POWER_LIMIT || input == WindTurbineInput.PITCH_LIMIT;
        return (commanded || decides && due) && isComplete(state) ? Optional.of(evaluate(state, Math.max(time, state.evaluated)))
                : Optional.empty();
    }

    /** Free wind from what the anemometer behind the rotor tells; it needs the state of the rotor. */
    private double freeWind(WindTurbineState state, double measured) {
        return nacelle.free(measured, rotorSpeed(state, measured), pitch(state));
    }

    private double rotorSpeed(WindTurbineState state, double wind) {
        Signal speed = state.input(WindTurbineInput.ROTOR_SPEED);
        return speed.isKnown() ? speed.value() * Math.PI / 30 : expectation.rotorSpeed(wind);
    }

    private static double pitch(WindTurbineState state) {
        return Math.toRadians(state.input(WindTurbineInput.PITCH).valueOr(0));
    }

    private static boolean isComplete(WindTurbineState state) {
        return !Double.isNaN(state.wind.mean()) && !Double.isNaN(state.power.mean());
    }

    private Estimate evaluate(WindTurbineState state, long now) {
        boolean newSecond = Math.floorDiv(now, SECOND) > Math.floorDiv(state.evaluated, SECOND);
        state.evaluated = now;
        state.wind.advance(now, settings.windFilter());
        state.power.advance(now, settings.residualMean());
        Air air = Air.of(state.input(WindTurbineInput.TEMPERATURE), state.input(WindTurbineInput.PRESSURE),
                state.input(WindTurbineInput.HUMIDITY));
        Conditions conditions = new Conditions(state.wind.mean(), yaw(state, now), air.density(), 1000 * powerLimit(state),
                Math.toRadians(state.input(WindTurbineInput.PITCH_LIMIT).valueOr(0)), meanCorrection(state));
        state.windCubed.set(Math.pow(conditions.wind(), 3), now, settings.residualMean());
        OperatingPoint sound = expectation.designed(conditions);
        Model designed = state.designed.update(state, now, sound, Comparison.STEADY, settings.residualMean());
        double expected = state.designed.power.expected.mean();
        boolean telling = expected > LEAST_POWER * ratedKilowatts();
        double percent = telling ? 100 * designed.power().residual() / expected : Double.NaN;
        List<AlarmChange> alarms = new ArrayList<>();
        state.clock.alarm(now).ifPresent(alarms::add);
        Quality quality = windSensor.check(state, now, alarms).worst(state.clock.quality()).worst(state.input(WindTurbineInput.POWER).quality())
                .worst(air.quality());
        if (telling && quality.isGood()) {
            judge(state, now, percent, alarms);
        }
        Quality rotorQuality = quality.worst(state.input(WindTurbineInput.ROTOR_SPEED).quality());
        Quality pitchQuality = quality.worst(state.input(WindTurbineInput.PITCH).quality());
        Optional<Drift> drift = newSecond && watchDrift(state, now, air, rotorQuality.worst(pitchQuality)) ? Optional.of(state.drift())
                : Optional.empty();
        drift.flatMap(estimated -> state.drift.alarm(design)).ifPresent(alarms::add);
        OperatingPoint present = state.drift().isFound() ? expectation.adapted(conditions, state.drift()) : sound;
        double uncertain = sound.power() > 0 ? (1 - present.power() / sound.power()) * state.drift().uncertainty() : 0;
        Model adapted = state.adapted.update(state, now, present, Math.hypot(Comparison.STEADY, uncertain), settings.residualMean());
        return new Estimate(state.clock.source(now), newSecond, conditions, designed, adapted, percent, tipSpeedRatio(state),
                coefficient(state, air), quality, rotorQuality, pitchQuality,
                quality.worst(state.input(WindTurbineInput.THRUST).quality()), drift, alarms);
    }

    /** What vane and nacelle tell, where both are good; what they do not tell is for the drift to find. */
    private static double yaw(WindTurbineState state, long now) {
        Signal vane = state.input(WindTurbineInput.WIND_DIRECTION);
        Signal nacelle = state.input(WindTurbineInput.NACELLE_DIRECTION);
        if (!vane.isKnown() || !nacelle.isKnown()) {
            return 0;
        }
        double error = Math.toRadians(Math.IEEEremainder(vane.value() - nacelle.value(), 360));
        if (vane.quality().isGood() && nacelle.quality().isGood() && Math.abs(error) < MOST_YAW) {
            state.yaw.set(error, now, YAW_FILTER);
        } else {
            state.yaw.advance(now, YAW_FILTER);
        }
        return Double.isNaN(state.yaw.mean()) ? 0 : state.yaw.mean();
    }

    /**
     * Only what is measured well says something: the rotor's speed and pitch are needed, and a turbine that runs.
     *
     * @return true where the drift has been estimated anew
     */
    private boolean watchDrift(WindTurbineState state, long now, Air air, Quality quality) {
        Signal pitch = state.input(WindTurbineInput.PITCH);
        Signal speed = state.input(WindTurbineInput.ROTOR_SPEED);
        double wind = state.input(WindTurbineInput.WIND).value();
        boolean plausible = pitch.isWithin(-10, 95) && speed.value() > 0 && speed.value() * Math.PI / 30 < 2 * design.ratedSpeed();
        if (!quality.isGood() || !plausible || !runs(state) || !expectation.covers(wind)) {
            state.drift.interrupt();
            return false;
        }
        return state.drift.second(second(state, now, wind), design, air);
    }

    private DriftSecond second(WindTurbineState state, long now, double wind) {
        double[] corrections = new double[DriftSecond.BLADES];
        double[] moments = new double[DriftSecond.BLADES];
        for (int i = 0; i < moments.length; i++) {
            corrections[i] = correction(state, i);
            moments[i] = 1000 * good(state, MOMENTS[i]);
        }
        return new DriftSecond(now, freeWind(state, wind) * Math.cos(yaw(state, now)), rotorSpeed(state, wind), pitch(state), corrections,
                state.input(WindTurbineInput.POWER).value() * 1000, moments, good(state, WindTurbineInput.GEAR_OIL),
                good(state, WindTurbineInput.TEMPERATURE));
    }

    private static double correction(WindTurbineState state, int blade) {
        return Math.toRadians(state.input(CORRECTIONS[blade]).valueOr(0));
    }

    private static double meanCorrection(WindTurbineState state) {
        return (correction(state, 0) + correction(state, 1) + correction(state, 2)) / DriftSecond.BLADES;
    }

    /** NaN where there is none, or not in good quality. */
    private static double good(WindTurbineState state, WindTurbineInput input) {
        Signal signal = state.input(input);
        return signal.quality().isGood() ? signal.value() : Double.NaN;
    }

    private static boolean runs(WindTurbineState state) {
        Signal status = state.input(WindTurbineInput.STATUS);
        return !status.isKnown() || status.value() == TurbineStatus.PRODUCING.code();
    }

    private double powerLimit(WindTurbineState state) {
        return Math.min(state.input(WindTurbineInput.POWER_LIMIT).valueOr(ratedKilowatts()), ratedKilowatts());
    }

    private double ratedKilowatts() {
        return design.ratedPower() / 1000;
    }

    private void judge(WindTurbineState state, long now, double percent, List<AlarmChange> alarms) {
        if (state.judged < now - INTERRUPTION || isHeldBack(state)) {
            state.unsettled = now;
        }
        state.judged = now;
        // the means still hold what was before: wait until it is forgotten
        if ((now - state.unsettled) * 1e-9 < 3 * settings.residualMean()) {
            state.underperformance.interrupt();
        } else if (state.underperformance.update(percent, now, settings.limits())) {
            String message = String.format(Locale.ROOT, "%+.1f %% against expectation: %.0f kW measured, %.0f kW expected at %.1f m/s",
                    percent, state.power.mean(), state.designed.power.expected.mean(), state.wind.mean());
            alarms.add(new AlarmChange(UNDERPERFORMANCE, state.underperformance.isActive(), message));
        }
    }

    /** True where the turbine gives less on purpose, or does not run. */
    private boolean isHeldBack(WindTurbineState state) {
        return powerLimit(state) < DERATED * ratedKilowatts()
                || state.input(WindTurbineInput.PITCH_LIMIT).valueOr(0) > PITCHED
                || state.input(WindTurbineInput.SPEED_LIMIT).valueOr(100) < 100 * DERATED
                || !runs(state)
                || state.wind.mean() < design.operation().cutIn();
    }

    private double tipSpeedRatio(WindTurbineState state) {
        double wind = state.wind.mean();
        return wind < 0.5 ? Double.NaN : state.input(WindTurbineInput.ROTOR_SPEED).value() * Math.PI / 30 * design.radius() / wind;
    }

    private double coefficient(WindTurbineState state, Air air) {
        double available = 0.5 * air.density() * design.area() * state.windCubed.mean();
        return state.wind.mean() < design.operation().cutIn() ? Double.NaN
                : state.power.mean() * 1000 / design.driveTrain().generatorEfficiency() / available;
    }
}
