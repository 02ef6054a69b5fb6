package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.Login;
import org.gemello.security.UserView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondFactorTest {
    private static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMINISTRATOR));
    private static final Caller OLGA = new Caller("olga", Set.of(Role.OPERATOR));
    private static final char[] PASSWORD = "correct horse battery".toCharArray();
    private static final char[] WRONG = "wrong horse battery".toCharArray();
    private static final String HOME = "192.0.2.7";
    private static final Argon2Hash.Cost FEW = new Argon2Hash.Cost(8, 1);
    @TempDir
    private Path data;
    private final RecordedAudit audit = new RecordedAudit();
    private final List<String> changed = new ArrayList<>();
    private final MovedClock clock = new MovedClock();
    private FileUserStore store;
    private String secret;

    @BeforeEach
    void olgaHasASecondFactor() throws IOException {
        store = open();
        store.put("olga", PASSWORD, OLGA.roles(), ADMIN);
        secret = store.offerSecondFactor("olga", PASSWORD, "");
        assertThat(store.confirmSecondFactor("olga", code())).isTrue();
        clock.forward(Duration.ofSeconds(Totp.STEP_SECONDS));
        changed.clear();
    }

    private FileUserStore open() throws IOException {
        return new FileUserStore(data.resolve("secrets"), audit, changed::add, clock, FEW);
    }

    private String code() {
        return Totp.code(Base32.decode(secret), Totp.step(clock.instant()));
    }

    private Path users() {
        return data.resolve("secrets/users");
    }

    @Test
    void aCodeThatWasUsedHasBeenUsedAfterARestartToo() throws IOException {
        assertThat(store.logIn("olga", PASSWORD, code(), HOME).caller()).contains(OLGA);
        assertThat(changed).as("other sessions go on").isEmpty();

        FileUserStore again = open();
        assertThat(again.logIn("olga", PASSWORD, code(), HOME)).isEqualTo(Login.REFUSED);
        clock.forward(Duration.ofSeconds(Totp.STEP_SECONDS));
        assertThat(again.logIn("olga", PASSWORD, code(), HOME).caller()).contains(OLGA);
    }

    /** Logs in with the code that is good at this moment, and waits to be killed. */
    static final class KilledPlatform {
        private KilledPlatform() {
        }

        public static void main(String[] arguments) throws Exception {
            FileUserStore store = new FileUserStore(Path.of(arguments[0]), new RecordedAudit(), name -> { },
                    Clock.fixed(Instant.parse(arguments[3]), ZoneOffset.UTC), FEW);
            Files.writeString(Path.of(arguments[2]), String.valueOf(store.logIn("olga", PASSWORD, arguments[1], HOME).caller().isPresent()));
            System.in.read();
        }
    }

    @Test
    void aCodeThatWasUsedHasBeenUsedAfterAKillToo() throws Exception {
        Path answer = data.resolve("answer");
        Process platform = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                KilledPlatform.class.getName(), data.resolve("secrets").toString(), code(), answer.toString(),
                clock.instant().toString()).redirectErrorStream(true).start();
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(answer) && !Files.readString(answer).isEmpty());
        } finally {
            platform.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
        assertThat(Files.readString(answer)).isEqualTo("true");
        assertThat(open().logIn("olga", PASSWORD, code(), HOME)).isEqualTo(Login.REFUSED);
    }

    @Test
    void aFactorOfBeforeStepsWereKeptIsRead() throws IOException {
        Files.writeString(users(), Files.readString(users()).replaceAll(secret + " [0-9]+", secret));
        assertThat(open().logIn("olga", PASSWORD, code(), HOME).caller()).contains(OLGA);
    }

    @Test
    void aClockThatWasWrongForAWhileKeepsNobodyOut() throws IOException {
        clock.forward(Duration.ofDays(1000));
        assertThat(store.logIn("olga", PASSWORD, code(), HOME).caller()).contains(OLGA);
        clock.forward(Duration.ofDays(-1000));
        assertThat(open().logIn("olga", PASSWORD, code(), HOME).caller()).contains(OLGA);
    }

    @Test
    void whereTheDiskIsFullThereIsStillALoginAndACodeIsGoodOnce() throws IOException {
        Files.createDirectories(users().resolveSibling("users.new").resolve("in the way"));
        assertThat(store.logIn("olga", PASSWORD, code(), HOME).caller()).contains(OLGA);
        assertThat(store.logIn("olga", PASSWORD, code(), HOME)).isEqualTo(Login.REFUSED);
    }

    @Test
    void anotherOneIsSetUpByWhoKnowsPasswordAndCodeAlone() {
        assertThatThrownBy(() -> store.offerSecondFactor("olga", WRONG, code())).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> store.offerSecondFactor("olga", PASSWORD, "000000")).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> store.offerSecondFactor("olga", PASSWORD, "")).hasMessageContaining("code of your second factor is needed");
        assertThat(audit.events).filteredOn(event -> event.action().equals("user.second-factor") && event.outcome() == Outcome.REFUSED).hasSize(3);

        String next = store.offerSecondFactor("olga", PASSWORD, code());
        assertThat(store.logIn("olga", PASSWORD, code(), HOME)).as("the code that proved it").isEqualTo(Login.REFUSED);
        clock.forward(Duration.ofSeconds(Totp.STEP_SECONDS));
        assertThat(store.logIn("olga", PASSWORD, code(), HOME).caller()).as("until the next one is confirmed").isPresent();
        secret = next;
        assertThat(store.confirmSecondFactor("olga", code())).isTrue();
        assertThat(store.confirmSecondFactor("olga", code())).as("an offer is good once").isFalse();
        clock.forward(Duration.ofSeconds(Totp.STEP_SECONDS));
        assertThat(store.logIn("olga", PASSWORD, code(), HOME).caller()).contains(OLGA);
        assertThat(audit.events).extracting(AuditEvent::reason).contains("offered", "set");
    }

    @Test
    void oneTakesTheOwnAwayWithPasswordAndCodeAlone() {
        assertThatThrownBy(() -> store.dropSecondFactor("olga", OLGA, PASSWORD, "")).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> store.dropSecondFactor("olga", OLGA, WRONG, code())).isInstanceOf(SecurityException.class);
        assertThat(changed).isEmpty();

        assertThat(store.dropSecondFactor("olga", OLGA, PASSWORD, code())).isTrue();
        assertThat(store.dropSecondFactor("olga", OLGA, PASSWORD, "")).isFalse();
        assertThat(store.users()).contains(new UserView("olga", OLGA.roles(), false));
        assertThat(changed).as("its sessions end").containsExactly("olga");
        assertThat(audit.events).last().extracting(AuditEvent::caller, AuditEvent::reason).containsExactly("olga", "dropped");
    }

    @Test
    void wrongProofsAreFailedLogins() {
        for (int i = 0; i < LoginLocks.FREE; i++) {
            assertThatThrownBy(() -> store.offerSecondFactor("olga", WRONG, "")).isInstanceOf(SecurityException.class);
        }
        assertThatThrownBy(() -> store.offerSecondFactor("olga", PASSWORD, code())).hasMessageContaining("has to wait");
    }
}
