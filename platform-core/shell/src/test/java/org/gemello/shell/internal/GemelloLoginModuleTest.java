package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.Login;
import org.gemello.security.UserStore;
import org.gemello.security.UserView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GemelloLoginModuleTest {
    private final Subject subject = new Subject();
    private char[] seen;
    private Object address;

    private GemelloLoginModule module(Role role, CallbackHandler handler) {
        GemelloLoginModule module = new GemelloLoginModule();
        module.initialize(subject, handler, Map.of(), Map.of(GemelloLoginModule.USERS, oneUser(role)));
        return module;
    }

    private static CallbackHandler typed(String name, String password) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback wanted) {
                    wanted.setName(name);
                } else if (callback instanceof PasswordCallback wanted) {
                    wanted.setPassword(password == null ? null : password.toCharArray());
                }
            }
        };
    }

    private List<String> names(Class<? extends Principal> kind) {
        return subject.getPrincipals(kind).stream().map(Principal::getName).sorted().toList();
    }

    @ParameterizedTest
    @CsvSource({"VIEWER, viewer", "OPERATOR, viewer", "ENGINEER, manager viewer", "ADMINISTRATOR, admin manager ssh systembundles viewer"})
    void givesTheContainersRoles(Role role, String expected) throws LoginException {
        GemelloLoginModule module = module(role, typed("eva", "right"));
        assertThat(module.login()).isTrue();
        assertThat(subject.getPrincipals()).as("only after commit").isEmpty();
        assertThat(module.commit()).isTrue();
        assertThat(names(UserPrincipal.class)).containsExactly("eva");
        assertThat(names(RolePrincipal.class)).containsExactly(expected.split(" "));
        assertThat(module.logout()).isTrue();
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(value = {"eva, wrong", "eva, ''", "eva, null", "max, right", "'', right", "null, right"}, nullValues = "null")
    void refusesEverybodyElse(String name, String password) {
        GemelloLoginModule module = module(Role.ADMINISTRATOR, typed(name, password));
        assertThatThrownBy(module::login).isInstanceOf(FailedLoginException.class).hasMessage("name or password is wrong");
        assertThat(module.commit()).isFalse();
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/192.0.2.7:4711, 192.0.2.7", "plant/192.0.2.7:4711, 192.0.2.7", "/[2001:db8:0:0:0:0:0:1]:4711, 2001:db8:0:0:0:0:0:1", "unknown, ''"})
    void saysWhereTheLoginComesFrom(String client, String expected) throws LoginException {
        subject.getPrincipals().add(new ClientPrincipal("ssh", client));
        module(Role.ADMINISTRATOR, typed("eva", "right")).login();
        assertThat(address).isEqualTo(expected);
    }

    @Test
    void keepsNoPasswordInMemory() throws LoginException {
        module(Role.VIEWER, typed("eva", "right")).login();
        assertThat(seen).containsOnly(' ');
    }

    @Test
    void refusesALoginWithoutNameAndPassword() {
        CallbackHandler keysOnly = callbacks -> {
            throw new UnsupportedCallbackException(callbacks[0]);
        };
        assertThatThrownBy(module(Role.VIEWER, keysOnly)::login).isInstanceOf(FailedLoginException.class)
                .hasMessage("name and password are needed");
    }

    @ParameterizedTest
    @CsvSource({"right123456, true", "right, false", "right000000, false", "wrong123456, false", "123456, false"})
    void aUserWithASecondFactorTypesTheCodeBehindThePassword(String typed, boolean in) {
        GemelloLoginModule module = module(Role.ADMINISTRATOR, typed("guard", typed));
        if (in) {
            assertThatCode(module::login).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(module::login).isInstanceOf(FailedLoginException.class).hasMessage("name or password is wrong");
        }
    }

    /** Knows {@code eva} with the password {@code right}, and {@code guard}, who has the code 123456 beside it. */
    private UserStore oneUser(Role role) {
        return (UserStore) Proxy.newProxyInstance(UserStore.class.getClassLoader(), new Class<?>[] {UserStore.class}, (proxy, method, given) -> {
            if (method.getName().equals("users")) {
                return List.of(new UserView("eva", Set.of(role), false), new UserView("guard", Set.of(role), true));
            } else if (method.getName().equals("logIn")) {
                boolean good = given[0].equals("guard") && "right".equals(new String((char[]) given[1])) && "123456".equals(given[2]);
                return good ? Login.of(new Caller("guard", Set.of(role))) : Login.REFUSED;
            } else if (!method.getName().equals("authenticate")) {
                throw new UnsupportedOperationException("a login does not call " + method.getName());
            }
            seen = (char[]) given[1];
            address = given[2];
            return given[0].equals("eva") && "right".equals(new String(seen)) ? Optional.of(new Caller("eva", Set.of(role))) : Optional.empty();
        });
    }
}
