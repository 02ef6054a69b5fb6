package org.gemello.energy.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BeatMonitorTest {
    private final BeatMonitor monitor = new BeatMonitor();

    private void receive(long... beats) {
        LongStream.of(beats).forEach(beat -> monitor.beat(beat, beat));
    }

    private void expect(long received, long missed, long repeated, long restarts) {
        assertThat(new long[] {monitor.received(), monitor.missed(), monitor.repeated(), monitor.restarts()})
                .containsExactly(received, missed, repeated, restarts);
    }

    @Test
    void anUnbrokenSequenceMissesNothing() {
        LongStream.rangeClosed(500, 10_500).forEach(beat -> monitor.beat(beat, beat));
        expect(10_001, 0, 0, 0);
    }

    @Test
    void everyMissingNumberCounts() {
        receive(10, 11, 14, 15, 25);
        expect(5, 11, 0, 0);
    }

    @Test
    void doubledAndLateNumbersAreRepeated() {
        receive(100, 101, 101, 102, 100, 103);
        expect(6, 0, 2, 0);
    }

    @Test
    void theWrapOf32BitsIsNoRestart() {
        receive(4_294_967_294L, 4_294_967_295L, 0, 1, 3);
        expect(5, 1, 0, 0);
    }

    @Test
    void aSignedCounterIsTakenAsUnsigned() {
        receive(0x7FFFFFFF, (int) 0x80000000L, (int) 0x80000001L);
        expect(3, 0, 0, 0);
    }

    @Test
    void aRestartOfTheControllerIsNotABillionMisses() {
        receive(3_000_000_000L, 1, 2);
        expect(3, 0, 0, 1);
    }
}
