package org.gemello.energy.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.energy.air.AirDensity;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;
import org.junit.jupiter.api.Test;

/** A simulated turbine with something wrong beside its twin, in turbulent wind. */
class DriftTest {
    private static final TurbineDesign DESIGN = Nrel5Mw.design();
    private static final double DENSITY = AirDensity.of(15, 1013.25, 50);
    private static final double STEP = 0.1;
    private final WindTurbineTwin twin = new WindTurbineTwin(DESIGN, TwinSettings.DEFAULT);
    private final WindTurbineState state = new WindTurbineState();
    private final List<AlarmChange> alarms = new ArrayList<>();
    private boolean airSensors = true;
    private long now = 1_000_000_000_000L;

    private void observe(WindTurbineInput input, double value) {
        twin.observe(state, input, value, Quality.GOOD, now).ifPresent(estimate -> {
            estimate.alarms().stream().filter(a -> a.alarm().equals(WindTurbineTwin.PARAMETER_DRIFT)).forEach(alarms::add);
        });
    }

    private Drift drift() {
        return state.drift();
    }

    private void run(Turbine turbine, double meanWind, double minutes) {
        WindSeries wind = new WindSeries(Turbulence.classB(meanWind), 17);
        for (int i = 0; i < minutes * 60 / STEP; i++, now += (long) (STEP * 1e9)) {
            double speed = wind.at(i * STEP);
            turbine.advance(speed, DENSITY, STEP);
            if (airSensors) {
                observe(WindTurbineInput.TEMPERATURE, 15);
                observe(WindTurbineInput.PRESSURE, 1013.25);
            }
            observe(WindTurbineInput.PITCH, Math.toDegrees(turbine.pitch()));
            observe(WindTurbineInput.ROTOR_SPEED, turbine.rotorSpeed() * 30 / Math.PI);
            observe(WindTurbineInput.STATUS, turbine.status().code());
            observe(WindTurbineInput.POWER, turbine.power() / 1000);
            observe(WindTurbineInput.WIND, speed);
        }
    }

    @Test
    void aSoundTurbineHasNoDrift() {
        run(new Turbine(DESIGN, 10, DENSITY), 10, 40);
        run(new Turbine(DESIGN, 15, DENSITY), 15, 20);
        assertThat(alarms).isEmpty();
        assertThat(drift()).isEqualTo(Drift.NONE);
    }

    @Test
    void aPitchOffsetAboveRatedWindIsNamedAndMeasured() {
        Turbine turbine = new Turbine(DESIGN, 14, DENSITY);
        turbine.faults().setPitch(Math.toRadians(3));
        run(turbine, 14, 30);
        assertThat(drift().isCertain()).as(drift().message(DESIGN)).isTrue();
        assertThat(drift().parameters()).containsExactly(Parameter.PITCH_OFFSET);
        assertThat(Math.toDegrees(drift().candidate(Parameter.PITCH_OFFSET).orElseThrow().value())).isCloseTo(3, within(0.5));
        assertThat(alarms).last().satisfies(alarm -> assertThat(alarm.message()).contains("pitch offset"));
    }

    @Test
    void aLossOfPowerCoefficientIsNamedOverPartAndFullLoad() {
        Turbine turbine = new Turbine(DESIGN, 11, DENSITY);
        turbine.faults().setPowerLoss(0.12);
        run(turbine, 11.5, 60);
        assertThat(drift().parameters()).as(drift().message(DESIGN)).contains(Parameter.POWER_LOSS).doesNotContain(Parameter.AIR_DENSITY);
        assertThat(drift().candidate(Parameter.POWER_LOSS).orElseThrow().value()).isCloseTo(0.12, within(0.03));
        assertThat(drift().several()).isFalse();
    }

    @Test
    void inPartLoadWhatCannotBeToldApartStaysAList() {
        Turbine turbine = new Turbine(DESIGN, 7, DENSITY);
        turbine.faults().setPowerLoss(0.06);
        run(turbine, 7, 12);
        assertThat(drift().parameters()).as(drift().message(DESIGN)).contains(Parameter.POWER_LOSS).hasSizeGreaterThan(1);
        assertThat(drift().isCertain()).isFalse();
        assertThat(drift().message(DESIGN)).contains("do not tell them apart".substring(7));
    }

    @Test
    void withoutAirSensorsDensityAndPowerLossAreNeverToldApart() {
        airSensors = false;
        Turbine turbine = new Turbine(DESIGN, 12, DENSITY);
        turbine.faults().setPowerLoss(0.12);
        run(turbine, 12, 30);
        assertThat(drift().parameters()).as(drift().message(DESIGN)).contains(Parameter.POWER_LOSS, Parameter.AIR_DENSITY);
    }

    @Test
    void whatIsMendedIsForgotten() {
        Turbine turbine = new Turbine(DESIGN, 14, DENSITY);
        turbine.faults().setPitch(Math.toRadians(3));
        run(turbine, 14, 20);
        turbine.faults().setPitch(0);
        run(turbine, 14, 90);
        assertThat(drift()).as(drift().message(DESIGN)).isEqualTo(Drift.NONE);
        assertThat(alarms).as(alarms.toString()).last().satisfies(alarm -> assertThat(alarm.active()).isFalse());
    }
}
