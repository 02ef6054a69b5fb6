package org.gemello.security.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final String SECOND_FACTOR = "user.second-factor";
    private static final int SHORTEST_PASSWORD = 12;
    private final UserTable users;
    private final Audit audit;
    private final Clock clock;
    private final Argon2Hash.Cost cost;
    private final LoginCheck check;
    private final OfferedFactors offers = new OfferedFactors();

    /** @param changed is told the name of a user who has changed or is gone */
    FileUserStore(Path folder, Audit audit, Consumer<String> changed, Clock clock, Argon2Hash.Cost cost) throws IOException {
        this.users = new UserTable(folder, audit, changed);
        this.audit = audit;
        this.clock = clock;
        this.cost = cost;
        this.check = new LoginCheck(clock, audit, Argon2Hash.ofNobody(cost), this::useCode);
        if (users.all().isEmpty()) {
            users.add(FirstAdministrator.create(folder, cost));
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
            // the one moment at which the password of an older hash is known
            Argon2Hash stronger = Argon2Hash.of(password, cost);
            users.keep(name, present -> present.hash() == user.hash() ? present.with(stronger) : present);
        }
        return login;
    }

    /** On disk before anybody is let in, so that a code that was used has been used after a crash too (RFC 6238, 5.2). */
    private boolean useCode(String name, String code) {
        return users.keep(name, user -> user.factor().use(code, clock.instant()).map(user::with).orElse(user));
    }

    @Override
    public List<UserView> users() {
        return users.all().stream().map(user -> new UserView(user.name(), user.roles(), user.factor().isSet())).toList();
    }

    @Override
    public void put(String name, char[] password, Set<Role> roles, Caller by) {
        allow("user.put", name, by);
        Argon2Hash hash = password == null ? null : hash(password);
        users.change("user.put", name, "roles " + roles, by.name(), present -> {
            if (password == null && present == null) {
                throw new IllegalArgumentException("a new user needs a password");
            }
            return new User(name, roles, hash == null ? present.hash() : hash, present == null ? SecondFactor.NONE : present.factor());
        });
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
    public boolean remove(String name, Caller by) {
        if (users.get(name) == null) {
            return false;
        }
        allow("user.remove", name, by);
        check.forget(name);
        offers.forget(name);
        return users.change("user.remove", name, "", by.name(), user -> null);
    }

    @Override
    public boolean changePassword(String name, char[] present, char[] next) {
        User user = users.get(name);
        Argon2Hash hash = hash(next);
        return user != null && check.isRight(user, present)
                && users.change("user.password", name, "", name, now -> now == null || now.hash() != user.hash() ? now : now.with(hash));
    }

    @Override
    public String offerSecondFactor(String name, char[] present, String code) {
        if (users.get(name) == null) {
            throw new IllegalArgumentException("'" + name + "' is no local user");
        }
        prove(name, name, present, code);
        audit.record(new AuditEvent(name, SECOND_FACTOR, name, Outcome.ALLOWED, "offered", TraceId.NONE));
        return offers.offer(name);
    }

    @Override
    public boolean confirmSecondFactor(String name, String code) {
        boolean isSet = users.change(SECOND_FACTOR, name, "set", name,
                user -> user == null ? null : offers.confirm(name, code, clock.instant()).map(user::with).orElse(user));
        if (isSet) {
            offers.forget(name);
        }
        return isSet;
    }

    @Override
    public boolean dropSecondFactor(String name, Caller by, char[] present, String code) {
        User user = users.get(name);
        if (user == null || !user.factor().isSet()) {
            return false;
        }
        if (!name.equals(by.name())) {
            allow(SECOND_FACTOR, name, by);
        }
        prove(name, by.name(), present, code);
        return users.change(SECOND_FACTOR, name, "dropped", by.name(),
                now -> now == null || !now.factor().isSet() ? now : now.with(SecondFactor.NONE));
    }

    /** Whoever has found a session that somebody left open knows neither password nor code. */
    private void prove(String name, String by, char[] present, String code) {
        User user = users.get(by);
        Login login = user == null ? Login.REFUSED : check.logIn(by, user, present, code, "");
        if (login.caller().isEmpty()) {
            String reason = user == null ? "'" + by + "' is no local user and has no password here"
                    : login.needsCode() ? "the code of your second factor is needed too"
                    : "your password or code is wrong, or your name has to wait after repeated failures";
            audit.record(new AuditEvent(by, SECOND_FACTOR, name, Outcome.REFUSED, reason, TraceId.NONE));
            throw new SecurityException(reason);
        }
    }

    private void allow(String action, String name, Caller by) {
        if (!by.may(Role.ADMINISTRATOR)) {
            audit.record(new AuditEvent(by.name(), action, name, Outcome.REFUSED, "needs role " + Role.ADMINISTRATOR, TraceId.NONE));
            throw new SecurityException(action + " of '" + name + "' needs role " + Role.ADMINISTRATOR);
        }
    }
}
