package org.gemello.energy.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SunTest {
    private static final Instant NOON = Instant.parse("2026-06-21T03:30:00Z");
    private final SunPosition sun = SunPosition.at(NOON, Plants.SITE, 1013, 20);

    @Test
    void exampleOfTheAlgorithm() {
        SunPosition.Site golden = new SunPosition.Site(39.742476, -105.1786, 1830.14);
        SunPosition example = SunPosition.at(Instant.parse("2003-10-17T19:30:30Z"), golden, 820, 11, 67);
        assertThat(example.zenith()).isCloseTo(50.11162, within(1e-5));
        assertThat(example.azimuth()).isCloseTo(194.34024, within(1e-5));
    }

    @Test
    void aHorizontalPlaneSeesTheGlobalIrradiance() {
        Irradiance light = Irradiance.split(700, sun, NOON);
        assertThat(light.beam() * sun.height() + light.diffuse()).isCloseTo(700, within(1e-9));
        double flat = new Transposition(0, 180, 0.2).onPlane(light, sun, Irradiance.extraterrestrial(NOON));
        assertThat(flat).isCloseTo(700, within(1e-9));
    }

    /** Overcast: Perez bin 1 by hand; zenith 60 degrees, 200 W/m2 diffuse, no beam. */
    @Test
    void perezByHand() {
        SunPosition low = new SunPosition(60, 180);
        double mass = 1 / (0.5 + 0.50572 * Math.pow(36.07995, -1.6364));
        double brightness = 200 * mass / 1361.1;
        double z = Math.PI / 3;
        double f1 = -0.008 + 0.588 * brightness - 0.062 * z;
        double f2 = -0.060 + 0.072 * brightness - 0.022 * z;
        double expected = 200 * ((1 - f1) * (1 + Math.sqrt(0.75)) / 2 + f1 * Math.sqrt(0.75) / 0.5 + f2 * 0.5);
        assertThat(new Transposition(30, 180, 0).onPlane(new Irradiance(200, 0, 200), low, 1361.1)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void underAClearSkyThePlaneTowardsTheSunSeesMore() {
        SunPosition low = new SunPosition(55, 180);
        Irradiance light = Irradiance.split(Irradiance.clearSky(low), low, NOON);
        double extra = Irradiance.extraterrestrial(NOON);
        double south = new Transposition(40, 180, 0.2).onPlane(light, low, extra);
        assertThat(south).isGreaterThan(1.25 * light.global());
        assertThat(new Transposition(40, 0, 0.2).onPlane(light, low, extra)).isLessThan(0.6 * light.global());
    }

    @Test
    void atNightThereIsNothing() {
        SunPosition night = new SunPosition(120, 0);
        assertThat(Irradiance.clearSky(night)).isZero();
        assertThat(new Transposition(30, 180, 0.2).onPlane(Irradiance.split(0, night, NOON), night, 1361)).isZero();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SunPosition.Site(91, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Irradiance(Double.NaN, 0, 0));
    }
}
