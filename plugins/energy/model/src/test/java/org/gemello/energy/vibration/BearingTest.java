package org.gemello.energy.vibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BearingTest {
    /**
     * The 6205-2RS bearing of Case Western Reserve University's published bearing data: 9 balls of 7.94 mm on 39.04 mm; orders as listed
     * there.
     */
    @Test
    void hasThePublishedOrders() {
        Bearing bearing = Bearing.of("6205", 9, 7.94, 39.04, 0);
        assertThat(bearing.order(BearingPart.OUTER_RACE)).isCloseTo(3.5848, within(1e-3));
        assertThat(bearing.order(BearingPart.INNER_RACE)).isCloseTo(5.4152, within(1e-3));
        assertThat(bearing.order(BearingPart.ROLLING_ELEMENT)).isCloseTo(4.7135, within(1e-3));
        assertThat(bearing.order(BearingPart.CAGE)).isCloseTo(0.39828, within(1e-4));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Bearing("main", 2, 0.2, 0)).hasMessageContaining("main").hasMessageContaining("2");
        assertThatThrownBy(() -> new GearMesh("slow", 0)).hasMessageContaining("slow");
    }
}
