package org.gemello.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.Login;
import org.gemello.security.UserStore;
import org.gemello.security.UserView;

/** Users in a file. */
class FileUserStore implements UserStore {
    private static final int SHORTEST_PASSWORD = 12;
    private final UsersFile file;
    private final Audit audit;
    private final Consumer<String> changed;
    private final Argon2Hash.Cost cost;
    private final LoginCheck check;
    private final SecondFactors factors;
    private volatile Map<String, User> users;

    /** @param changed is told the name of a user who has changed or is gone */
    FileUserStore(Path folder, Audit audit, Consumer<String> changed, Clock clock, Argon2Hash.Cost cost) throws IOException {
        this.file = new UsersFile(folder);
        this.audit = audit;
        this.changed = changed;
        this.cost = cost;
        this.factors = new SecondFactors(clock);
        this.check = new LoginCheck(clock, audit, Argon2Hash.ofNobody(cost), factors);
        this.users = file.read();
        if (users.isEmpty()) {
            save(Map.of(FirstAdministrator.NAME, FirstAdministrator.create(folder, cost)));
        }
    }

    @Override
    public Optional<Caller> authenticate(String name, char[] password, String address) {
        return check.remembered(users.get(name), password, address).map(User::caller)
                .or(() -> logIn(name, password, "", address).caller());
    }

    @Override
    public Login logIn(String name, char[] password, String code, String address) {
        User user = users.get(name);
        Login login = check.logIn(name, user, password, code, address);
        if (login.caller().isPresent() && user.hash() instanceof Pbkdf2Hash) {
            strengthen(user, password);
        }
        return login;
    }

    /** The one moment at which the password of an older hash is known. */
    private synchronized void strengthen(User user, char[] password) {
        if (users.get(user.name()) == user) {
            Map<String, User> next = new TreeMap<>(users);
            next.put(user.name(), user.with(Argon2Hash.of(password, cost)));
            try {
                save(next);
            } catch (IOException e) {
                throw new UncheckedIOException("the users file cannot be written; nothing was changed", e);
            }
        }
    }

    @Override
    public List<UserView> users() {
        return new TreeMap<>(users).values().stream().map(user -> new UserView(user.name(), user.roles(), !user.secret().isEmpty())).toList();
    }

    @Override
    public synchronized void put(String name, char[] password, Set<Role> roles, Caller by) {
        User present = users.get(name);
        if (password == null && present == null) {
            throw new IllegalArgumentException("a new user needs a password");
        }
        User user = password == null ? present.with(roles)
                : new User(name, roles, hash(password), present == null ? "" : present.secret());
        allow("user.put", name, by);
        change("user.put", user, "roles " + user.roles(), by.name());
        check.forgive(name);
    }

    private Argon2Hash hash(char[] password) {
        if (password.length < SHORTEST_PASSWORD || password.length > LoginCheck.LONGEST_PASSWORD) {
            throw new IllegalArgumentException("a password has " + SHORTEST_PASSWORD + " to " + LoginCheck.LONGEST_PASSWORD
                    + " characters, not " + password.length);
        }
        return Argon2Hash.of(password, cost);
    }

    @Override
    public synchronized boolean remove(String name, Caller by) {
        Map<String, User> next = new TreeMap<>(users);
        if (next.remove(name) == null) {
            return false;
        }
        allow("user.remove", name, by);
        change("user.remove", name, "", next, by.name());
        check.forget(name);
        return true;
    }

    @Override
    public synchronized boolean changePassword(String name, char[] present, char[] next) {
        User user = users.get(name);
        Argon2Hash hash = hash(next);
        if (user == null || !check.isRight(user, present)) {
            return false;
        }
        change("user.password", user.with(hash), "", name);
        return true;
    }

    @Override
    public String offerSecondFactor(String name) {
        if (!users.containsKey(name)) {
            throw new IllegalArgumentException("'" + name + "' is no local user");
        }
        return factors.offer(name);
    }

    @Override
    public synchronized boolean confirmSecondFactor(String name, String code) {
        User user = users.get(name);
        Optional<String> secret = user == null ? Optional.empty() : factors.confirm(name, code);
        secret.ifPresent(good -> change("user.second-factor", user.withSecret(good), "set", name));
        return secret.isPresent();
    }

    @Override
    public synchronized boolean dropSecondFactor(String name, Caller by) {
        User user = users.get(name);
        if (user == null || user.secret().isEmpty()) {
            return false;
        }
        allow("user.second-factor", name, by);
        change("user.second-factor", user.withSecret(""), "dropped", by.name());
        return true;
    }

    private void allow(String action, String name, Caller by) {
        if (!by.may(Role.ADMINISTRATOR)) {
            audit.record(new AuditEvent(by.name(), action, name, Outcome.REFUSED, "needs role " + Role.ADMINISTRATOR, TraceId.NONE));
            throw new SecurityException(action + " of '" + name + "' needs role " + Role.ADMINISTRATOR);
        }
    }

    private void change(String action, User user, String reason, String by) {
        Map<String, User> next = new TreeMap<>(users);
        next.put(user.name(), user);
        change(action, user.name(), reason, next, by);
    }

    private void change(String action, String name, String reason, Map<String, User> next, String by) {
        boolean isLast = next.values().stream().noneMatch(user -> user.caller().may(Role.ADMINISTRATOR));
        String refusal = "no administrator would be left";
        audit.record(new AuditEvent(by, action, name, isLast ? Outcome.REFUSED : Outcome.ALLOWED, isLast ? refusal : reason, TraceId.NONE));
        if (isLast) {
            throw new IllegalArgumentException(action + " of '" + name + "': " + refusal);
        }
        try {
            save(next);
        } catch (IOException e) {
            audit.record(new AuditEvent(by, action, name, Outcome.FAILED, e.toString(), TraceId.NONE));
            throw new UncheckedIOException("the users file cannot be written; nothing was changed", e);
        }
        changed.accept(name);
    }

    private void save(Map<String, User> next) throws IOException {
        file.write(next.values());
        users = Map.copyOf(next);
    }
}
