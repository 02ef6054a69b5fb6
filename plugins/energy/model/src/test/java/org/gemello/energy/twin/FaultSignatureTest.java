package org.gemello.energy.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.energy.air.AirDensity;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.turbine.GearHeat;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With sensors at the roots of the blades and in the gearbox faults are told apart in part load, and soon. */
class FaultSignatureTest {
    private static final TurbineDesign DESIGN = Nrel5Mw.design();
    private static final double STEP = 0.1;
    private static final double RATED_TORQUE = DESIGN.torque().ratedPower() / DESIGN.ratedSpeed();
    private final WindTurbineTwin twin = new WindTurbineTwin(DESIGN, TwinSettings.DEFAULT);
    private final WindTurbineState state = new WindTurbineState();
    private final GearHeat gear = GearHeat.of(DESIGN);
    private final List<AlarmChange> alarms = new ArrayList<>();
    private double temperature = 12;
    private double humidity = 70;
    private double oil = 40;
    private double time;
    private Estimate last;

    private void observe(WindTurbineInput input, double value) {
        twin.observe(state, input, value, Quality.GOOD, 1_000_000_000_000L + (long) (time * 1e9)).ifPresent(estimate -> {
            last = estimate;
            estimate.alarms().stream().filter(a -> a.alarm().equals(WindTurbineTwin.PARAMETER_DRIFT)).forEach(alarms::add);
        });
    }

    private void run(Turbine turbine, double meanWind, double minutes) {
        WindSeries wind = new WindSeries(Turbulence.classB(meanWind), 23);
        double density = AirDensity.of(temperature, 1006, humidity);
        double end = time + 60 * minutes;
        for (; time < end; time += STEP) {
            double speed = wind.at(time);
            turbine.advance(speed, density, STEP);
            oil = gear.after(oil, temperature, turbine.power() / DESIGN.driveTrain().generatorEfficiency(),
                    turbine.faults().friction() * turbine.rotorSpeed(), STEP);
            observe(WindTurbineInput.TEMPERATURE, temperature);
            observe(WindTurbineInput.PRESSURE, 1006);
            observe(WindTurbineInput.HUMIDITY, humidity);
            observe(WindTurbineInput.ROOT_MOMENT_1, turbine.rootMoment(0) / 1000);
            observe(WindTurbineInput.ROOT_MOMENT_2, turbine.rootMoment(1) / 1000);
            observe(WindTurbineInput.ROOT_MOMENT_3, turbine.rootMoment(2) / 1000);
            observe(WindTurbineInput.GEAR_OIL, oil);
            observe(WindTurbineInput.PITCH, Math.toDegrees(turbine.pitch()));
            observe(WindTurbineInput.ROTOR_SPEED, turbine.rotorSpeed() * 30 / Math.PI);
            observe(WindTurbineInput.STATUS, turbine.status().code());
            observe(WindTurbineInput.POWER, turbine.power() / 1000);
            observe(WindTurbineInput.WIND, speed);
        }
    }

    private Turbine sound(double wind) {
        Turbine turbine = new Turbine(DESIGN, wind, 1.22);
        run(turbine, wind, 20);
        assertThat(state.drift().parameters()).as(state.drift().message(DESIGN)).isEmpty();
        return turbine;
    }

    private double value(Parameter parameter) {
        return state.drift().candidate(parameter).orElseThrow().value();
    }

    private void isCertainly(Parameter parameter) {
        assertThat(state.drift().parameters()).as(state.drift().message(DESIGN)).containsExactly(parameter);
        assertThat(state.drift().isCertain()).as(state.drift().message(DESIGN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 8, 9.5, 12, 16})
    void aSoundTurbineStaysSound(double wind) {
        run(new Turbine(DESIGN, wind, 1.22), wind, 60);
        assertThat(alarms).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {7, 8, 9.5, 12})
    void threeDegreesOfPitchAreFoundInMinutes(double wind) {
        Turbine turbine = sound(wind);
        turbine.faults().setPitch(Math.toRadians(3));
        run(turbine, wind, 6);
        isCertainly(Parameter.PITCH_OFFSET);
        assertThat(Math.toDegrees(value(Parameter.PITCH_OFFSET))).isCloseTo(3, within(0.4));
        assertThat(alarms).last().satisfies(alarm -> assertThat(alarm.message()).contains("pitch offset"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {8, 9.5})
    void aSingleBladeIsNamed(double wind) {
        Turbine turbine = sound(wind);
        turbine.faults().setPitch(1, Math.toRadians(3));
        run(turbine, wind, 30);
        isCertainly(Parameter.PITCH_OFFSET);
        assertThat(Math.toDegrees(state.drift().bladeOffset(1))).as(state.drift().message(DESIGN)).isCloseTo(3, within(0.4));
        assertThat(Math.toDegrees(state.drift().bladeOffset(0))).as(state.drift().message(DESIGN)).isCloseTo(0, within(0.4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {7, 8, 9.5})
    void iceIsNamedWhereTheAirMakesIce(double wind) {
        temperature = -3;
        humidity = 96;
        Turbine turbine = sound(wind);
        turbine.faults().setIce(1);
        run(turbine, wind, 6);
        isCertainly(Parameter.POWER_LOSS);
        assertThat(state.drift().isIce()).isTrue();
        assertThat(state.drift().message(DESIGN)).contains("ice");
    }

    @Test
    void aLossInWarmAirIsNoIce() {
        Turbine turbine = sound(8);
        turbine.faults().setIce(1);
        run(turbine, 8, 30);
        assertThat(state.drift().parameters()).as(state.drift().message(DESIGN)).contains(Parameter.POWER_LOSS);
        assertThat(state.drift().isIce()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {7, 8, 9.5, 12})
    void frictionIsTold(double wind) {
        Turbine turbine = sound(wind);
        turbine.faults().setFriction(0.03 * RATED_TORQUE);
        run(turbine, wind, 6);
        isCertainly(Parameter.FRICTION);
        assertThat(value(Parameter.FRICTION)).isCloseTo(0.03, within(0.006));
    }

    @Test
    void aCorrectionIsPartOfWhatIsExpected() {
        Turbine turbine = sound(9);
        turbine.faults().setPitch(Math.toRadians(3));
        run(turbine, 9, 6);
        for (int blade = 0; blade < 3; blade++) {
            turbine.correctPitch(blade, Math.toRadians(-3));
        }
        observe(WindTurbineInput.PITCH_CORRECTION_1, -3);
        observe(WindTurbineInput.PITCH_CORRECTION_2, -3);
        observe(WindTurbineInput.PITCH_CORRECTION_3, -3);
        run(turbine, 9, 20);
        isCertainly(Parameter.PITCH_OFFSET);
        assertThat(Math.toDegrees(value(Parameter.PITCH_OFFSET))).isCloseTo(3, within(0.4));
        assertThat(last.percent()).isCloseTo(0, within(4.0));
    }
}
