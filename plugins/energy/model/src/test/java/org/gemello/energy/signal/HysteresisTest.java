package org.gemello.energy.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gemello.energy.signal.Hysteresis.Limits;
import org.junit.jupiter.api.Test;

class HysteresisTest {
    private static final Limits LIMITS = new Limits(-8, 60, -5, 30);
    private final Hysteresis alarm = new Hysteresis();

    private boolean at(long second, double value) {
        return alarm.update(value, second * 1_000_000_000, LIMITS);
    }

    @Test
    void raisesAfterTheDelayAndClearsAboveTheOtherThreshold() {
        assertThat(at(0, -9)).isFalse();
        assertThat(at(59, -9)).isFalse();
        assertThat(at(60, -9)).isTrue();
        assertThat(alarm.isActive()).isTrue();
        assertThat(at(100, -6)).isFalse();
        assertThat(at(200, -4)).isFalse();
        assertThat(at(230, -4)).isTrue();
        assertThat(alarm.isActive()).isFalse();
    }

    @Test
    void aShortReturnStartsTheDelayAnew() {
        at(0, -9);
        at(30, -7);
        assertThat(at(60, -9)).isFalse();
        alarm.interrupt();
        assertThat(at(119, -9)).isFalse();
        assertThat(at(178, -9)).isFalse();
        assertThat(at(179, -9)).isTrue();
    }

    @Test
    void thresholdsThatCrossAreRefused() {
        assertThatThrownBy(() -> new Limits(-5, 60, -8, 60)).hasMessageContaining("clearAbove");
    }
}
