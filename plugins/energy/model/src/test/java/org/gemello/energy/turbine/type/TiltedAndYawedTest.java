package org.gemello.energy.turbine.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Locale;
import org.gemello.energy.rotor.Blade;
import org.gemello.energy.rotor.BladeElementMomentum;
import org.gemello.energy.rotor.RotorLoads;
import org.junit.jupiter.api.Test;

/** Wind that does not blow along the axis: yaw, tilt and cone at 8 m/s and the best tip-speed ratio. */
class TiltedAndYawedTest {
    private static final double WIND = 8;
    private static final double SPEED = 7.55 * WIND / 63;
    private final RotorLoads loads = new RotorLoads();

    private static BladeElementMomentum rotor(double tilt, double cone) throws IOException {
        BladeFiles files = new BladeFiles(TypeFiles.shipped("nrel-5mw"), "blade.csv", "polars.csv");
        return new BladeElementMomentum(new Blade(3, 1.5, 63, Math.toRadians(cone), files.sections(61.5)), Math.toRadians(tilt), 12, 0, 90);
    }

    private double power(BladeElementMomentum rotor, double yaw) {
        rotor.solve(WIND, SPEED, 0, Math.toRadians(yaw), 1.225, loads);
        return loads.torque() * SPEED;
    }

    @Test
    void yawTakesPowerAsAPowerOfItsCosine() throws IOException {
        BladeElementMomentum rotor = rotor(0, 0);
        double straight = power(rotor, 0);
        double before = straight;
        for (int yaw : new int[] {10, 20, 30, 40}) {
            double yawed = power(rotor, yaw);
            double exponent = Math.log(yawed / straight) / Math.log(Math.cos(Math.toRadians(yaw)));
            System.out.printf(Locale.ROOT, "yaw %2d deg: %.3f of the power, cosine to the power of %.2f%n", yaw, yawed / straight,
                    exponent);
            assertThat(yawed).isLessThan(before);
            assertThat(exponent).isBetween(1.2, 3.2);
            assertThat(power(rotor, -yaw)).isCloseTo(yawed, within(0.002 * yawed));
            before = yawed;
        }
    }

    @Test
    void tiltIsYawInTheOtherPlane() throws IOException {
        assertThat(power(rotor(20, 0), 0)).isCloseTo(power(rotor(0, 0), 20), within(0.01 * power(rotor(0, 0), 20)));
    }

    @Test
    void tiltAndConeOfTheTurbineCostAFewPercent() throws IOException {
        double plain = power(rotor(0, 0), 0);
        assertThat(power(rotor(5, 0), 0) / plain).isBetween(0.98, 0.999);
        assertThat(power(rotor(0, 2.5), 0) / plain).isBetween(0.98, 1.0005);
        assertThat(power(rotor(5, 2.5), 0) / plain).isBetween(0.965, 0.998);
    }
}
