package org.gemello.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users in memory and on disk, one change at a time. */
final class UserTable {
    private static final Logger LOG = LoggerFactory.getLogger(UserTable.class);
    private final UsersFile file;
    private final Audit audit;
    private final Consumer<String> changed;
    private volatile Map<String, User> users;

    /** @param changed is told the name of a user who has changed or is gone */
    UserTable(Path folder, Audit audit, Consumer<String> changed) throws IOException {
        this.file = new UsersFile(folder);
        this.audit = audit;
        this.changed = changed;
        this.users = file.read();
    }

    /** Null where there is none of the name. */
    User get(String name) {
        return users.get(name);
    }

    /** By name. */
    Collection<User> all() {
        return new TreeMap<>(users).values();
    }

    void add(User first) throws IOException {
        save(with(first.name(), first));
    }

    /**
     * Audits a change and makes it, unless no administrator would be left.
     *
     * @param next is given the user, null where there is none, and gives it as it shall be, null where it shall go; what it was given to change nothing
     * @return whether something has changed
     */
    synchronized boolean change(String action, String name, String reason, String by, UnaryOperator<User> next) {
        User present = users.get(name);
        User user = next.apply(present);
        if (user == present) {
            return false;
        }
        Map<String, User> all = with(name, user);
        boolean isLast = all.values().stream().noneMatch(one -> one.caller().may(Role.ADMINISTRATOR));
        String refusal = "no administrator would be left";
        audit.record(new AuditEvent(by, action, name, isLast ? Outcome.REFUSED : Outcome.ALLOWED, isLast ? refusal : reason, TraceId.NONE));
        if (isLast) {
            throw new IllegalArgumentException(action + " of '" + name + "': " + refusal);
        }
        try {
            save(all);
        } catch (IOException e) {
            audit.record(new AuditEvent(by, action, name, Outcome.FAILED, e.toString(), TraceId.NONE));
            throw new UncheckedIOException("the users file cannot be written; nothing was changed", e);
        }
        changed.accept(name);
        return true;
    }

    /** Keeps what a login has changed of a user: nothing that an administrator would decide. Sessions of the user go on. */
    synchronized boolean keep(String name, UnaryOperator<User> next) {
        User present = users.get(name);
        User user = present == null ? null : next.apply(present);
        if (user == present) {
            return false;
        }
        Map<String, User> all = with(name, user);
        try {
            file.write(all.values());
        } catch (IOException e) {
            // whoever shall make room on the disk must be let in
            LOG.error("What a login has changed of '{}' is not on disk; after a restart a code that was used in the last {} s would be taken again", name,
                    Totp.GOOD_SECONDS, e);
        }
        users = Map.copyOf(all);
        return true;
    }

    private Map<String, User> with(String name, User user) {
        Map<String, User> next = new TreeMap<>(users);
        next.put(name, user);
        next.values().removeIf(Objects::isNull);
        return next;
    }

    private void save(Map<String, User> next) throws IOException {
        file.write(next.values());
        users = Map.copyOf(next);
    }
}
