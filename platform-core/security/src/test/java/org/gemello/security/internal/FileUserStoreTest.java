package org.gemello.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.AuditUnavailableException;
import org.gemello.security.Login;
import org.gemello.security.UserView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUserStoreTest {
    private static final Caller ADMIN = new Caller("admin", Set.of(Role.ADMINISTRATOR));
    private static final char[] PASSWORD = "correct horse battery".toCharArray();
    private static final char[] WRONG = "wrong horse battery".toCharArray();
    private static final String HOME = "192.0.2.7";
    /** So that the tests take milliseconds; the product's cost is tested in {@link Argon2HashTest}. */
    private static final Argon2Hash.Cost FEW = new Argon2Hash.Cost(8, 1);
    @TempDir
    private Path data;
    private final RecordedAudit audit = new RecordedAudit();
    private final MovedClock clock = new MovedClock();
    private final List<String> changed = new ArrayList<>();
    private FileUserStore store;

    @BeforeEach
    void openStore() throws IOException {
        store = open();
    }

    private FileUserStore open() throws IOException {
        return new FileUserStore(data.resolve("secrets"), audit, changed::add, clock, FEW);
    }

    @Test
    void theFirstStartMakesAnAdministratorWhosePasswordOnlyThisAccountCanRead() throws IOException {
        Path file = data.resolve("secrets/admin-password");
        String password = Files.readString(file).trim();

        assertThat(store.authenticate("admin", password.toCharArray(), HOME)).contains(ADMIN);
        assertThat(new HashSet<>(password.replace("-", "").chars().boxed().toList()).size()).isGreaterThan(8);
        assertThat(password.replace("-", "")).hasSize(28);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets/users")))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets")))).isEqualTo("rwx------");
        assertThat(Files.readString(data.resolve("secrets/users"))).doesNotContain(password);
    }

    @Test
    void anotherStartKeepsTheUsers() throws IOException {
        String password = Files.readString(data.resolve("secrets/admin-password")).trim();
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);

        FileUserStore again = open();

        assertThat(again.authenticate("olga", PASSWORD, HOME)).contains(new Caller("olga", Set.of(Role.OPERATOR)));
        assertThat(again.authenticate("admin", password.toCharArray(), HOME)).isPresent();
        assertThat(again.users()).extracting(UserView::name).containsExactlyInAnyOrder("admin", "olga");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreRefusedAndAudited() {
        assertThat(store.authenticate("admin", WRONG, HOME)).isEmpty();
        assertThat(store.authenticate("nobody", WRONG, HOME)).isEmpty();
        assertThat(audit.events).extracting(AuditEvent::caller).containsExactly("admin", "nobody");
        assertThat(audit.events).allMatch(e -> e.action().equals("login") && e.outcome() == Outcome.REFUSED);
        assertThat(audit.events.toString()).doesNotContain(new String(WRONG));
    }

    @Test
    void afterRepeatedFailuresTheRightPasswordHasToWaitToo() {
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);
        for (int i = 0; i < LoginLocks.FREE; i++) {
            store.authenticate("olga", WRONG, HOME);
        }

        assertThat(store.authenticate("olga", PASSWORD, HOME)).isEmpty();
        clock.forward(Duration.ofMillis(1001));
        assertThat(store.authenticate("olga", PASSWORD, HOME)).isPresent();
    }

    @Test
    void passwordsSprayedOverNamesFromOneAddressKeepOutStrangersThereAlone() {
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);
        assertThat(store.authenticate("olga", PASSWORD, HOME)).isPresent();
        for (int i = 0; i < LoginLocks.FREE_OF_ADDRESS; i++) {
            store.authenticate("name" + i, WRONG, HOME);
        }
        String initial = read("secrets/admin-password");
        assertThat(store.authenticate("admin", initial.toCharArray(), HOME)).as("right, but the address has to wait").isEmpty();
        assertThat(store.authenticate("admin", initial.toCharArray(), "198.51.100.1")).isPresent();
        assertThat(store.authenticate("olga", PASSWORD, HOME)).as("whoever has been here").isPresent();
        assertThat(audit.events).last().extracting(AuditEvent::reason).isEqualTo("failure 1 in a row, from " + HOME);
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file)).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLoginIsRememberedForSomeMinutesButNotPastAChangeOfTheUser() {
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);
        store.authenticate("olga", PASSWORD, HOME);
        store.put("olga", "another password".toCharArray(), Set.of(Role.VIEWER), ADMIN);

        assertThat(store.authenticate("olga", PASSWORD, HOME)).isEmpty();
        assertThat(store.authenticate("olga", "another password".toCharArray(), HOME)).contains(new Caller("olga", Set.of(Role.VIEWER)));
    }

    @Test
    void aRemovedUserIsGone() {
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);
        store.authenticate("olga", PASSWORD, HOME);

        assertThat(store.remove("olga", ADMIN)).isTrue();
        assertThat(store.remove("olga", ADMIN)).isFalse();
        assertThat(store.authenticate("olga", PASSWORD, HOME)).isEmpty();
    }

    @Test
    void onlyAnAdministratorChangesUsers() {
        Caller olga = new Caller("olga", Set.of(Role.ENGINEER));
        assertThatThrownBy(() -> store.put("olga", PASSWORD, Set.of(Role.ADMINISTRATOR), olga)).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> store.remove("admin", olga)).isInstanceOf(SecurityException.class);
        assertThat(store.users()).containsExactly(new UserView("admin", Set.of(Role.ADMINISTRATOR), false));
        assertThat(audit.events).extracting(AuditEvent::outcome).containsExactly(Outcome.REFUSED, Outcome.REFUSED);
    }

    @Test
    void theLastAdministratorStays() {
        assertThatThrownBy(() -> store.remove("admin", ADMIN)).hasMessageContaining("no administrator would be left");
        assertThatThrownBy(() -> store.put("admin", PASSWORD, Set.of(Role.VIEWER), ADMIN)).hasMessageContaining("no administrator");
        assertThat(store.users()).containsExactly(new UserView("admin", Set.of(Role.ADMINISTRATOR), false));
    }

    @Test
    void nothingChangesWhatCannotBeAudited() {
        audit.full = true;
        assertThatThrownBy(() -> store.put("olga", PASSWORD, Set.of(Role.VIEWER), ADMIN)).isInstanceOf(AuditUnavailableException.class);
        assertThat(store.users()).containsExactly(new UserView("admin", Set.of(Role.ADMINISTRATOR), false));
    }

    @Test
    void namesPasswordsAndRolesHaveAForm() {
        assertThatThrownBy(() -> store.put("Olga Ivanova", PASSWORD, Set.of(Role.VIEWER), ADMIN)).hasMessageContaining("not of the form");
        assertThatThrownBy(() -> store.put("olga", "short".toCharArray(), Set.of(Role.VIEWER), ADMIN)).hasMessageContaining("12 to 128");
        assertThatThrownBy(() -> store.put("olga", PASSWORD, Set.of(), ADMIN)).hasMessageContaining("needs a role");
    }

    @Test
    void aDamagedUsersFileStopsTheStartWithThePlaceAndTheRemedy() throws IOException {
        Path users = data.resolve("secrets/users");
        Files.writeString(users, Files.readString(users) + "olga VIEWER plain-text\n");
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("users, line 3")
                .hasMessageContaining("mend the line");
    }

    @Test
    void whoeverFollowsUsersIsToldOfEveryChangeThatWasMade() {
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);
        store.remove("olga", ADMIN);
        store.remove("olga", ADMIN);
        assertThatThrownBy(() -> store.remove("admin", ADMIN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(changed).containsExactly("olga", "olga");
    }

    @Test
    void rolesChangeWithoutThePassword() {
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);
        store.put("olga", null, Set.of(Role.ENGINEER), ADMIN);
        assertThat(store.authenticate("olga", PASSWORD, HOME)).contains(new Caller("olga", Set.of(Role.ENGINEER)));
        assertThatThrownBy(() -> store.put("eve", null, Set.of(Role.VIEWER), ADMIN)).hasMessageContaining("password");
    }

    @Test
    void whoKnowsThePasswordMayChangeIt() {
        char[] next = "another password".toCharArray();
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);
        assertThat(store.changePassword("olga", WRONG, next)).isFalse();
        assertThat(store.changePassword("nobody", WRONG, next)).isFalse();
        assertThatThrownBy(() -> store.changePassword("olga", PASSWORD, "short".toCharArray())).hasMessageContaining("12 to 128");
        assertThat(store.changePassword("olga", PASSWORD, next)).isTrue();
        assertThat(store.authenticate("olga", PASSWORD, HOME)).isEmpty();
        assertThat(store.authenticate("olga", next, HOME)).isPresent();
    }

    private String code(String secret) {
        return Totp.code(Base32.decode(secret), Totp.step(clock.instant()));
    }

    @Test
    void aSecondFactorCountsFromItsFirstCodeOn() throws IOException {
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);
        String secret = store.offerSecondFactor("olga", PASSWORD, "");
        assertThat(store.authenticate("olga", PASSWORD, HOME)).as("only offered").isPresent();
        assertThat(store.confirmSecondFactor("olga", "")).isFalse();
        assertThat(store.confirmSecondFactor("olga", code(secret))).isTrue();

        assertThat(store.authenticate("olga", PASSWORD, HOME)).as("where no code can be given").isEmpty();
        assertThat(store.logIn("olga", PASSWORD, "", HOME)).isEqualTo(Login.NEEDS_CODE);
        assertThat(store.logIn("olga", PASSWORD, code(secret), HOME)).as("a code is good once").isEqualTo(Login.REFUSED);
        clock.forward(Duration.ofSeconds(30));
        assertThat(store.logIn("olga", WRONG, code(secret), HOME)).isEqualTo(Login.REFUSED);
        assertThat(store.logIn("olga", PASSWORD, code(secret), HOME).caller()).isPresent();
        clock.forward(Duration.ofSeconds(30));
        assertThat(open().logIn("olga", PASSWORD, code(secret), HOME).caller()).as("after a restart").isPresent();
        assertThat(audit.events.toString()).doesNotContain(secret);
    }

    @Test
    void wrongCodesLockTheName() {
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);
        String secret = store.offerSecondFactor("olga", PASSWORD, "");
        store.confirmSecondFactor("olga", code(secret));
        for (int i = 0; i < LoginLocks.FREE; i++) {
            store.logIn("olga", PASSWORD, "000000", HOME);
        }
        clock.forward(Duration.ofMillis(900));
        assertThat(store.logIn("olga", PASSWORD, "", HOME)).as("locked").isEqualTo(Login.REFUSED);
    }

    @Test
    void anAdministratorTakesALostSecondFactorAway() {
        store.put("olga", PASSWORD, Set.of(Role.OPERATOR), ADMIN);
        store.confirmSecondFactor("olga", code(store.offerSecondFactor("olga", PASSWORD, "")));
        assertThat(store.users().get(1)).isEqualTo(new UserView("olga", Set.of(Role.OPERATOR), true));
        Caller otto = new Caller("otto", Set.of(Role.OPERATOR));
        store.put("otto", PASSWORD, otto.roles(), ADMIN);
        char[] initial = read("secrets/admin-password").toCharArray();
        assertThatThrownBy(() -> store.dropSecondFactor("olga", otto, PASSWORD, "")).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> store.dropSecondFactor("olga", ADMIN, PASSWORD, "")).as("the password of olga").isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> store.dropSecondFactor("olga", new Caller("oidc:ada", Set.of(Role.ADMINISTRATOR)), PASSWORD, ""))
                .isInstanceOf(SecurityException.class).hasMessageContaining("no local user");
        assertThat(audit.events).last().extracting(AuditEvent::caller, AuditEvent::action, AuditEvent::object, AuditEvent::outcome)
                .containsExactly("oidc:ada", "user.second-factor", "olga", Outcome.REFUSED);
        assertThat(store.dropSecondFactor("olga", ADMIN, initial, "")).isTrue();
        assertThat(store.dropSecondFactor("olga", ADMIN, initial, "")).isFalse();
        assertThat(store.authenticate("olga", PASSWORD, HOME)).isPresent();
    }

    @Test
    void anOlderHashIsReplacedWhenItsUserLogsIn() throws IOException {
        Path users = data.resolve("secrets/users");
        Files.writeString(users, Files.readString(users) + "old VIEWER pbkdf2-sha512:1:c2FsdFNBTFRzYWx0U0FMVA==:"
                + "CnCQyzXBEnGAzgp5Tio1OgBzjTjvdMyNYe5oTBod328pxsITKBYhyzPONl/oQngDAqMy3pnP88pb/IcPoJVulg==\n");
        FileUserStore again = open();
        assertThat(again.authenticate("old", "password".toCharArray(), HOME)).isPresent();
        assertThat(Files.readString(users)).contains("old VIEWER $argon2id$").doesNotContain("pbkdf2");
        assertThat(open().authenticate("old", "password".toCharArray(), HOME)).isPresent();
    }
}
