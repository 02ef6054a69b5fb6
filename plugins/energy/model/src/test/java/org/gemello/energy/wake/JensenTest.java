package org.gemello.energy.wake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JensenTest {
    private static final WakeSource SOURCE = new WakeSource(63, 0.8, 0.1, 0);
    private static final double DIAMETER = 126;
    private final Jensen wake = Jensen.withDecay(0.05);

    /** (1 - sqrt(1 - 0.8)) / (1 + 2 k x/d)^2 by hand. */
    @ParameterizedTest
    @CsvSource({"4, 0.282034", "7, 0.191276", "10, 0.138197"})
    void theDeficitInTheMiddleIsThatOfThePaper(double diameters, double deficit) {
        assertThat(wake.deficit(SOURCE, diameters * DIAMETER, 0, 63)).isCloseTo(deficit, within(1e-6));
    }

    @Test
    void aRotorHalfInTheWakeGetsTheShareOfItsArea() {
        double full = wake.deficit(SOURCE, 7 * DIAMETER, 0, 63);
        double edge = wake.edge(SOURCE, 7 * DIAMETER);
        assertThat(edge).isCloseTo(63 * 1.7, within(1e-9));
        assertThat(wake.deficit(SOURCE, 7 * DIAMETER, edge - 63, 63)).isCloseTo(full, within(1e-12));
        double half = wake.deficit(SOURCE, 7 * DIAMETER, edge, 63);
        assertThat(half / full).isBetween(0.35, 0.5);
        assertThat(wake.deficit(SOURCE, 7 * DIAMETER, -edge, 63)).isEqualTo(half);
        assertThat(wake.deficit(SOURCE, 7 * DIAMETER, edge + 63, 63)).isZero();
    }

    /** Two discs of one radius, their middles a radius apart, share (2 pi / 3 - sqrt(3) / 2) r2. */
    @Test
    void discsOverlapAsGeometrySays() {
        assertThat(Disc.overlap(2, 2, 2)).isCloseTo(4 * (2 * Math.PI / 3 - Math.sqrt(3) / 2), within(1e-12));
        assertThat(Disc.overlap(3, 1, 1.5)).isCloseTo(Math.PI, within(1e-12));
        assertThat(Disc.overlap(1, 3, 4)).isZero();
        assertThat(Disc.mean((y, z) -> y * y + z * z, 0, 2)).isCloseTo(2, within(1e-12));
        assertThat(Disc.mean((y, z) -> y, 5, 2)).isCloseTo(5, within(1e-12));
    }

    @Test
    void turbulenceWidensTheWake() {
        assertThat(Jensen.byTurbulence().deficit(new WakeSource(63, 0.8, 0.125, 0), 7 * DIAMETER, 0, 63))
                .isCloseTo(wake.deficit(SOURCE, 7 * DIAMETER, 0, 63), within(1e-12));
        assertThatThrownBy(() -> Jensen.withDecay(0)).hasMessageContaining("wake decay is 0.0");
    }
}
