package org.gemello.worker.internal.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gemello.worker.WorkerLimits;
import org.junit.jupiter.api.Test;

class CrashesTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private final Crashes crashes = new Crashes(WorkerLimits.USUAL.withCrashes(4, Duration.ofMinutes(10))
            .withPauses(Duration.ofSeconds(1), Duration.ofSeconds(3)));

    @Test
    void thePauseDoublesUpToTheLongest() {
        crashes.count(0);
        assertThat(crashes.pause()).isEqualTo(Duration.ofSeconds(1));
        crashes.count(1);
        assertThat(crashes.pause()).isEqualTo(Duration.ofSeconds(2));
        crashes.count(2);
        assertThat(crashes.pause()).isEqualTo(Duration.ofSeconds(3));
        assertThat(crashes.areTooMany()).isFalse();
        crashes.count(3);
        assertThat(crashes.areTooMany()).isTrue();
    }

    @Test
    void whatIsLongAgoDoesNotCount() {
        for (int crash = 0; crash < 20; crash++) {
            crashes.count(crash * 4 * MINUTE);
            assertThat(crashes.areTooMany()).isFalse();
        }
        assertThat(crashes.all()).isEqualTo(20);
        assertThat(crashes.pause()).isEqualTo(Duration.ofSeconds(3));
        crashes.count(1000 * MINUTE);
        assertThat(crashes.pause()).isEqualTo(Duration.ofSeconds(1));
    }
}
