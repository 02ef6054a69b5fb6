package org.gemello.energy.turbine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurbineTest {
    private static final double STEP = 0.02;
    private static final double DENSITY = Nrel5Mw.REFERENCE_DENSITY;

    private static void run(Turbine turbine, double wind, double seconds) {
        for (int i = 0; i < seconds / STEP; i++) {
            turbine.advance(wind, DENSITY, STEP);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 6, 8, 10, 11, 13, 18, 24})
    void comesToRestAtTheSteadyPoint(double wind) {
        Turbine turbine = new Turbine(Nrel5Mw.design(), Math.max(wind - 1, 4), DENSITY);
        run(turbine, wind, 400);
        OperatingPoint steady = new SteadyState(Nrel5Mw.design(), Nrel5Mw.design().rotor(), DENSITY).at(wind);
        assertThat(turbine.power()).isCloseTo(steady.power(), within(0.01 * steady.power()));
        assertThat(turbine.pitch()).isCloseTo(steady.pitch(), within(Math.toRadians(0.1)));
        assertThat(turbine.rotorSpeed()).isCloseTo(steady.rotorSpeed(), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 500_000, 2_000_000, 4_500_000})
    void holdsThePowerSetPoint(double limit) {
        Turbine turbine = new Turbine(Nrel5Mw.design(), 12, DENSITY);
        turbine.limitPower(limit);
        run(turbine, 12, 300);
        assertThat(turbine.power()).isCloseTo(limit, within(5_000.0));
        assertThat(turbine.rotorSpeed() * 30 / Math.PI).isBetween(11.5, 12.7);
        turbine.limitPower(5e6);
        run(turbine, 12, 300);
        assertThat(turbine.power()).isCloseTo(5e6, within(20_000.0));
    }

    @Test
    void aPitchFaultCostsPowerAndIsNotSeenInThePitch() {
        Turbine healthy = new Turbine(Nrel5Mw.design(), 8, DENSITY);
        Turbine faulty = new Turbine(Nrel5Mw.design(), 8, DENSITY);
        faulty.injectPitchFault(Math.toRadians(5));
        run(healthy, 8, 300);
        run(faulty, 8, 300);
        assertThat(faulty.pitch()).isEqualTo(healthy.pitch());
        assertThat(faulty.power()).isLessThan(0.9 * healthy.power());
    }

    @ParameterizedTest
    @ValueSource(doubles = {7, 9})
    void frictionTakesItsTorqueTimesTheSpeed(double wind) {
        Turbine healthy = new Turbine(Nrel5Mw.design(), wind, DENSITY);
        Turbine faulty = new Turbine(Nrel5Mw.design(), wind, DENSITY);
        faulty.faults().setFriction(200_000);
        run(healthy, wind, 400);
        run(faulty, wind, 400);
        double lost = (healthy.power() - faulty.power()) / Nrel5Mw.design().driveTrain().generatorEfficiency();
        assertThat(lost).isCloseTo(200_000 * faulty.rotorSpeed(), within(0.08 * lost));
    }

    @Test
    void aMinimumPitchIsKeptAndCostsPower() {
        Turbine turbine = new Turbine(Nrel5Mw.design(), 9, DENSITY);
        double before = turbine.power();
        turbine.limitPitch(Math.toRadians(6));
        run(turbine, 9, 300);
        assertThat(Math.toDegrees(turbine.pitch())).isCloseTo(6, within(0.01));
        assertThat(turbine.power()).isLessThan(0.85 * before);
    }

    @Test
    void aStormShutsItDownAndCalmWindBringsItBack() {
        Turbine turbine = new Turbine(Nrel5Mw.design(), 20, DENSITY);
        run(turbine, 27, 60);
        assertThat(turbine.status()).isEqualTo(TurbineStatus.STORM);
        assertThat(turbine.power()).isZero();
        run(turbine, 12, 600);
        assertThat(turbine.status()).isEqualTo(TurbineStatus.PRODUCING);
        run(turbine, 1, 1200);
        assertThat(turbine.status()).isEqualTo(TurbineStatus.IDLING);
    }

    @Test
    void staysWithinItsLimitsInTurbulenceAndIsReproducible() {
        WindSeries wind = new WindSeries(Turbulence.classB(14), 3);
        Turbine first = new Turbine(Nrel5Mw.design(), 14, DENSITY);
        Turbine second = new Turbine(Nrel5Mw.design(), 14, DENSITY);
        for (int i = 0; i < 30_000; i++) {
            double before = first.pitch();
            first.advance(wind.at(i * STEP), DENSITY, STEP);
            second.advance(wind.at(i * STEP), DENSITY, STEP);
            assertThat(Math.abs(first.pitch() - before)).isLessThanOrEqualTo(Math.toRadians(8) * STEP + 1e-12);
            assertThat(first.rotorSpeed() * 30 / Math.PI).isBetween(6.0, 14.5);
            assertThat(first.power()).isBetween(0.0, 5.8e6);
        }
        assertThat(second.power()).isEqualTo(first.power());
    }
}
