package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private long now = Long.MAX_VALUE - 5;
    private final Standstill standstill = new Standstill(Duration.ofMillis(500), () -> now);

    private long after(Duration time) {
        now += time.toNanos();
        return standstill.sinceLastCall();
    }

    @Test
    void whatComesInTimeOrALittleLateIsNone() {
        assertThat(after(Duration.ofMillis(500))).isZero();
        assertThat(after(Duration.ofMillis(1400))).isZero();
    }

    @Test
    void theTimeThatIsMissingIsToldOnce() {
        assertThat(after(Duration.ofMillis(20_500))).isEqualTo(Duration.ofSeconds(20).toNanos());
        assertThat(after(Duration.ofMillis(500))).isZero();
    }

    @Test
    void thatTheProcessStoodStillIsNotTheSilenceOfTheServer() {
        Deliveries deliveries = new Deliveries();
        Heartbeat heartbeat = new Heartbeat(null, deliveries, problem -> { }, () -> { });
        deliveries.stoodStill(Duration.ofHours(1).toNanos());
        assertThat(heartbeat.silence()).as("an hour less than the clock says").isNegative();
        heartbeat.onKeepAliveReceived(null);
        assertThat(heartbeat.silence()).as("what was heard since then counts from there").isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void aStandstillWithinADeliveryIsNotCountedTwice() {
        Deliveries deliveries = new Deliveries();
        deliveries.begin();
        deliveries.stoodStill(Duration.ofHours(1).toNanos());
        deliveries.end();
        assertThat(deliveries.total()).isLessThan(Duration.ofHours(1).toNanos());
    }
}
