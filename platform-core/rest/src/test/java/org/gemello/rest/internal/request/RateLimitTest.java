package org.gemello.rest.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000;
    private final AtomicLong time = new AtomicLong(-SECOND);
    private final RateLimit limit = new RateLimit(2, 3, time::get);

    private int passed(String user, int tries) {
        int passed = 0;
        for (int i = 0; i < tries; i++) {
            passed += limit.take(user) == 0 ? 1 : 0;
        }
        return passed;
    }

    @Test
    void soManyAtOnceThenSoManyASecond() {
        assertThat(passed("olga", 10)).isEqualTo(3);
        assertThat(limit.take("olga")).as("seconds to wait").isEqualTo(1);
        time.addAndGet(SECOND);
        assertThat(passed("olga", 10)).isEqualTo(2);
        time.addAndGet(3600 * SECOND);
        assertThat(passed("olga", 10)).as("a quiet hour fills no more than the burst").isEqualTo(3);
    }

    @Test
    void oneUserCostsAnotherNothing() {
        passed("script", 100);
        assertThat(passed("olga", 10)).isEqualTo(3);
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThatThrownBy(() -> new RateLimit(0, 1, time::get)).isInstanceOf(IllegalArgumentException.class);
    }
}
