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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.UserStore;

/** Users in a file. */
class FileUserStore implements UserStore {
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;
    /** How long a login may wait for its turn. */
    private static final int PATIENCE_SECONDS = 5;
    private final UsersFile file;
    private final Audit audit;
    private final Consumer<String> changed;
    private final int iterations;
    private final LockOut lockOut;
    private final LoginMemory memory;
    private final PasswordHash nobody;
    /** One hash at a time: a flood of logins may cost one processor, not the data plane. */
    private final Semaphore turn = new Semaphore(1, true);
    private volatile Map<String, User> users;

    /** @param changed is told the name of a user who has changed or is gone */
    FileUserStore(Path folder, Audit audit, Consumer<String> changed, Clock clock, int iterations) throws IOException {
        this.file = new UsersFile(folder);
        this.audit = audit;
        this.changed = changed;
        this.iterations = iterations;
        this.lockOut = new LockOut(clock);
        this.memory = new LoginMemory(clock);
        this.nobody = PasswordHash.ofNobody(iterations);
        this.users = file.read();
        if (users.isEmpty()) {
            save(Map.of(FirstAdministrator.NAME, FirstAdministrator.create(folder, iterations)));
        }
    }

    @Override
    public Optional<Caller> authenticate(String name, char[] password) {
        if (name.length() > User.LONGEST_NAME || password.length > LONGEST_PASSWORD || lockOut.isLocked(name)) {
            return Optional.empty();
        }
        User user = users.get(name);
        if (user != null && memory.knows(user, password)) {
            return Optional.of(user.caller());
        }
        return awaitTurn() ? check(name, user, password) : Optional.empty();
    }

    private Optional<Caller> check(String name, User user, char[] password) {
        boolean right;
        try {
            // many may have waited while the first of them locked the name
            if (lockOut.isLocked(name)) {
                return Optional.empty();
            }
            right = (user == null ? nobody : user.hash()).matches(password) && user != null;
            if (right) {
                lockOut.succeeded(name);
            } else {
                int inARow = lockOut.failed(name);
                audit.note(new AuditEvent(name, "login", name, Outcome.REFUSED, "failure " + inARow + " in a row", TraceId.NONE));
            }
        } finally {
            turn.release();
        }
        if (!right) {
            return Optional.empty();
        }
        memory.add(user, password);
        return Optional.of(user.caller());
    }

    private boolean awaitTurn() {
        try {
            return turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public List<Caller> users() {
        return users.values().stream().map(User::caller).toList();
    }

    @Override
    public synchronized void put(String name, char[] password, Set<Role> roles, Caller by) {
        if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("a password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters, not "
                    + password.length);
        }
        User user = new User(name, roles, PasswordHash.of(password, iterations));
        Map<String, User> next = new TreeMap<>(users);
        next.put(name, user);
        change("user.put", name, "roles " + user.roles(), next, by);
        lockOut.succeeded(name);
    }

    @Override
    public synchronized boolean remove(String name, Caller by) {
        Map<String, User> next = new TreeMap<>(users);
        if (next.remove(name) == null) {
            return false;
        }
        change("user.remove", name, "", next, by);
        memory.forget(name);
        return true;
    }

    private void change(String action, String name, String reason, Map<String, User> next, Caller by) {
        String refusal = !by.may(Role.ADMINISTRATOR) ? "needs role " + Role.ADMINISTRATOR
                : next.values().stream().noneMatch(u -> u.caller().may(Role.ADMINISTRATOR)) ? "no administrator would be left" : "";
        audit.record(new AuditEvent(by.name(), action, name, refusal.isEmpty() ? Outcome.ALLOWED : Outcome.REFUSED,
                refusal.isEmpty() ? reason : refusal, TraceId.NONE));
        if (!by.may(Role.ADMINISTRATOR)) {
            throw new SecurityException(action + " of '" + name + "' " + refusal);
        } else if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(action + " of '" + name + "': " + refusal);
        }
        try {
            save(next);
        } catch (IOException e) {
            audit.record(new AuditEvent(by.name(), action, name, Outcome.FAILED, e.toString(), TraceId.NONE));
            throw new UncheckedIOException("the users file cannot be written; nothing was changed", e);
        }
        changed.accept(name);
    }

    private void save(Map<String, User> next) throws IOException {
        file.write(next.values());
        users = Map.copyOf(next);
    }
}
