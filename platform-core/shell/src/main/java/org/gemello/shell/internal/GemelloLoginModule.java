package org.gemello.shell.internal;

import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.gemello.api.Caller;
import org.gemello.security.UserStore;

/**
 * Logs in to the container with name and password of a user of the platform. A user with a second factor types its six digits behind the password:
 * what the shell is reached by asks one question only.
 */
public final class GemelloLoginModule implements LoginModule {
    /** Option that carries the {@link UserStore}. */
    static final String USERS = "gemello.users";
    private static final int DIGITS = 6;
    private static final Pattern ADDRESS = Pattern.compile("/\\[?([0-9a-fA-F.:%]+?)]?:\\d+$");
    private final Set<Principal> principals = new HashSet<>();
    private Subject subject;
    private CallbackHandler handler;
    private UserStore users;

    @Override
    public void initialize(Subject who, CallbackHandler callbacks, Map<String, ?> sharedState, Map<String, ?> options) {
        subject = who;
        handler = callbacks;
        users = (UserStore) options.get(USERS);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("User: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        try {
            handler.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw refused("name and password are needed", e);
        }
        Caller caller = authenticate(name.getName(), password).orElseThrow(() -> refused("name or password is wrong", null));
        principals.add(new UserPrincipal(caller.name()));
        ShellRoles.of(caller).forEach(role -> principals.add(new RolePrincipal(role)));
        return true;
    }

    private Optional<Caller> authenticate(String name, PasswordCallback callback) {
        char[] password = callback.getPassword();
        callback.clearPassword();
        if (name == null || password == null) {
            return Optional.empty();
        }
        try {
            return hasSecondFactor(name) ? withCode(name, password) : users.authenticate(name, password, address());
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private boolean hasSecondFactor(String name) {
        return users.users().stream().anyMatch(user -> user.name().equals(name) && user.secondFactor());
    }

    /** Without a code behind it the password alone is held against the user, which fails as it does for everybody else. */
    private Optional<Caller> withCode(String name, char[] typed) {
        int split = Math.max(0, typed.length - DIGITS);
        String end = new String(typed, split, typed.length - split);
        if (!end.matches("[0-9]{" + DIGITS + "}")) {
            return users.authenticate(name, typed, address());
        }
        char[] password = Arrays.copyOf(typed, split);
        try {
            return users.logIn(name, password, end, address()).caller();
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    /** Where the container has the login come from, such as {@code /192.0.2.7:4711}; empty where it does not say. */
    private String address() {
        return subject.getPrincipals(ClientPrincipal.class).stream().map(ClientPrincipal::getAddress).map(ADDRESS::matcher).filter(Matcher::find)
                .map(found -> found.group(1)).findFirst().orElse("");
    }

    private static FailedLoginException refused(String reason, Exception cause) {
        FailedLoginException refused = new FailedLoginException(reason);
        refused.initCause(cause);
        return refused;
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return !principals.isEmpty();
    }

    @Override
    public boolean abort() {
        return logout();
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }
}
