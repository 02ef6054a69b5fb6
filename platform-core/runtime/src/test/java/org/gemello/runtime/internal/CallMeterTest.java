package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CallMeterTest {
    private final CallMeter meter = new CallMeter();

    @Test
    void callsAndErrorsAreCountedAndTheQuantileIsAnUpperBound() {
        for (int i = 0; i < 100; i++) {
            assertThat(meter.end(meter.begin(), i != 7)).isTrue();
        }
        long[] sums = CallMeter.sums();
        meter.addTo(sums);
        assertThat(Arrays.stream(sums).sum()).isEqualTo(100);
        assertThat(meter.errors()).isEqualTo(1);
        assertThat(CallMeter.quantile(sums, 1)).isGreaterThanOrEqualTo(CallMeter.quantile(sums, 0.5)).isPositive();
        assertThat(CallMeter.quantile(CallMeter.sums(), 0.99)).isZero();
        meter.reset();
        assertThat(meter.errors()).isZero();
    }

    @Test
    void aCallEndsOnceEitherByItselfOrGivenUp() {
        long began = meter.begin();
        assertThat(meter.held()).isPositive();
        assertThat(meter.thread()).isEqualTo(Thread.currentThread());
        assertThat(meter.giveUp(began)).isTrue();
        assertThat(meter.end(began, true)).as("its work is void").isFalse();
        assertThat(meter.held()).isZero();
        long next = meter.begin();
        assertThat(meter.giveUp(began)).as("another call by now").isFalse();
        assertThat(meter.end(next, true)).isTrue();
    }
}
