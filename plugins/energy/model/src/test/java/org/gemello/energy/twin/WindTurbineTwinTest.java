package org.gemello.energy.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.energy.signal.AlarmChange;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The twin beside a simulated turbine in turbulent wind. */
class WindTurbineTwinTest {
    private static final double DENSITY = Nrel5Mw.REFERENCE_DENSITY;
    private static final long TENTH = 100_000_000;
    private final WindTurbineTwin twin = new WindTurbineTwin(Nrel5Mw.design(), TwinSettings.DEFAULT);
    private final WindTurbineState state = new WindTurbineState();
    private final List<AlarmChange> alarms = new ArrayList<>();
    private Estimate last;
    private long now;

    @BeforeEach
    void begin() {
        now = 1_700_000_000_000_000_000L;
    }

    private void observe(WindTurbineInput input, double value, Quality quality) {
        twin.observe(state, input, value, quality, now).ifPresent(estimate -> {
            last = estimate;
            alarms.addAll(estimate.alarms());
        });
    }

    private void observe(WindTurbineInput input, double value) {
        observe(input, value, Quality.GOOD);
    }

    private void run(Turbine turbine, WindSeries wind, int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            double speed = wind.at((now % 1_000_000_000_000_000L) * 1e-9);
            for (int j = 0; j < 5; j++) {
                turbine.advance(speed, DENSITY, 0.02);
            }
            observe(WindTurbineInput.POWER, turbine.power() / 1000);
            observe(WindTurbineInput.ROTOR_SPEED, turbine.rotorSpeed() * 30 / Math.PI);
            observe(WindTurbineInput.WIND, speed);
            now += TENTH;
        }
    }

    private void steady(double wind, double power, int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            observe(WindTurbineInput.POWER, power);
            observe(WindTurbineInput.WIND, wind + (i % 2) * 0.01);
            now += TENTH;
        }
    }

    private List<String> raised(String alarm) {
        return alarms.stream().filter(a -> a.alarm().equals(alarm) && a.active()).map(AlarmChange::message).toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, 8, 9, 10, 12, 15})
    void aSoundTurbineRaisesNoAlarmInAnHourOfTurbulence(double mean) {
        WindSeries wind = new WindSeries(Turbulence.classB(mean), 11);
        run(new Turbine(Nrel5Mw.design(), mean, DENSITY), wind, 3600);
        assertThat(alarms).isEmpty();
        assertThat(last.percent()).isBetween(-8.0, 15.0);
    }

    @Test
    void bladesThatStandWrongAreFoundAndTheirRepairIsSeen() {
        WindSeries wind = new WindSeries(Turbulence.classB(9), 11);
        Turbine turbine = new Turbine(Nrel5Mw.design(), 9, DENSITY);
        run(turbine, wind, 300);
        turbine.injectPitchFault(Math.toRadians(5));
        run(turbine, wind, 300);
        assertThat(raised(WindTurbineTwin.UNDERPERFORMANCE)).singleElement().asString().contains("kW measured");
        turbine.injectPitchFault(0);
        run(turbine, wind, 600);
        assertThat(alarms).hasSize(2);
        assertThat(alarms.get(1).active()).isFalse();
    }

    @Test
    void aBadSampleNowAndThenDoesNotHideAFault() {
        WindSeries wind = new WindSeries(Turbulence.classB(9), 11);
        Turbine turbine = new Turbine(Nrel5Mw.design(), 9, DENSITY);
        turbine.injectPitchFault(Math.toRadians(5));
        for (int i = 0; i < 30; i++) {
            run(turbine, wind, 20);
            observe(WindTurbineInput.WIND, Double.NaN, Quality.BAD);
        }
        assertThat(raised(WindTurbineTwin.UNDERPERFORMANCE)).hasSize(1);
        assertThat(raised(WindTurbineTwin.WIND_SENSOR)).isEmpty();
    }

    @Test
    void whatIsHeldBackOnPurposeIsNoUnderperformance() {
        observe(WindTurbineInput.POWER_LIMIT, 1000);
        steady(10, 700, 900);
        assertThat(raised(WindTurbineTwin.UNDERPERFORMANCE)).isEmpty();
        assertThat(last.designed().power().expected()).isCloseTo(1000, within(0.01));
        observe(WindTurbineInput.POWER_LIMIT, 5000);
        steady(10, 3500, 900);
        assertThat(raised(WindTurbineTwin.UNDERPERFORMANCE)).isEmpty();
        observe(WindTurbineInput.PITCH_LIMIT, 5);
        steady(10, 2000, 900);
        assertThat(raised(WindTurbineTwin.UNDERPERFORMANCE)).isEmpty();
    }

    @Test
    void knowsTheOperatingPointInSteadyWind() {
        observe(WindTurbineInput.ROTOR_SPEED, 9.193);
        steady(8, 1792.8, 300);
        assertThat(last.designed().power().expected()).isCloseTo(1793, within(10.0));
        assertThat(last.percent()).isCloseTo(0, within(0.5));
        assertThat(last.tipSpeedRatio()).isCloseTo(7.58, within(0.02));
        assertThat(last.coefficient()).isCloseTo(0.485, within(0.01));
        assertThat(last.quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void thinAirIsExpectedToGiveLess() {
        observe(WindTurbineInput.TEMPERATURE, 35);
        observe(WindTurbineInput.PRESSURE, 950);
        steady(8, 1500, 60);
        assertThat(last.designed().power().expected()).isBetween(1450.0, 1580.0);
    }

    @Test
    void airThatCannotBeIsReplacedByTheStandardInUncertainQuality() {
        observe(WindTurbineInput.TEMPERATURE, -273);
        observe(WindTurbineInput.PRESSURE, 950);
        steady(8, 1790, 60);
        assertThat(last.designed().power().expected()).isCloseTo(1793, within(10.0));
        assertThat(last.quality()).isEqualTo(Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED);
    }

    @Test
    void aBadRotorSpeedSpoilsOnlyTheTipSpeedRatio() {
        observe(WindTurbineInput.ROTOR_SPEED, 9.2, Quality.BAD_SENSOR_FAILURE);
        steady(8, 1790, 60);
        assertThat(last.quality()).isEqualTo(Quality.GOOD);
        assertThat(last.rotorQuality()).isEqualTo(Quality.BAD_SENSOR_FAILURE);
    }

    @Test
    void aStuckWindSensorLowersTheQualityAndIsNamed() {
        for (int second = 0; second < 100; second++, now += 10 * TENTH) {
            observe(WindTurbineInput.POWER, 1500 + second);
            observe(WindTurbineInput.WIND, 8);
        }
        assertThat(last.quality().isUncertain()).isTrue();
        assertThat(raised(WindTurbineTwin.WIND_SENSOR)).singleElement().asString().contains("stood at 8.00 m/s");
    }

    @Test
    void windThatCannotBeIsNotCounted() {
        steady(8, 1790, 60);
        observe(WindTurbineInput.WIND, 500);
        now += 10 * TENTH;
        observe(WindTurbineInput.POWER, 1790);
        assertThat(last.quality()).isEqualTo(Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED);
        assertThat(last.designed().power().expected()).isCloseTo(1793, within(20.0));
        observe(WindTurbineInput.WIND, Double.NaN);
        assertThat(last.quality()).isEqualTo(Quality.BAD_SENSOR_FAILURE);
        observe(WindTurbineInput.WIND, Double.NaN, Quality.BAD_NO_COMMUNICATION);
        for (int second = 0; second < 7; second++, now += 10 * TENTH) {
            observe(WindTurbineInput.POWER, 1790);
        }
        assertThat(last.quality()).isEqualTo(Quality.BAD_NO_COMMUNICATION);
        assertThat(raised(WindTurbineTwin.WIND_SENSOR)).singleElement().asString().contains("Bad_NoCommunication");
        steady(8, 1790, 7);
        assertThat(last.quality()).isEqualTo(Quality.GOOD);
        assertThat(alarms).last().satisfies(alarm -> assertThat(alarm.active()).isFalse());
    }

    @Test
    void timeThatRunsBackwardsIsSurvived() {
        steady(8, 1790, 60);
        now -= 600 * TENTH;
        steady(9, 1790, 10);
        now += 700 * TENTH;
        steady(8, 1790, 30);
        assertThat(last.designed().power().expected()).isCloseTo(1793, within(20.0));
    }

    @Test
    void aClockThatIsSetBackIsNamedAndTheTwinGoesOn() {
        steady(8, 1790, 120);
        now -= 3600 * 10 * TENTH;
        long before = now;
        steady(8, 1790, 30);
        assertThat(raised(WindTurbineTwin.SOURCE_TIME)).singleElement().asString().matches(".*went back by 3(599|600) s.*");
        assertThat(last.quality().isUncertain()).isTrue();
        assertThat(last.time()).isBetween(before, now);
        assertThat(last.designed().power().expected()).isCloseTo(1793, within(20.0));
        steady(8, 1790, 90);
        assertThat(last.quality()).isEqualTo(Quality.GOOD);
        assertThat(last.time()).isGreaterThan(now - 20 * TENTH);
        assertThat(alarms).last().satisfies(alarm -> assertThat(alarm.active()).isFalse());
    }

    @Test
    void aFewLateSamplesAreNoClockThatIsSetBack() {
        steady(8, 1790, 60);
        for (int i = 0; i < 5; i++) {
            now -= 600 * TENTH;
            observe(WindTurbineInput.WIND, 8);
            now += 600 * TENTH;
            steady(8, 1790, 2);
        }
        assertThat(alarms).isEmpty();
        assertThat(last.quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void nothingIsConcludedBeforeWindAndPowerAreKnown() {
        observe(WindTurbineInput.WIND, 8);
        now += 20 * TENTH;
        observe(WindTurbineInput.WIND, 9);
        observe(WindTurbineInput.ROTOR_SPEED, 9);
        assertThat(last).isNull();
    }
}
