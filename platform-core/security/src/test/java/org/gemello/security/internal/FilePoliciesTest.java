package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.AuditUnavailableException;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Globs;
import org.gemello.security.policy.KeptPolicy;
import org.gemello.security.policy.Policies;
import org.gemello.security.policy.Policy;
import org.gemello.security.policy.Policy.Effect;
import org.gemello.security.policy.StalePolicyException;
import org.gemello.security.policy.Subjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePoliciesTest {
    private static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMINISTRATOR));
    private final RecordedAudit audit = new RecordedAudit();
    @TempDir
    Path folder;
    private FilePolicies store;

    @BeforeEach
    void open() throws IOException {
        store = new FilePolicies(folder.resolve("secrets"), audit, Clock.systemUTC());
    }

    private static Policy policy(String id, Effect effect) {
        return new Policy(id, effect, new Subjects(Globs.of("eva", "m?x"), Set.of(Role.VENDOR, Role.VIEWER), Globs.NONE),
                Set.of(Action.READ, Action.COMMAND), Globs.of("*", "!wt-01"), Globs.NONE, Globs.of("set-*"));
    }

    @Test
    void comesBackAsItWasWrittenAndIsPrivate() throws IOException {
        KeptPolicy first = store.put(policy("north", Effect.DENY), KeptPolicy.ABSENT, ADMIN);
        KeptPolicy second = store.put(policy("south", Effect.ALLOW), KeptPolicy.ABSENT, ADMIN);
        open();
        assertThat(store.list()).containsExactly(first, second);
        assertThat(store.policies().all()).containsExactly(first.policy(), second.policy());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/policies")))).isEqualTo("rw-------");
    }

    @Test
    void aRevisionNeverComesBack() throws IOException {
        KeptPolicy first = store.put(policy("north", Effect.DENY), KeptPolicy.ABSENT, ADMIN);
        store.remove("north", first.revision(), ADMIN);
        open();
        KeptPolicy again = store.put(policy("north", Effect.DENY), KeptPolicy.ABSENT, ADMIN);
        assertThat(again.revision()).isGreaterThan(first.revision() + 1);
    }

    @Test
    void whoHasAnOldOneChangesNothing() {
        KeptPolicy first = store.put(policy("north", Effect.DENY), KeptPolicy.ABSENT, ADMIN);
        KeptPolicy second = store.put(policy("north", Effect.ALLOW), first.revision(), ADMIN);
        assertThatThrownBy(() -> store.put(policy("north", Effect.DENY), first.revision(), ADMIN)).isInstanceOf(StalePolicyException.class);
        assertThatThrownBy(() -> store.put(policy("north", Effect.DENY), KeptPolicy.ABSENT, ADMIN)).isInstanceOf(StalePolicyException.class);
        assertThatThrownBy(() -> store.remove("north", first.revision(), ADMIN)).isInstanceOf(StalePolicyException.class);
        assertThatThrownBy(() -> store.remove("gone", 3, ADMIN)).isInstanceOf(StalePolicyException.class).hasMessageContaining("is not there");
        assertThat(store.find("north")).contains(second);
    }

    @Test
    void aChangeIsAuditedWithAllThatItSays() {
        KeptPolicy kept = store.put(policy("north", Effect.DENY), KeptPolicy.ABSENT, ADMIN);
        store.remove("north", kept.revision(), ADMIN);
        assertThat(audit.events).extracting(AuditEvent::action).containsExactly("policy.put", "policy.remove");
        assertThat(audit.events.get(0).reason()).isEqualTo("north DENY eva,m?x VIEWER,VENDOR - READ,COMMAND *,!wt-01 - set-*");
    }

    @Test
    void onlyAdministratorsChangeThem() {
        Caller engineer = new Caller("eva", Set.of(Role.ENGINEER));
        assertThatThrownBy(() -> store.put(policy("north", Effect.DENY), KeptPolicy.ABSENT, engineer)).isInstanceOf(SecurityException.class);
        assertThat(audit.events).extracting(AuditEvent::outcome).containsExactly(Outcome.REFUSED);
        assertThat(store.list()).isEmpty();
    }

    @Test
    void withoutAuditNothingChanges() {
        Policies before = store.policies();
        audit.full = true;
        assertThatThrownBy(() -> store.put(policy("north", Effect.DENY), KeptPolicy.ABSENT, ADMIN)).isInstanceOf(AuditUnavailableException.class);
        assertThat(store.policies()).isSameAs(before);
    }

    @Test
    void aLineThatCannotBeReadKeepsEverybodyOut() throws IOException {
        Files.writeString(folder.resolve("secrets/policies"), "# policies\n3\nnorth DENY eva\n");
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("line 3");
    }
}
