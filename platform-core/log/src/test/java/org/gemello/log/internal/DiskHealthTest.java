package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.gemello.api.health.DiskWatch;
import org.gemello.api.health.HealthCheck.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiskHealthTest {
    @ParameterizedTest
    @EnumSource(DiskWatch.Level.class)
    void isReadyAsLongAsSomethingIsTakenIn(DiskWatch.Level level) {
        Health health = at(level, 0.5);
        assertThat(health.ready()).isEqualTo(level != DiskWatch.Level.NO_INTAKE);
        assertThat(health.live()).isTrue();
    }

    @Test
    void saysHowFullItIsAndWhatHasStopped() {
        assertThat(at(DiskWatch.Level.NORMAL, 0.634).text()).isEqualTo("63 % of the disk of the data folder is in use");
        assertThat(at(DiskWatch.Level.NO_EXPORTS, 0.86).text()).contains("86 %", "no exports");
    }

    private static Health at(DiskWatch.Level level, double used) {
        return new DiskHealth(new DiskWatch() {
            @Override
            public Level level() {
                return level;
            }

            @Override
            public double used() {
                return used;
            }
        }).health();
    }
}
