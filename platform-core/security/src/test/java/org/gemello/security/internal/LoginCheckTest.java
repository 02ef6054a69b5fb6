package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gemello.security.Login;
import org.junit.jupiter.api.Test;

class LoginCheckTest {
    private static final int FLOOD = 3 * LoginCheck.MOST_WAITING;
    private final CountDownLatch slow = new CountDownLatch(1);

    /** A hash that takes as long as the test wants. */
    private final PasswordHash hash = new PasswordHash() {
        @Override
        public boolean matches(char[] password) {
            try {
                return !slow.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String format() {
            return "slow";
        }
    };

    @Test
    void aFloodOfLoginsTakesFewThreads() throws Exception {
        MovedClock clock = new MovedClock();
        LoginCheck check = new LoginCheck(clock, new RecordedAudit(), hash, (name, code) -> false);
        ExecutorService threads = Executors.newFixedThreadPool(FLOOD);
        try {
            List<Future<Login>> logins = IntStream.range(0, FLOOD)
                    .mapToObj(i -> threads.submit(() -> check.logIn("name" + i, null, "password".toCharArray(), "", "192.0.2." + i))).toList();
            await().until(() -> logins.stream().filter(Future::isDone).count() >= FLOOD - LoginCheck.MOST_WAITING - 1);
            slow.countDown();
            for (Future<Login> login : logins) {
                assertThat(login.get(1, TimeUnit.MINUTES)).isEqualTo(Login.REFUSED);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
