package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockOutTest {
    private static final int FREE = 5;
    private static final int MOST = 100;
    private final MovedClock clock = new MovedClock();
    private final LockOut lockOut = new LockOut(clock, FREE, Duration.ofMinutes(1), MOST);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            lockOut.failed("olga");
        }
    }

    @Test
    void thePauseDoublesUpToAMinute() {
        fail(FREE - 1);
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
        fail(FREE);
        lockOut.succeeded("olga");
        fail(FREE - 1);
        assertThat(lockOut.isLocked("olga")).isFalse();
    }

    @Test
    void oldFailuresAreForgotten() {
        fail(FREE + 10);
        clock.forward(Duration.ofHours(2));
        assertThat(lockOut.failed("olga")).isEqualTo(1);
    }

    @Test
    void othersAreNotLockedAndTheTableIsBounded() {
        fail(FREE);
        assertThat(lockOut.isLocked("otto")).isFalse();
        for (int i = 0; i < 10 * MOST; i++) {
            lockOut.failed("name" + i);
        }
        assertThat(lockOut.size()).isEqualTo(MOST);
        assertThat(lockOut.isLocked("olga")).as("whoever is locked is not pushed out by those who are not").isTrue();
    }

    @Test
    void itIsBoundedAlsoWhereAllAreLocked() {
        for (int i = 0; i < 2 * MOST; i++) {
            for (int j = 0; j < FREE + 10; j++) {
                lockOut.failed("name" + i);
            }
        }
        assertThat(lockOut.size()).isEqualTo(MOST);
        assertThat(lockOut.isLocked("name" + (2 * MOST - 1))).isTrue();
    }
}
