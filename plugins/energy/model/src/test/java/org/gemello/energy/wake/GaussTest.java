package org.gemello.energy.wake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussTest {
    private static final double DIAMETER = 126;
    private static final double YAW = Math.toRadians(20);
    private static final WakeSource STRAIGHT = new WakeSource(63, 0.8, 0.1, 0);
    private static final WakeSource TURNED = new WakeSource(63, 0.8, 0.1, YAW);
    private final Gauss wake = new Gauss();

    /** By hand: x0 = (1 + sqrt .2) / (sqrt 2 (.232 + .154 (1 - sqrt .2))) = 3.22687 d, k = .042048, deviation = d / sqrt 8 + k (x - x0). */
    @ParameterizedTest
    @CsvSource({"5, .325922", "7, .213338", "10, .131325"})
    void theDeficitInTheMiddleIsThatOfThePaper(double diameters, double deficit) {
        assertThat(wake.nearWake(STRAIGHT) / DIAMETER).isCloseTo(3.22687, within(1e-5));
        assertThat(wake.at(STRAIGHT, diameters * DIAMETER, 0, 0)).isCloseTo(deficit, within(1e-5));
    }

    /** What the flow has lost of its momentum is the thrust: the integral of u (1 - u) over the plane is Ct A / 2. */
    @ParameterizedTest
    @ValueSource(doubles = {3.5, 5, 8, 15})
    void momentumIsConservedBehindTheNearWake(double diameters) {
        assertThat(lostMomentum(diameters * DIAMETER)).isCloseTo(0.8 / 2 * Math.PI * 63 * 63, within(1.0));
    }

    @Test
    void momentumIsConservedAtTheBeginningToo() {
        assertThat(lostMomentum(0.001)).isCloseTo(0.8 / 2 * Math.PI * 63 * 63, within(60.0));
    }

    private double lostMomentum(double downstream) {
        double sum = 0;
        double step = 0.25;
        for (double r = step / 2; r < 10 * DIAMETER; r += step) {
            double deficit = wake.at(STRAIGHT, downstream, r, 0);
            sum += 2 * Math.PI * r * step * deficit * (1 - deficit);
        }
        return sum;
    }

    @Test
    void theNearWakeGoesOverIntoTheFarWakeWithoutAStep() {
        for (WakeSource source : new WakeSource[] {STRAIGHT, TURNED}) {
            double end = wake.nearWake(source);
            for (double side : new double[] {0, 30, 63, -100}) {
                double before = wake.at(source, end - 0.01, side, 20);
                assertThat(wake.at(source, end + 0.01, side, 20)).isCloseTo(before, within(1e-4));
            }
            assertThat(wake.deflection(source, end + 0.01)).isCloseTo(wake.deflection(source, end - 0.01), within(0.01));
        }
    }

    @Test
    void aNacelleTurnedClockwiseSendsItsWakeToTheLeft() {
        double aside = wake.deflection(TURNED, 6 * DIAMETER) / DIAMETER;
        // figure 18 of the paper has a third of a diameter at 6 d for 20 degrees and a similar thrust
        assertThat(aside).isBetween(0.2, 0.5);
        assertThat(wake.deflection(new WakeSource(63, 0.8, 0.1, -YAW), 6 * DIAMETER)).isCloseTo(-aside * DIAMETER, within(1e-9));
        assertThat(wake.deflection(STRAIGHT, 6 * DIAMETER)).isZero();
        assertThat(wake.deficit(TURNED, 6 * DIAMETER, 100, 63)).isGreaterThan(wake.deficit(TURNED, 6 * DIAMETER, -100, 63));
    }

    @Test
    void farAwayNothingIsLeft() {
        assertThat(wake.deficit(STRAIGHT, 300 * DIAMETER, 0, 63)).isLessThan(0.001);
        assertThat(wake.deficit(STRAIGHT, 5 * DIAMETER, 6 * DIAMETER, 63)).isLessThan(1e-9);
        assertThat(wake.deficit(new WakeSource(63, 0, 0.1, 0), 2 * DIAMETER, 0, 63)).isZero();
    }
}
