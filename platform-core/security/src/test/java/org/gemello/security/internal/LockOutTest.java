package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockOutTest {
    private final MovedClock clock = new MovedClock();
    private final LockOut lockOut = new LockOut(clock);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            lockOut.failed("olga");
        }
    }

    @Test
    void thePauseDoublesUpToAMinute() {
        fail(LockOut.FREE - 1);
        assertThat(lockOut.isLocked("olga")).isFalse();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            fail(1);
            clock.forward(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(lockOut.isLocked("olga")).as("before %d s", seconds).isTrue();
            clock.forward(Duration.ofMillis(1));
            assertThat(lockOut.isLocked("olga")).as("after %d s", seconds).isFalse();
        }
    }

    @Test
    void aRightPasswordStartsAnew() {
        fail(LockOut.FREE);
        lockOut.succeeded("olga");
        fail(LockOut.FREE - 1);
        assertThat(lockOut.isLocked("olga")).isFalse();
    }

    @Test
    void oldFailuresAreForgotten() {
        fail(LockOut.FREE + 10);
        clock.forward(Duration.ofHours(2));
        assertThat(lockOut.failed("olga")).isEqualTo(1);
    }

    @Test
    void othersAreNotLockedAndTheTableIsBounded() {
        fail(LockOut.FREE);
        assertThat(lockOut.isLocked("otto")).isFalse();
        for (int i = 0; i < 10_000; i++) {
            lockOut.failed("name" + i);
        }
        assertThat(lockOut.isLocked("olga")).isFalse();
    }
}
