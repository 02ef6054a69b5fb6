package org.gemello.energy.turbine.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.gemello.energy.rotor.BladeElementMomentum;
import org.gemello.energy.rotor.RotorLoads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped blade without tilt and cone, against another plain blade element momentum program (values as in the reference list). */
class Nrel5MwBladeTest {
    private static final double DENSITY = 1.225;
    private final RotorLoads loads = new RotorLoads();
    private final BladeElementMomentum rotor;

    Nrel5MwBladeTest() throws IOException {
        rotor = BladesOfType.nrel5Mw();
    }

    @ParameterizedTest
    @CsvSource({"5, .3592", "6, .4502", "7, .4872", "7.5, .4925", "8, .4920", "9, .4775", "10, .4524"})
    void powerCoefficientOverTipSpeedRatio(double ratio, double expected) {
        rotor.solve(8, ratio * 8 / 63, 0, 0, DENSITY, loads);
        assertThat(loads.powerCoefficient(ratio * 8 / 63, 8, DENSITY, rotor.area())).isCloseTo(expected, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"8, 9.238, 0, 1819.3, 390.1", "10, 11.548, 0, 3553.3, 609.6", "11, 11.919, 0, 4698.7, 708.3",
        "12, 12.1, 4.124, 5000, 581.4", "15, 12.1, 10.533, 5000, 419.6", "20, 12.1, 17.546, 5000, 320.1", "25, 12.1, 23.224, 5000, 275.3"})
    void powerAndThrustInWind(double wind, double rpm, double degrees, double kilowatts, double kilonewtons) {
        double speed = rpm * Math.PI / 30;
        rotor.solve(wind, speed, Math.toRadians(degrees), 0, DENSITY, loads);
        assertThat(loads.torque() * speed * 0.944 / 1000).isCloseTo(kilowatts, within(0.01 * kilowatts));
        assertThat(loads.thrust() / 1000).isCloseTo(kilonewtons, within(0.005 * kilonewtons));
    }
}
