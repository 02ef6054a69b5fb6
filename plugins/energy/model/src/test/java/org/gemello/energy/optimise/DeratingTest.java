package org.gemello.energy.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import org.gemello.energy.turbine.Nrel5Mw;
import org.junit.jupiter.api.Test;

class DeratingTest {
    private final Derating derating = new Derating(Nrel5Mw.design(), 1.225);

    @Test
    void lessSpeedMeansLessThrustForTheSamePower() {
        Derating.Way pitched = derating.at(13, 2.5e6, 1);
        Derating.Way slower = derating.at(13, 2.5e6, 0.85);
        assertThat(slower.gearbox()).as("the same power at less speed is more torque").isGreaterThan(1);
        assertThat(pitched.damage()).isEqualTo(1);
        assertThat(slower.pitch()).isNotEqualTo(pitched.pitch());
    }

    @Test
    void theBestWayIsNoWorseThanAnyOther() {
        Derating.Way best = derating.best(11, 3e6);
        for (int percent = 75; percent <= 100; percent++) {
            Derating.Way way = derating.at(11, 3e6, percent / 100.0);
            assertThat(way == null || way.damage() >= best.damage()).isTrue();
        }
    }

    @Test
    void whatTheWindDoesNotGiveCannotBeHeld() {
        assertThat(derating.at(6, 3e6, 1)).isNull();
        assertThat(derating.best(6, 3e6)).isNull();
    }
}
