package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.ApiKey;
import org.gemello.security.ApiKeys.NewKey;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditUnavailableException;
import org.gemello.security.policy.Globs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileApiKeysTest {
    private static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMINISTRATOR));
    private static final Duration DAY = Duration.ofDays(1);
    @TempDir
    private Path data;
    private final RecordedAudit audit = new RecordedAudit();
    private final MovedClock clock = new MovedClock();
    private FileApiKeys keys;

    @BeforeEach
    void open() throws IOException {
        keys = new FileApiKeys(data.resolve("secrets"), audit, clock);
    }

    @Test
    void aKeyLetsItsProgramInUntilItExpires() throws IOException {
        NewKey made = keys.create("historian", Role.VIEWER, Globs.ALL, DAY, ADMIN);

        assertThat(made.secret()).startsWith("gmk_" + made.key().id()).hasSize(47);
        assertThat(keys.find(made.secret()).map(ApiKey::caller)).contains(new Caller("key:historian", Set.of(Role.VIEWER)));
        open();
        clock.forward(DAY.minusSeconds(1));
        assertThat(keys.find(made.secret())).as("after a restart").isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(keys.find(made.secret())).isEmpty();
        assertThat(keys.keys()).as("is still shown").hasSize(1);
    }

    @Test
    void aKeyIsForItsTwinsAlsoAfterARestartAndAnOldOneForAll() throws IOException {
        NewKey made = keys.create("north", Role.VIEWER, Globs.of("wt-*", "!wt-02"), DAY, ADMIN);
        open();
        assertThat(keys.find(made.secret()).orElseThrow().who().twins()).isEqualTo(Globs.of("wt-*", "!wt-02"));
        assertThat(audit.events.get(0).reason()).contains("[wt-*, !wt-02]");
        assertThatThrownBy(() -> keys.create("none", Role.VIEWER, Globs.NONE, DAY, ADMIN)).hasMessageContaining("needs twins");

        Path file = data.resolve("secrets/api-keys");
        Files.writeString(file, Files.readString(file).replace(" wt-*,!wt-02", ""));
        open();
        assertThat(keys.find(made.secret()).orElseThrow().twins()).isEqualTo(Globs.ALL);
    }

    @Test
    void theKeyItselfIsKeptNowhere() throws IOException {
        NewKey made = keys.create("historian", Role.VIEWER, Globs.ALL, DAY, ADMIN);
        Path file = data.resolve("secrets/api-keys");
        assertThat(Files.readString(file)).contains(made.key().id()).doesNotContain(made.secret().substring(12));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(audit.events.toString() + made + keys.keys()).doesNotContain(made.secret());
    }

    @Test
    void otherTextsAreNoKeys() {
        NewKey made = keys.create("historian", Role.VIEWER, Globs.ALL, DAY, ADMIN);
        for (String text : new String[] {"", "gmk_", "gmk_" + made.key().id(), made.secret() + "x", made.secret().substring(4),
            made.secret().substring(0, 46)}) {
            assertThat(keys.find(text)).as(text).isEmpty();
        }
    }

    @Test
    void aRevokedKeyIsGone() {
        NewKey made = keys.create("historian", Role.VIEWER, Globs.ALL, DAY, ADMIN);
        assertThat(keys.revoke(made.key().id(), ADMIN)).isTrue();
        assertThat(keys.revoke(made.key().id(), ADMIN)).isFalse();
        assertThat(keys.find(made.secret())).isEmpty();
        assertThat(audit.events).extracting(AuditEvent::action).containsExactly("key.create", "key.revoke");
    }

    @Test
    void onlyAnAdministratorAndOnlyWhatIsAuditedChangesKeys() {
        Caller olga = new Caller("olga", Set.of(Role.ENGINEER));
        assertThatThrownBy(() -> keys.create("k", Role.VIEWER, Globs.ALL, DAY, olga)).isInstanceOf(SecurityException.class);
        audit.full = true;
        assertThatThrownBy(() -> keys.create("k", Role.VIEWER, Globs.ALL, DAY, ADMIN)).isInstanceOf(AuditUnavailableException.class);
        assertThat(keys.keys()).isEmpty();
    }

    @Test
    void namesAndTimesHaveAForm() {
        assertThatThrownBy(() -> keys.create("My key", Role.VIEWER, Globs.ALL, DAY, ADMIN)).hasMessageContaining("not of the form");
        assertThatThrownBy(() -> keys.create("k", Role.VIEWER, Globs.ALL, Duration.ZERO, ADMIN)).hasMessageContaining("a key lives");
        assertThatThrownBy(() -> keys.create("k", Role.VIEWER, Globs.ALL, Duration.ofDays(400), ADMIN)).hasMessageContaining("a key lives");
        keys.create("k", Role.VIEWER, Globs.ALL, DAY, ADMIN);
        assertThatThrownBy(() -> keys.create("k", Role.VIEWER, Globs.ALL, DAY, ADMIN)).hasMessageContaining("already");
    }

    @Test
    void aDamagedFileStopsTheStartWithThePlace() throws IOException {
        Files.writeString(data.resolve("secrets/api-keys"), "# keys\nsome words\n");
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("line 2");
    }
}
