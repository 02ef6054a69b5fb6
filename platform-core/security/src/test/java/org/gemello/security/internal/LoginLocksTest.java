package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginLocksTest {
    private static final String OFFICE = "192.0.2.7";
    private static final String ATTACKER = "203.0.113.66";
    private final MovedClock clock = new MovedClock();
    private final LoginLocks locks = new LoginLocks(clock);

    private void spray(String address, int times) {
        IntStream.range(0, times).forEach(i -> locks.failed("name" + i, address));
    }

    @Test
    void manyNamesFromOneAddressLockTheAddress() {
        spray(ATTACKER, LoginLocks.FREE_OF_ADDRESS - 1);
        assertThat(locks.isLocked("otto", ATTACKER)).isFalse();
        locks.failed("last", ATTACKER);
        assertThat(locks.isLocked("otto", ATTACKER)).as("a name that nobody has tried").isTrue();
        assertThat(locks.isLocked("otto", OFFICE)).isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(locks.isLocked("otto", ATTACKER)).isFalse();
    }

    @Test
    void oneRightPasswordDoesNotClearTheAddress() {
        spray(ATTACKER, LoginLocks.FREE_OF_ADDRESS - 1);
        locks.succeeded("vendor", ATTACKER);
        locks.failed("otto", ATTACKER);
        assertThat(locks.isLocked("olga", ATTACKER)).isTrue();
    }

    @Test
    void oneNameFromManyAddressesIsLockedEverywhere() {
        IntStream.range(0, LoginLocks.FREE).forEach(i -> locks.failed("olga", "203.0.113." + i));
        assertThat(locks.isLocked("olga", OFFICE)).isTrue();
        assertThat(locks.isLocked("otto", OFFICE)).isFalse();
    }

    @Test
    void whoHasLoggedInFromAnAddressIsKeptOutThereByNobodyElsewhere() {
        locks.succeeded("olga", OFFICE);
        IntStream.range(0, 500).forEach(i -> locks.failed("olga", "203.0.113." + i % 250));
        assertThat(locks.isLocked("olga", OFFICE)).isFalse();
        IntStream.range(0, LoginLocks.FREE).forEach(i -> locks.failed("olga", OFFICE));
        assertThat(locks.isLocked("olga", OFFICE)).as("but there too guessing is slow").isTrue();
    }

    @Test
    void whereEverybodyComesFromOneAddressSprayingKeepsOutStrangersAlone() {
        locks.succeeded("olga", "127.0.0.1");
        spray("127.0.0.1", 10 * LoginLocks.FREE_OF_ADDRESS);
        assertThat(locks.isLocked("stranger", "127.0.0.1")).isTrue();
        assertThat(locks.isLocked("olga", "127.0.0.1")).isFalse();
    }

    /** The attacker tries every second for a day; the administrator comes from a place that nobody has seen. */
    @Test
    void guessingFromOneAddressDoesNotKeepAnAdministratorOut() {
        int tried = 0;
        int open = 0;
        for (int second = 0; second < 24 * 3600; second++) {
            if (!locks.isLocked("admin", ATTACKER)) {
                locks.failed("admin", ATTACKER);
                tried++;
            }
            open += locks.isLocked("admin", OFFICE) ? 0 : 1;
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(tried).as("guesses in a day").isLessThan(150);
        assertThat(open).as("seconds in which the administrator gets in").isGreaterThan(22 * 3600);
    }

    @Test
    void unknownNamesAndKnownOnesAreLockedAlike() {
        locks.succeeded("olga", OFFICE);
        for (int i = 0; i < 3 * LoginLocks.FREE; i++) {
            assertThat(locks.isLocked("olga", ATTACKER)).isEqualTo(locks.isLocked("nobody", ATTACKER));
            assertThat(locks.failed("olga", ATTACKER)).isEqualTo(locks.failed("nobody", ATTACKER));
            clock.forward(Duration.ofMillis(700));
        }
    }

    @Test
    void whereTheAddressIsNotKnownNoneIsLocked() {
        spray("", 10 * LoginLocks.FREE_OF_ADDRESS);
        assertThat(locks.isLocked("otto", "")).isFalse();
    }

    @Test
    void whoeverGotAnotherPasswordMayTryAgainAtOnceEverywhere() {
        locks.succeeded("olga", OFFICE);
        IntStream.range(0, LoginLocks.FREE).forEach(i -> {
            locks.failed("olga", OFFICE);
            locks.failed("olga", "192.0.2.8");
        });
        locks.forgive("olga");
        assertThat(locks.isLocked("olga", OFFICE)).isFalse();
        assertThat(locks.isLocked("olga", "192.0.2.8")).isFalse();
    }
}
