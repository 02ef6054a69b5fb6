package org.gemello.energy.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AirDensityTest {
    @Test
    void dryStandardAtmosphereHasTheStandardDensity() {
        assertThat(AirDensity.of(15, 1013.25, 0)).isCloseTo(1.225, within(0.0005));
    }

    @Test
    void moistAirIsLighter() {
        // CIPM-2007 gives 1.1992 kg/m3 for 20 degrees Celsius, 1013.25 hPa and 50 %
        assertThat(AirDensity.of(20, 1013.25, 50)).isCloseTo(1.1992, within(0.001));
    }
}
