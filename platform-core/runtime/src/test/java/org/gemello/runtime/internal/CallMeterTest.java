package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CallMeterTest {
    private final CallMeter meter = new CallMeter();

    @Test
    void callsAndErrorsAreCounted() {
        for (int i = 0; i < 100; i++) {
            assertThat(meter.end(meter.begin(), i != 7)).isTrue();
        }
        long[] sums = CallMeter.sums();
        meter.addTo(sums);
        assertThat(Arrays.stream(sums).sum()).isEqualTo(100);
        assertThat(meter.errors()).isEqualTo(1);
        assertThat(CallMeter.p99(sums)).isPositive();
        meter.reset();
        assertThat(meter.errors()).isZero();
    }

    /** A call of a nanosecond or two is in bucket 2, one of about a microsecond in bucket 19. */
    @Test
    void slowCallsAreLeftOutUntilTheyAreOneInAHundredAndMoreThanTen() {
        assertThat(CallMeter.p99(calls(0, 10))).as("ten calls say nothing").isZero();
        assertThat(CallMeter.p99(calls(1, 10))).isEqualTo(3);
        assertThat(CallMeter.p99(calls(100, 11))).isEqualTo(1024);
        assertThat(CallMeter.p99(calls(9_900, 100))).isEqualTo(3);
        assertThat(CallMeter.p99(calls(9_900, 101))).isEqualTo(1024);
    }

    private static long[] calls(long fast, long slow) {
        long[] sums = CallMeter.sums();
        sums[2] = fast;
        sums[19] = slow;
        return sums;
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
