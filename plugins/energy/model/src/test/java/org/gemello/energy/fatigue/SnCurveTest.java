package org.gemello.energy.fatigue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SnCurveTest {
    private static final SnCurve STEEL = new SnCurve(4, 100, 1e7, Double.POSITIVE_INFINITY);

    /** Constant amplitude: 600 cycles of range 50 in ten minutes are an equivalent load of 50 at 1 Hz, and of 50 x 2^(1/4) at 0.5 Hz. */
    @Test
    void constantAmplitudeIsItsOwnEquivalent() {
        Rainflow rainflow = new Rainflow(0);
        double[] weights = {0};
        for (int i = 0; i <= 12_000; i++) {
            rainflow.add(25 * Math.sin(2 * Math.PI * i / 20 + Math.PI / 2),
                    (range, mean, count) -> weights[0] += STEEL.weight(range, mean, count));
        }
        rainflow.open((range, mean, count) -> weights[0] += STEEL.weight(range, mean, count));
        assertThat(STEEL.equivalentLoad(weights[0], 600)).isCloseTo(50, within(1e-9));
        assertThat(STEEL.equivalentLoad(weights[0], 300)).isCloseTo(50 * Math.pow(2, 0.25), within(1e-9));
        assertThat(STEEL.damage(weights[0])).isCloseTo(600 / (1e7 * Math.pow(2, 4)), within(1e-12));
    }

    @Test
    void twoLevelsAddUpAfterMiner() {
        double weights = STEEL.weight(100, 0, 4e6) + STEEL.weight(200, 0, 3e5);
        assertThat(STEEL.damage(weights)).isCloseTo(0.4 + 0.03 * 16, within(1e-12));
        assertThat(STEEL.damage(STEEL.weight(STEEL.equivalentLoad(weights, 1e7), 0, 1e7))).isCloseTo(STEEL.damage(weights), within(1e-12));
    }

    /** Goodman: a mean of half the ultimate load halves the range that is borne. */
    @Test
    void meansCountByGoodman() {
        SnCurve curve = new SnCurve(10, 100, 1e7, 1000);
        assertThat(curve.corrected(80, 500)).isEqualTo(160);
        assertThat(curve.corrected(80, -500)).isEqualTo(160);
        assertThat(curve.corrected(80, 2000)).isEqualTo(curve.corrected(80, 1e9)).isFinite();
        assertThat(STEEL.corrected(80, 1e6)).isEqualTo(80);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new SnCurve(0, 1, 1, 1)).hasMessageContaining("exponent");
        assertThatThrownBy(() -> new SnCurve(3, Double.NaN, 1, 1)).hasMessageContaining("reference");
    }
}
